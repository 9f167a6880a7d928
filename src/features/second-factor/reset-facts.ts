import type { Customer } from '../../platform/actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { looksAfterPeople } from '../contacts/access.ts'
import { isOwn, mayAssign } from '../portal-accounts/access.ts'
import { type Account, currentGrants } from '../portal-accounts/queries.ts'
import { factorsOf } from './factors.ts'

/**
 * What somebody who looks after people may do about a lost second factor (security.md Z7): administrators reset it, User Managers ask for
 * it where every role the person holds is theirs to assign, and another one of them, or staff, decides.
 */
export async function resetFacts(visit: Visit, account: Account | null) {
  const { db, actor } = visit
  if (!account || account.state === 'withdrawn' || actor.kind === 'visitor') return null
  if (!looksAfterPeople(actor) || isOwn(actor, account)) return null
  const factors = await factorsOf(db, account.login_id)
  const pending = await pendingReset(visit, account.login_id)
  if (factors.length === 0 && !pending) return null
  const grants = await currentGrants(db, account.id)
  const assigns = grants.every(({ role }) => mayAssign(actor, role, account.assignable_roles))
  const may = actor.kind === 'staff' ? (actor.function === 'administrator' ? 'reset' : null) : assigns && !pending ? 'ask' : null
  return { factors, pending, may, decides: pending !== null && mayDecide(visit, pending, assigns) } as const
}
export type ResetFacts = NonNullable<Awaited<ReturnType<typeof resetFacts>>>

async function pendingReset({ db }: Visit, loginId: string) {
  const found = await db
    .selectFrom('second_factor_reset')
    .select(['id', 'account_id', 'asked_by_account', 'asked_by', 'asked_at', 'reason'])
    .where('login_id', '=', loginId)
    .where('state', '=', 'pending')
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return found ?? null
}

// A second person: never who asked, with whichever account of theirs.
function mayDecide({ actor }: Visit, pending: { asked_by_account: string }, assigns: boolean): boolean {
  if (actor.kind === 'staff') return true
  const mine = actor.kind === 'customer' ? [actor.id, ...(actor as Customer).elsewhere.map(({ accountId }) => accountId)] : []
  return assigns && !mine.includes(pending.asked_by_account)
}
