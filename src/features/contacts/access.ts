import type { Actor } from '../../platform/actor.ts'

/**
 * Who looks after people at all: broker staff, but not an auditor, and User Managers. Whose contacts these are the row rules
 * decide (domain 2.8), so this asks for the verb alone.
 */
export function looksAfterPeople(actor: Actor): boolean {
  if (actor.kind === 'staff') return actor.function !== 'auditor'
  return actor.kind === 'customer' && actor.roles.has('user_manager')
}

/** Lists show whose company a contact is of only where there can be several. */
export function seesSeveralCompanies(actor: Actor): boolean {
  return actor.kind === 'staff' || (actor.kind === 'customer' && actor.holding && actor.roles.has('user_manager'))
}
