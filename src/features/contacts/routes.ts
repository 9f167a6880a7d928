import { canonicalEmail } from '../../platform/email.ts'
import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { version as rowVersion, typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, readInput, redirect, signedIn } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { openRequests } from '../portal-accounts/queries.ts'
import { looksAfterPeople } from './access.ts'
import { createContact, editContact } from './changes.ts'
import { type ContactDetails, type ContactField, changedContact, contactFields, newContact } from './input.ts'
import { contactList } from './list.tsx'
import { editPage, type FormState, newPage } from './pages/form.tsx'
import { listPage } from './pages/list.tsx'
import { contactPhrases } from './phrases.ts'
import { type Contact, contactById, contactsWithEmail, managedCompanies } from './queries.ts'
import { typedValues } from './values.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const routes = [
  ...listRoutes(contactList, signedIn, async (visit, state, result) => {
    // Staff find what waits on top of their companies.
    const asked = visit.actor.kind === 'customer' && looksAfterPeople(visit.actor)
    return listPage(visit, state, result, asked ? await openRequests(visit.db) : [])
  }),
  get('/contacts/new', signedIn, newReply),
  post('/contacts/new', signedIn, createReply),
  get('/contacts/:id/edit', signedIn, async (visit, { params }) => {
    const contact = await editable(visit, params)
    const { version } = contact
    return page(editPage(visit, { contact, version, conflict: null, values: typedValues(contact), errors: {}, sameEmail: false }))
  }),
  post('/contacts/:id/edit', signedIn, editReply),
]

async function newReply(visit: Visit, { query }: Request): Promise<Reply> {
  if (!looksAfterPeople(visit.actor)) throw forbidden()
  const companies = await choosable(visit, query.company)
  const companyId = companies.length === 1 ? companies[0]!.id : visit.actor.kind === 'customer' ? visit.actor.companyId : ''
  const language = companies.find((company) => company.id === companyId)?.language ?? visit.brokerage.language
  const values = { ...emptyValues, language }
  return page(newPage(visit, { id: newId(), companies, companyId, values, errors: {}, sameEmail: false }))
}

const emptyValues = Object.fromEntries(contactFields.map((field) => [field, ''])) as Record<ContactField, string>

// From a company's page the company is given; where only one can be meant there is nothing to choose.
async function choosable(visit: Visit, wanted: unknown) {
  const companies = await managedCompanies(visit.db)
  const given = companies.filter((company) => company.id === wanted)
  return given.length > 0 ? given : companies
}

async function createReply(visit: Visit, { body, query }: Request): Promise<Reply> {
  if (!looksAfterPeople(visit.actor)) throw forbidden()
  const companies = await managedCompanies(visit.db)
  const input = readInput(newContact, body)
  const errors = input.ok ? {} : messages(visit, input.errors)
  // A company that is not theirs to look after is as if it were not there.
  const companyId = companies.find((company) => company.id === body.company_id)?.id
  if (!companyId) errors.company_id = contactPhrases(visit.language).error_choose(contactPhrases(visit.language).company)
  const given = uuid.safeParse(body._id)
  if (!given.success) throw new Refusal(400)
  const id = given.data
  const again = input.ok && companyId ? await sameEmail(visit, companyId, id, input.value) : null
  if (again) errors.email = again
  if (input.ok && companyId && !again) {
    const { _id, company_id: _company, same_email: _same, ...details } = input.value
    await createContact(visit, _id, companyId, details)
    return redirect(href(visit, `/contacts/${_id}?done=created`))
  }
  const shown =
    typeof query.company === 'string' && companyId === query.company ? companies.filter((c) => c.id === companyId) : companies
  const form = { values: typedFields(body), errors, sameEmail: again !== null }
  return page(newPage(visit, { id, companies: shown, companyId: companyId ?? '', ...form }), 422)
}

async function editReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const contact = await editable(visit, params)
  const input = readInput(changedContact, body)
  const seen = rowVersion.safeParse(body.version)
  if (!seen.success) throw new Refusal(400)
  const refused = (errors: Record<string, string>, again = false) =>
    page(
      editPage(visit, { contact, version: seen.data, conflict: null, values: typedFields(body), errors, sameEmail: again }),
      422,
    )
  if (!input.ok) return refused(messages(visit, input.errors))
  const { version, same_email: _, ...details } = input.value
  const changesEmail = details.email !== contact.email
  const again = changesEmail ? await sameEmail(visit, contact.company_id, contact.id, input.value) : null
  if (again) return refused({ email: again }, true)
  const edited = await editContact(visit, contact, version, details)
  if (edited.kind === 'conflict') {
    const form: FormState = { values: typedFields(body), errors: {}, sameEmail: false }
    const { current } = edited
    return page(editPage(visit, { contact: current, version: current.version, conflict: current, ...form }), 409)
  }
  const open = contact.account_state === 'active' || contact.account_state === 'suspended'
  const done = edited.linkRevoked ? 'link_dead' : open && changesEmail ? 'name_stays' : 'saved'
  return redirect(href(visit, `/contacts/${contact.id}?done=${done}`))
}

async function editable(visit: Visit, params: Record<string, string>): Promise<Contact> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const contact = await contactById(visit.db, params.id!)
  if (!looksAfterPeople(visit.actor)) throw forbidden()
  return contact
}

/** The sentence about others with this address; null where there are none or the person said that it is somebody else. */
async function sameEmail(visit: Visit, companyId: string, id: string, input: ContactDetails & { same_email: boolean }) {
  const key = input.email && canonicalEmail(input.email)
  if (!key || input.same_email) return null
  const others = await contactsWithEmail(visit.db, companyId, key, id)
  if (others.length === 0) return null
  return contactPhrases(visit.language).error_same_email(others.map((other) => other.full_name).join(', '))
}

function typedFields(body: Record<string, unknown>) {
  return typed(body, contactFields) as Record<ContactField, string>
}

function messages(visit: Visit, errors: { field: string; code: string }[]): Record<string, string> {
  const t = contactPhrases(visit.language)
  const label = (field: string) => (field === 'company_id' ? t.company : (t[field as ContactField] ?? ''))
  const byCode: Record<string, (field: string) => string> = {
    required: () => t.error_last_name,
    email: () => t.error_email,
    phone: () => t.error_phone,
    choose: (field) => t.error_choose(label(field)),
    too_long: (field) => t.error_too_long(label(field)),
  }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (byCode[code] ?? ((f: string) => t.error_unreadable(label(f))))(field)]),
  )
}
