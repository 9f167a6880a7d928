import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { sqlState } from '../../platform/errors.ts'

/** Why a change of an account is not done; each has its sentence in `phrases.ts`. */
export type Why =
  | 'no_email'
  | 'email_taken'
  | 'too_many_today'
  | 'too_many_now'
  | 'own_account'
  | 'own_roles'
  | 'not_assignable'
  | 'last_user_manager'
  | 'other_state'
  | 'changed_meanwhile'
  | 'already_decided'
  | 'second_person'

/** Thrown inside `guarded`: what was written so far is taken back, the page says why. */
export class Refused extends Error {
  override name = 'Refused'
  readonly why: Why
  /** The person the sentence speaks of. */
  readonly person: string
  constructor(why: Why, person = '') {
    super(why)
    this.why = why
    this.person = person
  }
}

// The database guards the same rules for whoever gets past the code (docs/access.md).
const byState: Record<string, Why> = {
  DS010: 'last_user_manager',
  DS011: 'own_roles',
  DS012: 'not_assignable',
  '23P01': 'changed_meanwhile',
  '23505': 'changed_meanwhile',
  '23514': 'changed_meanwhile',
  '40P01': 'changed_meanwhile',
}

export type Guarded<T> = { ok: true; value: T } | { ok: false; why: Why; person: string }

/** Does all of `work` or nothing of it, and leaves the transaction usable, so that the page can be drawn again with the reason. */
export async function guarded<T>(db: Db, work: () => Promise<T>): Promise<Guarded<T>> {
  await sql`savepoint guarded`.execute(db)
  try {
    const value = await work()
    await sql`release savepoint guarded`.execute(db)
    return { ok: true, value }
  } catch (error) {
    const why = error instanceof Refused ? error.why : byState[sqlState(error) ?? '']
    if (!why) throw error
    await sql`rollback to savepoint guarded`.execute(db)
    return { ok: false, why, person: error instanceof Refused ? error.person : '' }
  }
}

/** 409 where somebody was faster or a rule about others stands against it, 429 for too many, else 422. */
export function refusedStatus(why: Why): number {
  if (why === 'too_many_today' || why === 'too_many_now') return 429
  return ['last_user_manager', 'other_state', 'changed_meanwhile', 'already_decided'].includes(why) ? 409 : 422
}
