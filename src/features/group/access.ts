import type { Actor } from '../../platform/actor.ts'
import type { Access } from '../../platform/routes.ts'

/** Whose scope is a group: the holding's Konzernmanager. To everybody else, staff included, these addresses do not exist. */
export function seesGroup(actor: Actor): boolean {
  return actor.kind === 'customer' && actor.holding && actor.roles.has('group_manager')
}

export const groupOnly: Access = (actor) => (actor.kind === 'visitor' ? 'sign_in' : seesGroup(actor) ? 'yes' : 'forbidden')
