import type { Actor } from '../../platform/actor.ts'

/** Who may offer a view to the whole company; the database says the same. */
export function mayShareViews(actor: Actor): boolean {
  return actor.kind === 'customer' && actor.roles.has('user_manager')
}
