import type { Actor } from '../../platform/actor.ts'

/** Who may write at all: everybody who is signed in but an auditor. Where they may, the row rules decide. */
export function writes(actor: Actor): boolean {
  return actor.kind === 'customer' || (actor.kind === 'staff' && actor.function !== 'auditor')
}
