import type { Actor } from '../../platform/actor.ts'

/** Who brings exports in: administrators and account managers. The others of the brokerage read what came. */
export function mayImport(actor: Actor): boolean {
  return actor.kind === 'staff' && (actor.function === 'administrator' || actor.function === 'account_manager')
}
