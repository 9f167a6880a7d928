import type { Actor } from '../../platform/actor.ts'

/** Staff who write share the records of the companies they see; an auditor looks only. */
export function shares(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** What a line of business opens is said once for the whole house: administrators alone. */
export function mapsLines(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function === 'administrator'
}
