import { canonicalEmail } from '../../platform/email.ts'
import { notFound } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'
import { createContact } from '../contacts/changes.ts'
import { contactById } from '../contacts/queries.ts'
import { openAccount } from '../portal-accounts/changes.ts'
import { applyRoles } from '../portal-accounts/changes-roles.ts'
import { currentGrants, findAccount, lockedAccount } from '../portal-accounts/queries.ts'

interface NewPerson {
  _id: string
  salutation: 'mrs' | 'mr' | null
  first_name: string
  last_name: string
  email: string
  language: 'de' | 'fr' | 'it' | 'en'
}

export interface Registered {
  contactId: string
  /** False where the account was open already and only got the role. */
  invited: boolean
}

/** A new contact of the company becomes its User Manager: contact, account, role and welcome mail in one go (manual, chapter 1). */
export async function registerNewPerson(
  visit: Visit,
  companyId: string,
  person: NewPerson,
  accountId: string,
): Promise<Registered> {
  const { _id, ...details } = person
  const email = canonicalEmail(details.email) && details.email
  await createContact(visit, _id, companyId, { ...details, email, position: null, phone: null, mobile: null })
  return registerPerson(visit, companyId, _id, accountId)
}

/** A contact of the company becomes its User Manager; an account that exists already only gets the role. */
export async function registerPerson(visit: Visit, companyId: string, contactId: string, accountId: string): Promise<Registered> {
  const contact = await contactById(visit.db, contactId)
  if (contact.company_id !== companyId) throw notFound()
  const opened = await openAccount(visit, contactId, accountId, [{ role: 'user_manager', until: null }], '')
  if (!opened) await addRole(visit, contactId)
  return { contactId, invited: opened !== null }
}

async function addRole(visit: Visit, contactId: string) {
  const known = await findAccount(visit.db, contactId)
  const account = await lockedAccount(visit.db, known!.id)
  const held = await currentGrants(visit.db, account.id)
  const kept = held
    .filter((grant) => grant.role !== 'user_manager')
    .map((grant) => ({ role: grant.role, until: grant.valid_until }))
  await applyRoles(visit, account, [...kept, { role: 'user_manager', until: null }], { reason: '', version: null })
}
