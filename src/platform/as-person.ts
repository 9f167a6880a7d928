import { sql } from 'kysely'
import type pg from 'pg'
import { asBrokerage, type Db } from './db.ts'
import { isLanguage } from './language.ts'
import type { Language } from './phrases.ts'

/** Whom a job works for. */
export interface PersonAtWork {
  loginId: string
  email: string
  language: Language
}

/**
 * A transaction of a job as the person it works for, an account or a member of staff: roles and scope are worked out anew from the
 * id, so that the row rules hold as they are when it runs. Whoever is not active any more gets null, and nothing is done. `pool` is
 * that of dossier_app.
 */
export function asPerson<T>(
  pool: pg.Pool,
  brokerageId: string,
  personId: string,
  work: (db: Db, person: PersonAtWork) => Promise<T>,
): Promise<T | null> {
  return asBrokerage(pool, brokerageId, async (db) => {
    await sql`select set_config('app.actor', ${personId}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    // The own login is known of active people alone.
    const { rows } = await sql<{ id: string; email: string; language: string }>`
      select l.id, l.email, l.language from login l join brokerage b on b.brokerage_id = l.brokerage_id and b.state = 'active'
      where l.id = access.own_login()`.execute(db)
    const [login] = rows
    if (!login) return null
    return work(db, { loginId: login.id, email: login.email, language: isLanguage(login.language) ? login.language : 'de' })
  })
}
