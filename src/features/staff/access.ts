import type { Actor } from '../../platform/actor.ts'

/** Who invites, changes and removes people of the brokerage, and forms teams: administrators alone. */
export function mayManageStaff(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function === 'administrator'
}

/** Function and leaving are another administrator's business: nobody changes the own. */
export function mayChangeFunction(actor: Actor, staffId: string): boolean {
  return mayManageStaff(actor) && actor.kind === 'staff' && actor.id !== staffId
}

/** Everybody who works here enters the own absences, administrators everybody's. */
export function mayEnterAbsence(actor: Actor, staffId: string): boolean {
  return mayManageStaff(actor) || (actor.kind === 'staff' && actor.function !== 'auditor' && actor.id === staffId)
}
