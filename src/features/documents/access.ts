import type { Actor, Customer } from '../../platform/actor.ts'

/** Who uploads into the dossier of the own company: its File Managers. Everybody else adds files to the claims they reported. */
export function filesDocuments(actor: Actor): actor is Customer {
  return actor.kind === 'customer' && actor.roles.has('file_manager')
}

/** Whether anybody may have the bytes: what is known to be infected, or still waits for the scanner, stays here (security.md F5). */
export function mayLeave(scanState: string): boolean {
  return scanState === 'clean' || scanState === 'unscanned'
}
