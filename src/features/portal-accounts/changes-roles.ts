import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Visit } from '../../platform/visit.ts'
import { type AssignableRole, type Role, sensitiveRoles } from '../../records/roles.ts'
import { isOwn, mayAssign } from './access.ts'
import { lastDay } from './days.ts'
import type { Wanted } from './input.ts'
import { tellAboutRequest, tellAboutRoles } from './letters.ts'
import { type Account, currentGrants, type Grant, userManagers } from './queries.ts'
import { Refused } from './refused.ts'

export interface Applied {
  added: AssignableRole[]
  removed: AssignableRole[]
  /** Another end date than before. */
  changed: AssignableRole[]
  /** What waits for a second person. */
  requested: AssignableRole[]
}

interface Options {
  reason: string
  /** The account's version the boxes were drawn from; null where they were not drawn from any (opening). */
  version: number | null
}

/**
 * Gives and takes roles so that the account holds exactly `wanted`: the one way roles change, whatever form they come from.
 * The account must be locked (`lockedAccount`) and the call stands inside `guarded`; throws Refused.
 */
export async function applyRoles(visit: Visit, account: Account, wanted: Wanted[], options: Options): Promise<Applied> {
  const held = await currentGrants(visit.db, account.id)
  const plan = planRoles(visit, account, held, wanted)
  const applied: Applied = {
    added: plan.add.map((w) => w.role),
    removed: plan.end.map((g) => g.role),
    changed: plan.move.map((m) => m.grant.role),
    requested: plan.ask.map((w) => w.role),
  }
  if (Object.values(applied).every((roles) => roles.length === 0)) return applied
  if (options.version !== null && options.version !== account.version) throw new Refused('changed_meanwhile')
  if (applied.removed.includes('user_manager')) await lockUserManagers(visit, account.company_id)
  for (const grant of plan.end) await endGrant(visit, grant.id)
  for (const { grant, until } of plan.move) await moveEnd(visit, grant.id, until)
  for (const one of plan.add) await addGrant(visit, account, one, { reason: options.reason })
  let asked = 0
  for (const one of plan.ask) if (await askForRole(visit, account, one, options.reason)) asked++
  // Everything was waiting already: nothing happened, nothing is recorded.
  if (asked === 0 && plan.end.length + plan.move.length + plan.add.length === 0) return applied
  if (applied.removed.includes('user_manager')) await keepOneUserManager(visit, account.company_id)
  await countUp(visit, account)
  await recordRoles(visit, account, applied, wanted, options.reason)
  await tellAboutRoles(visit, account, applied, options.reason)
  return applied
}

/** What a selection comes to: given, asked for, ended, moved to another end. */
export interface Plan {
  add: Wanted[]
  ask: Wanted[]
  end: Grant[]
  move: { grant: Grant; until: Date | null }[]
}

/** What has to happen; throws Refused for what must not. Pure, so that the rules can be read in one place (domain 2.8). */
export function planRoles(
  visit: Pick<Visit, 'actor'>,
  account: Pick<Account, 'id' | 'login_id' | 'assignable_roles' | 'four_eyes'>,
  held: Grant[],
  wanted: Wanted[],
): Plan {
  const own = isOwn(visit.actor, account)
  const of = (role: AssignableRole) => held.find((grant) => grant.role === role)
  const plan: Plan = { add: [], ask: [], end: [], move: [] }
  for (const one of wanted) {
    const grant = of(one.role)
    // By the day: a grant may have come in with another time of that day than the form can say.
    if (grant && lastDay(grant.valid_until) === lastDay(one.until)) continue
    if (!mayAssign(visit.actor, one.role, account.assignable_roles)) throw new Refused('not_assignable')
    const longer = !grant || (grant.valid_until !== null && (one.until === null || one.until > grant.valid_until))
    const needsAnother = own || (account.four_eyes && sensitiveRoles.includes(one.role))
    if (own && !longer) throw new Refused('own_roles')
    if (needsAnother && longer) plan.ask.push(one)
    else if (grant) plan.move.push({ grant, until: one.until })
    else plan.add.push(one)
  }
  for (const grant of held) {
    if (wanted.some((one) => one.role === grant.role)) continue
    if (own) throw new Refused('own_roles')
    if (!mayAssign(visit.actor, grant.role, account.assignable_roles)) throw new Refused('not_assignable')
    plan.end.push(grant)
  }
  return plan
}

/** Ends a grant now. Another transaction may have made it after this one began: then it ends where it began. */
export async function endGrant(visit: Visit, grantId: string) {
  await visit.db
    .updateTable('role_grant')
    .set({ valid_until: sql<Date>`greatest(valid_from, now())`, withdrawn_by: actorName(visit.actor).slice(0, 200) })
    .where('id', '=', grantId)
    .execute()
}

/** Gives an existing grant another end. */
export async function moveEnd(visit: Visit, grantId: string, until: Date | null) {
  await visit.db.updateTable('role_grant').set({ valid_until: until }).where('id', '=', grantId).execute()
}

interface Source {
  reason: string | null
  grantedBy?: string
  grantedByAccount?: string | null
  approvedBy?: string
}

/**
 * Writes one grant. It begins where the last one of the same role ended, if that was after this transaction began, so that
 * two people who press Anwenden one after the other do not collide on the clock.
 */
export async function addGrant(
  visit: Visit,
  account: Pick<Account, 'id' | 'company_id'>,
  one: { role: Role; until: Date | null },
  source: Source,
) {
  await visit.db
    .insertInto('role_grant')
    .values({
      brokerage_id: visit.brokerage.id,
      id: newId(),
      account_id: account.id,
      company_id: account.company_id,
      role: one.role,
      valid_from: sql<Date>`greatest(now(), (select max(g.valid_until) from role_grant g where g.account_id = ${account.id}
        and g.role = ${one.role} and g.valid_until <= clock_timestamp()))`,
      valid_until: one.until,
      granted_by_account: source.grantedBy === undefined ? ownAccount(visit) : (source.grantedByAccount ?? null),
      granted_by: (source.grantedBy ?? actorName(visit.actor)).slice(0, 200),
      approved_by: source.approvedBy?.slice(0, 200) ?? null,
      reason: source.reason || null,
    })
    .execute()
}

const ownAccount = (visit: Visit) => (visit.actor.kind === 'customer' ? visit.actor.id : null)

// One open request per role: asked again while the first waits is no second one, an expired one makes room.
async function askForRole(visit: Visit, account: Account, one: Wanted, reason: string): Promise<boolean> {
  await visit.db
    .updateTable('role_request')
    .set({ state: 'rejected', decided_by: null, decided_at: sql<Date>`now()` })
    .where('account_id', '=', account.id)
    .where('role', '=', one.role)
    .where('state', '=', 'pending')
    .where(sql<boolean>`expires_at <= clock_timestamp()`)
    .execute()
  const id = newId()
  const asked = await visit.db
    .insertInto('role_request')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      account_id: account.id,
      company_id: account.company_id,
      role: one.role,
      valid_until: one.until,
      reason: reason || null,
      requested_by_account: ownAccount(visit),
      requested_by: actorName(visit.actor).slice(0, 200),
    })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'account_id', 'role']).where('state', '=', 'pending').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) return false
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'role_request.asked',
    subjectKind: 'role_request',
    subjectId: id,
    companyId: account.company_id,
    details: { account: account.id, role: one.role },
  })
  await tellAboutRequest(visit, account, one.role, reason)
  return true
}

/** Whoever takes a User Manager away stands in line: only then can be counted who is left. */
export async function lockUserManagers(visit: Visit, companyId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`user_managers:${companyId}`}, 0))`.execute(visit.db)
}

/**
 * The last active User Manager stays, whoever of the customer's people tries; staff may. Counted by the clock: by the
 * transaction's own time somebody who was just taken away by another one would still be there.
 */
export async function keepOneUserManager(visit: Visit, companyId: string) {
  if (visit.actor.kind !== 'customer') return
  if ((await userManagers(visit.db, companyId)).length === 0) throw new Refused('last_user_manager')
}

/** Tells forms drawn before that they are out of date. */
export async function countUp(visit: Visit, account: Pick<Account, 'id'>) {
  await visit.db.updateTable('portal_account').set({ version: sql<number>`version + 1` }).where('id', '=', account.id).execute()
}

async function recordRoles(visit: Visit, account: Account, applied: Applied, wanted: Wanted[], reason: string) {
  const until = (role: AssignableRole) => wanted.find((one) => one.role === role)?.until?.toISOString() ?? null
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'portal_account.roles_changed',
    subjectKind: 'portal_account',
    subjectId: account.id,
    companyId: account.company_id,
    details: {
      added: applied.added.map((role) => ({ role, until: until(role) })),
      changed: applied.changed.map((role) => ({ role, until: until(role) })),
      removed: applied.removed,
      requested: applied.requested,
      ...(reason ? { reason } : {}),
    },
  })
}
