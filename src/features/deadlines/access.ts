import type { Actor } from '../../platform/actor.ts'
import type { Access } from '../../platform/routes.ts'

/**
 * A calendar address is for people at customer firms. It would carry the deadlines of every customer at once out of the
 * house if staff had one, so for them it does not exist.
 */
export const ownCalendar: Access = (actor) =>
  actor.kind === 'visitor' ? 'sign_in' : actor.kind === 'customer' ? 'yes' : 'forbidden'

/** Who enters what happened to a contract: staff, but not auditors. */
export function entersEvents(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}
