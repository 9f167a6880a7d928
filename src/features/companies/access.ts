import type { Actor } from '../../platform/actor.ts'

/** Staff register the first User Manager of a company; an auditor looks only. */
export function mayRegisterUserManager(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}
