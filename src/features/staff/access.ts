import type { Actor } from '../../platform/actor.ts'

/** Who invites, changes and removes people of the brokerage: administrators alone. */
export function mayManageStaff(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function === 'administrator'
}
