import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { isLanguage } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { asPerson } from '../../platform/same-actor.ts'
import type { Services } from '../../platform/visit.ts'

/** Whom a mail is for. */
export interface Recipient {
  email: string
  language: Language
}

/**
 * A transaction of a job as the person it writes to: what they see now, and in their language. Whoever is not active any more, or whose
 * brokerage is not, gets null, and nothing is done.
 */
export function asRecipient<T>(
  services: Pick<Services, 'database'>,
  { brokerageId, personId }: { brokerageId: string; personId: string },
  work: (db: Db, recipient: Recipient) => Promise<T>,
): Promise<T | null> {
  return asPerson(services, { brokerageId, actorId: personId }, async (db) => {
    // The own login is known of active people alone.
    const { rows } = await sql<{ email: string; language: string }>`
      select l.email, l.language from login l join brokerage b on b.brokerage_id = l.brokerage_id and b.state = 'active'
      where l.id = access.own_login()`.execute(db)
    const [login] = rows
    if (!login) return null
    return work(db, { email: login.email, language: isLanguage(login.language) ? login.language : 'de' })
  })
}
