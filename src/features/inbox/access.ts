import type { Actor } from '../../platform/actor.ts'

/** Who works in the inbox: the broker's people, but not an auditor, who only reads. */
export function worksInbox(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** Who says what the brokerage promises, and keeps its text modules and macros apart from their use. */
export function setsPromise(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function === 'administrator'
}
