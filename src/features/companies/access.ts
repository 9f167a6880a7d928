import type { Actor } from '../../platform/actor.ts'

/** Staff register the first User Manager of a company; an auditor looks only. */
export function mayRegisterUserManager(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** Entering and changing companies, their place in a holding included: all of staff but auditors, in the companies they see. */
export function mayEditCompany(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** Archiving and taking back, merging: those who answer for the house or the company, no assistants. */
export function mayArchiveCompany(actor: Actor): boolean {
  return actor.kind === 'staff' && (actor.function === 'administrator' || actor.function === 'account_manager')
}
