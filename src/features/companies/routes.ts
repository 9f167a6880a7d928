import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { accountPhrases } from '../portal-accounts/phrases.ts'
import { openRequests } from '../portal-accounts/queries.ts'
import { guarded, refusedStatus } from '../portal-accounts/refused.ts'
import { mayRegisterUserManager } from './access.ts'
import { type Registered, registerNewPerson, registerPerson } from './changes.ts'
import { existingPerson, newPerson, type UserManagerField, userManagerFields } from './input.ts'
import { companyList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { type UserManagerForm, userManagerPage } from './pages/user-manager.tsx'
import { companyPhrases } from './phrases.ts'
import { companyById, peopleOf } from './queries.ts'
import { companyRoutes } from './routes-company.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const routes = [
  ...listRoutes(companyList, staffOnly, async (visit, state, result) =>
    listPage(visit, state, result, await openRequests(visit.db)),
  ),
  ...companyRoutes,
  get('/companies/:id/user-manager', staffOnly, async (visit, { params }) => formReply(visit, idOf(params))),
  post('/companies/:id/user-manager', staffOnly, registerReply),
]

function idOf(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

/** The form, empty or as it comes back. */
async function formReply(visit: Visit, companyId: string, back: Partial<UserManagerForm> = {}, status = 200): Promise<Reply> {
  const company = await companyById(visit.db, companyId)
  if (!mayRegisterUserManager(visit.actor)) throw forbidden()
  const empty = Object.fromEntries(userManagerFields.map((field) => [field, ''])) as Record<UserManagerField, string>
  const form: UserManagerForm = {
    company,
    people: await peopleOf(visit.db, companyId),
    ids: { contact: newId(), account: newId() },
    values: { ...empty, language: company.language },
    errors: {},
    refused: null,
    ...back,
  }
  return page(userManagerPage(visit, form), status)
}

async function registerReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const companyId = idOf(params)
  await companyById(visit.db, companyId)
  if (!mayRegisterUserManager(visit.actor)) throw forbidden()
  const ids = { contact: uuid.safeParse(body._id).data, account: uuid.safeParse(body.account_id).data }
  if (!ids.contact || !ids.account) throw new Refusal(400)
  const values = typed(body, userManagerFields) as Record<UserManagerField, string>
  const back = { values, ids: { contact: ids.contact, account: ids.account } }
  const work = registration(visit, companyId, body)
  if (!work.ok) return formReply(visit, companyId, { ...back, errors: messages(visit, work.errors) }, 422)
  const done = await guarded(visit.db, work.run)
  if (done.ok) {
    const { contactId, invited } = done.value
    return redirect(href(visit, `/contacts/${contactId}?done=${invited ? 'invited' : 'roles&plus=user_manager'}`))
  }
  const sentence = accountPhrases(visit.language)[`why_${done.why}`]
  const refused = typeof sentence === 'string' ? sentence : sentence(done.person)
  return formReply(visit, companyId, { ...back, refused }, refusedStatus(done.why))
}

type Registration = { ok: true; run: () => Promise<Registered> } | { ok: false; errors: { field: string; code: string }[] }

function registration(visit: Visit, companyId: string, body: Record<string, unknown>): Registration {
  if (body.person) {
    const input = readInput(existingPerson, body)
    if (!input.ok) return input
    const { person, account_id } = input.value
    return { ok: true, run: () => registerPerson(visit, companyId, person, account_id) }
  }
  const input = readInput(newPerson, body)
  if (!input.ok) return input
  const { account_id, ...person } = input.value
  return { ok: true, run: () => registerNewPerson(visit, companyId, person, account_id) }
}

function messages(visit: Visit, errors: { field: string; code: string }[]): Record<string, string> {
  const t = companyPhrases(visit.language)
  const message = (field: string, code: string) => {
    if (field === 'person') return t.error_person
    if (field === 'email') return t.error_email
    if (code === 'required') return t.error_last_name
    return code === 'choose' ? t.error_choose : t.error_text
  }
  return Object.fromEntries(errors.map(({ field, code }) => [field, message(field, code)]))
}
