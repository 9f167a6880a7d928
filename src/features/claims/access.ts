import type { Actor } from '../../platform/actor.ts'

/** Who may know the insurer's reserve (domain 2.5). The query asks the same question of the database. */
export function seesReserve(actor: Actor): boolean {
  return actor.kind === 'staff' || (actor.kind === 'customer' && actor.roles.has('full_access'))
}
