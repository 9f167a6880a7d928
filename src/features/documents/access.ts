import type { Actor, Customer } from '../../platform/actor.ts'

/** Who uploads into the dossier of the own company: its File Managers. Everybody else adds files to the claims they reported. */
export function filesDocuments(actor: Actor): actor is Customer {
  return actor.kind === 'customer' && actor.roles.has('file_manager')
}
