import type { Actor } from '../../platform/actor.ts'

/** Who acts on several accounts at once: staff, but auditors. Which accounts there are for them the row rules say. */
export function mayActOnAccounts(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}
