import { sql } from 'kysely'
import { forbidden, notFound, Refusal, sqlState } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, type Route, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { readList } from '../../records/list-query.ts'
import { presentStaff } from '../staff/queries.ts'
import { mayArchiveCompany, mayEditCompany } from './access.ts'
import { archiveCompany, changeCompany, enterCompany, moveCompany, restoreCompany } from './changes-company.ts'
import {
  archiving,
  type CompanyDetails,
  type CompanyField,
  changedCompany,
  companyFields,
  moving,
  newCompany,
} from './company-input.ts'
import { mergePhrases } from './merge-phrases.ts'
import { archivePage } from './pages/archive.tsx'
import { type CompanyForm, companyFormPage, typedCompany } from './pages/form.tsx'
import { historyPage, peoplePage, recordsPage } from './pages/parts.tsx'
import { showPage } from './pages/show.tsx'
import { type StructurePage, structurePage } from './pages/structure.tsx'
import {
  archiveEffects,
  type Company,
  companyById,
  eventsOfCompany,
  holdingOf,
  parentChoices,
  peopleOf,
  teamChoices,
} from './queries.ts'
import { recordTabs } from './record-tabs.ts'
import { mergeRoutes } from './routes-merge.ts'
import { tabPhrases } from './tab-phrases.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const companyRoutes: Route[] = [
  get('/companies/new', staffOnly, async (visit) => {
    if (!mayEditCompany(visit.actor)) throw forbidden()
    return formReply(visit, null)
  }),
  post('/companies/new', staffOnly, enterReply),
  get('/companies/:id', staffOnly, async (visit, { params, query }) => {
    const company = await companyOf(visit, params)
    const holding = await holdingOf(visit.db, company.id)
    return page(showPage(visit, { company, holding, people: await peopleOf(visit.db, company.id), done: doneText(visit, query) }))
  }),
  get('/companies/:id/edit', staffOnly, async (visit, { params }) => formReply(visit, await editable(visit, params))),
  post('/companies/:id/edit', staffOnly, changeReply),
  get('/companies/:id/people', staffOnly, async (visit, { params }) => {
    const company = await companyOf(visit, params)
    return page(peoplePage(visit, { company, people: await peopleOf(visit.db, company.id) }))
  }),
  get('/companies/:id/structure', staffOnly, async (visit, { params, query }) =>
    structureReply(visit, await companyOf(visit, params), { done: doneText(visit, query) }),
  ),
  get('/companies/:id/parent', staffOnly, async (visit, { params }) => {
    const company = await companyOf(visit, params)
    return redirect(href(visit, `/companies/${company.id}/structure`))
  }),
  post('/companies/:id/parent', staffOnly, moveReply),
  get('/companies/:id/history', staffOnly, async (visit, { params }) => {
    const company = await companyOf(visit, params)
    return page(historyPage(visit, { company, happened: await eventsOfCompany(visit.db, company.id) }))
  }),
  get('/companies/:id/archive', staffOnly, async (visit, { params }) => {
    const company = await archivable(visit, params)
    if (company.state !== 'active') return redirect(href(visit, `/companies/${company.id}`))
    return page(archivePage(visit, { company, effects: await archiveEffects(visit.db, company.id) }))
  }),
  post('/companies/:id/archive', staffOnly, (visit, request) => stateReply(visit, request, archiveCompany, 'archived'), {
    sudo: {},
  }),
  post('/companies/:id/restore', staffOnly, (visit, request) => stateReply(visit, request, restoreCompany, 'restored')),
  ...mergeRoutes,
  get('/companies/:id/restore', staffOnly, async (visit, { params }) =>
    redirect(href(visit, `/companies/${(await companyOf(visit, params)).id}`)),
  ),
  ...recordTabs.map(({ part, list, column }) =>
    get(`/companies/:id/${part}`, staffOnly, async (visit, { params }) => {
      const company = await companyOf(visit, params)
      const state = { view: 'all', search: '', order: list.order, size: 50, page: 1 }
      const result = await readList(visit.db, list, state, { column, id: company.id })
      return page(recordsPage(visit, { company, part, list, result }))
    }),
  ),
]

const doneKeys = ['created', 'saved', 'moved', 'archived', 'restored'] as const

function doneText(visit: Visit, query: Record<string, unknown>): string | null {
  if (query.done === 'merged') return mergePhrases(visit.language).done
  const key = doneKeys.find((one) => one === query.done)
  return key ? tabPhrases(visit.language)[`done_${key}`] : null
}

function companyOf(visit: Visit, params: Record<string, string>): Promise<Company> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return companyById(visit.db, params.id!)
}

async function editable(visit: Visit, params: Record<string, string>): Promise<Company> {
  const company = await companyOf(visit, params)
  if (!mayEditCompany(visit.actor)) throw forbidden()
  return company
}

async function archivable(visit: Visit, params: Record<string, string>): Promise<Company> {
  const company = await companyOf(visit, params)
  if (!mayArchiveCompany(visit.actor)) throw forbidden()
  return company
}

async function formReply(visit: Visit, company: Company | null, back: Partial<CompanyForm> = {}, status = 200): Promise<Reply> {
  const empty = Object.fromEntries(companyFields.map((field) => [field, ''])) as Record<CompanyField, string>
  // Who enters a company looks after it, unless the form says otherwise: else an account manager would not see it any more.
  const own = visit.actor.kind === 'staff' ? visit.actor.id : ''
  const begun = { ...empty, language: visit.brokerage.language, account_manager_id: own, approval: 'house' }
  const form: CompanyForm = {
    company,
    id: company?.id ?? newId(),
    version: company?.version ?? 1,
    values: company ? typedCompany(company) : begun,
    managers: await managersFor(visit, company),
    teams: await teamChoices(visit.db),
    errors: {},
    conflict: false,
    ...back,
  }
  return page(companyFormPage(visit, form), status)
}

// Whoever looks after it today stays in the list, even if they have left the house.
async function managersFor(visit: Visit, company: Company | null) {
  const present = await presentStaff(visit.db)
  const now = company?.account_manager_id
  return now && !present.some(({ value }) => value === now)
    ? [...present, { value: now, label: company.account_manager }]
    : present
}

async function enterReply(visit: Visit, { body }: Request): Promise<Reply> {
  if (!mayEditCompany(visit.actor)) throw forbidden()
  const given = uuid.safeParse(body._id)
  if (!given.success) throw new Refusal(400)
  const back = { id: given.data, values: typed(body, companyFields) as CompanyForm['values'] }
  const input = readInput(newCompany, body)
  const errors = await wrong(visit, null, input)
  if (!input.ok || Object.keys(errors).length > 0) return formReply(visit, null, { ...back, errors }, 422)
  const { _id, ...details } = input.value
  await enterCompany(visit, _id, details)
  return redirect(href(visit, `/companies/${_id}?done=created`))
}

async function changeReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const company = await editable(visit, params)
  if (!archiving.safeParse(body).success) throw new Refusal(400)
  const back = { values: typed(body, companyFields) as CompanyForm['values'], version: Number(body.version) }
  const input = readInput(changedCompany, body)
  const errors = await wrong(visit, company, input)
  if (!input.ok || Object.keys(errors).length > 0) return formReply(visit, company, { ...back, errors }, 422)
  const { version, ...details } = input.value
  const done = await changeCompany(visit, company, version, details)
  if (done.kind === 'conflict')
    return formReply(visit, done.current, { ...back, version: done.current.version, conflict: true }, 409)
  return redirect(href(visit, `/companies/${company.id}?done=saved`))
}

type Read = ReturnType<typeof readInput<typeof newCompany>> | ReturnType<typeof readInput<typeof changedCompany>>

// Account manager and team must be among those offered.
async function wrong(visit: Visit, company: Company | null, input: Read): Promise<Record<string, string>> {
  const t = tabPhrases(visit.language)
  if (!input.ok) return Object.fromEntries(input.errors.map(({ field, code }) => [field, message(field, code)]))
  const { account_manager_id, team_id } = input.value as CompanyDetails
  const errors: Record<string, string> = {}
  const offered = async (id: string | null, choices: Promise<{ value: string }[]>) =>
    id === null || (await choices).some(({ value }) => value === id)
  if (!(await offered(account_manager_id, managersFor(visit, company)))) errors.account_manager_id = t.error_choose
  if (!(await offered(team_id, teamChoices(visit.db)))) errors.team_id = t.error_choose
  return errors

  function message(field: string, code: string): string {
    if (field === 'name' && code === 'required') return t.error_name
    if (code === 'uid') return t.error_uid
    if (field === 'canton') return t.error_canton
    return ['language', 'account_manager_id', 'team_id', 'approval'].includes(field) ? t.error_choose : t.error_text
  }
}

async function structureReply(visit: Visit, company: Company, back: Partial<StructurePage> = {}, status = 200): Promise<Reply> {
  const content: StructurePage = {
    company,
    holding: await holdingOf(visit.db, company.id),
    parents: await parentChoices(visit.db, company),
    parent: company.parent_id ?? '',
    refused: null,
    ...back,
  }
  return page(structurePage(visit, content), status)
}

const whyNot: Record<string, 'cycle' | 'depth' | 'busy'> = {
  DS001: 'cycle',
  DS002: 'depth',
  '23514': 'cycle',
  '40P01': 'busy',
  '55P03': 'busy',
}

async function moveReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const company = await editable(visit, params)
  const input = readInput(moving, body)
  if (!input.ok || company.state !== 'active') throw new Refusal(400)
  const { parent, version } = input.value
  const t = tabPhrases(visit.language)
  const back = { parent: parent ?? '' }
  await sql`savepoint move`.execute(visit.db)
  try {
    const moved = await moveCompany(visit, company, parent, version)
    if (!moved) return structureReply(visit, await companyOf(visit, params), { ...back, refused: t.why_busy }, 409)
  } catch (error) {
    const why = whyNot[sqlState(error) ?? '']
    if (!why) throw error
    await sql`rollback to savepoint move`.execute(visit.db)
    return structureReply(visit, await companyOf(visit, params), { ...back, refused: t[`why_${why}`] }, 409)
  }
  return redirect(href(visit, `/companies/${company.id}/structure?done=moved`))
}

async function stateReply(
  visit: Visit,
  { params, body }: Request,
  change: typeof archiveCompany,
  done: 'archived' | 'restored',
): Promise<Reply> {
  const company = await archivable(visit, params)
  const input = readInput(archiving, body)
  if (!input.ok) throw new Refusal(400)
  const changed = await change(visit, company, input.value.version)
  // Somebody was faster: the page shows what is now.
  return redirect(href(visit, `/companies/${company.id}${changed ? `?done=${done}` : ''}`))
}
