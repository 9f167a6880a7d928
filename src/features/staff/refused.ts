import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { sqlState } from '../../platform/errors.ts'

/** Why a change of the house's people is not done; each has its sentence in `phrases.ts` (`why_…`). */
export type Why =
  | 'last_administrator'
  | 'own_function'
  | 'portal_address'
  | 'known_address'
  | 'changed_meanwhile'
  | 'absent_already'
  | 'name_taken'

/** Thrown inside `guarded`: what was written so far is taken back, the page says why. */
export class Refused extends Error {
  override name = 'Refused'
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

// The database guards the same for whoever gets past the code (20261125-1510).
const byState: Record<string, Why> = {
  DS020: 'last_administrator',
  DS021: 'own_function',
  DS022: 'portal_address',
  '23P01': 'absent_already',
  '23505': 'name_taken',
  '40P01': 'changed_meanwhile',
}

/** Does all of `work` or nothing of it, and leaves the transaction usable, so that the page can be drawn again with the reason. */
export async function guarded<T>(db: Db, work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; why: Why }> {
  await sql`savepoint guarded`.execute(db)
  try {
    const value = await work()
    await sql`release savepoint guarded`.execute(db)
    return { ok: true, value }
  } catch (error) {
    const why = error instanceof Refused ? error.why : byState[sqlState(error) ?? '']
    if (!why) throw error
    await sql`rollback to savepoint guarded`.execute(db)
    return { ok: false, why }
  }
}
