import type { Actor, Customer, Staff } from '../../platform/actor.ts'

/** Who uploads into the dossier of the own company: its File Managers. Everybody else adds files to the claims they reported. */
export function filesDocuments(actor: Actor): actor is Customer {
  return actor.kind === 'customer' && actor.roles.has('file_manager')
}

/** The broker's people who write: they file into the dossier of any company. An auditor looks only. */
export function filesForCompanies(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** Who re-categorises a document and replaces its file: File Managers of its company, and the broker's people. */
export function tendsDocument(actor: Actor, document: { company_id: string }): boolean {
  return filesForCompanies(actor) || (filesDocuments(actor) && document.company_id === actor.companyId)
}
