import type { Actor } from '../../platform/actor.ts'
import type { AssignableRole } from '../../records/roles.ts'
import { looksAfterPeople } from '../contacts/access.ts'

interface Account {
  id: string
  login_id: string
  state: string
}

/** The account somebody is signed in with, or another one that the same address signs in to: nobody serves himself (Z5). */
export function isOwn(actor: Actor, account: Pick<Account, 'id' | 'login_id'>): boolean {
  return actor.kind !== 'visitor' && (account.id === actor.id || account.login_id === actor.loginId)
}

/** Inviting somebody, and everything about an invitation on its way. */
export function mayInvite(actor: Actor): boolean {
  return looksAfterPeople(actor)
}

/** Changing roles at all; on the own account each new role becomes a request (domain 2.8). */
export function mayChangeRoles(actor: Actor): boolean {
  return looksAfterPeople(actor)
}

/** Suspending and reopening, never oneself. */
export function maySuspend(actor: Actor, account: Pick<Account, 'id' | 'login_id'>): boolean {
  return looksAfterPeople(actor) && !isOwn(actor, account)
}

/** Whether this company's User Managers may give and take this role; staff may every one. */
export function mayAssign(actor: Actor, role: AssignableRole, assignable: readonly string[] | null): boolean {
  return actor.kind === 'staff' || assignable === null || assignable.includes(role)
}

interface Request {
  account_id: string
  login_id: string
  requested_by_account: string | null
  /** Who asked, staff included. */
  requester_id: string | null
  role: AssignableRole
  assignable_roles: string[] | null
}

/** A second person decides: neither who asked nor who would get the role, and only what is theirs to assign. */
export function mayDecide(actor: Actor, request: Request): boolean {
  if (actor.kind === 'visitor' || !looksAfterPeople(actor)) return false
  if (actor.id === request.requested_by_account || actor.id === request.requester_id) return false
  return (
    !isOwn(actor, { id: request.account_id, login_id: request.login_id }) &&
    mayAssign(actor, request.role, request.assignable_roles)
  )
}
