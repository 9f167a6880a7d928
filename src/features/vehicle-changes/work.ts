import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { shortDate } from '../../platform/format.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/phrases.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type Item, itemById } from '../inbox/queries.ts'
import { existing } from '../inbox/show.ts'
import { setsState } from '../service-requests/access.ts'
import { labelOf } from '../service-requests/errors.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import { requestById, type ServiceRequest } from '../service-requests/queries.ts'
import { carryOut, type Target } from './changes.ts'
import { carryingOut, formFields, type Wanted, wantedSchema } from './input.ts'
import { type ChangeKind, isChangeKind, needsPolicy } from './kinds.ts'
import { answerText } from './letters.ts'
import { type CheckState, checkPage } from './pages/check.tsx'
import { type FormState, formPage } from './pages/form.tsx'
import { vehicleChangePhrases } from './phrases.ts'
import { barePlate, motorPolicies, type Vehicle, vehiclesOf } from './queries.ts'

type Values = Record<string, unknown>
type Mutation = ServiceRequest & { category: ChangeKind }

interface Opened {
  item: Item
  request: Mutation
  policies: Awaited<ReturnType<typeof motorPolicies>>
  vehicles: Vehicle[]
}

async function open(visit: Visit, params: Record<string, string>): Promise<Opened> {
  const item = await existing(visit, params)
  if (item.kind !== 'service_request') throw notFound()
  const request = await requestById(visit.db, item.id)
  if (!isChangeKind(request.category)) throw notFound()
  if (!setsState(visit.actor, request)) throw forbidden()
  const mutation = { ...request, category: request.category }
  const [policies, vehicles] = await allOf([
    needsPolicy(mutation.category) ? motorPolicies(visit.db, request.company_id) : [],
    vehiclesOf(visit.db, request.company_id),
  ])
  return { item, request: mutation, policies, vehicles }
}

/** The form, filled in with what the customer asked for, or as it comes back from the check. */
export async function formReply(visit: Visit, params: Record<string, string>, query: Values): Promise<Reply> {
  const opened = await open(visit, params)
  const back = query.target !== undefined
  const values = back ? typedValues(opened.request.category, query) : proposed(opened)
  return page(formPage(visit, state(opened, values, {})))
}

function state(
  { request, policies, vehicles }: Opened,
  values: Record<string, string>,
  errors: Record<string, string>,
): FormState {
  return { request, policies, vehicles, values, errors }
}

const typedValues = (kind: ChangeKind, query: Values) =>
  Object.fromEntries(
    formFields(kind).map((name) => [name, typeof query[name] === 'string' ? (query[name] as string).slice(0, 200) : '']),
  )

// What the request says. The vehicle is the one it is about, or the only one with the plate that it names.
function proposed({ request, policies, vehicles }: Opened): Record<string, string> {
  const { category, details, about_kind, about_id } = request
  const bare = barePlate(details.plate)
  const named = vehicles.filter(({ plate }) => bare !== '' && barePlate(plate) === bare)
  const vehicle = about_kind === 'insured_object' ? about_id : named.length === 1 ? named[0]!.id : null
  const policy = about_kind === 'policy' ? about_id : policies.length === 1 ? policies[0]!.id : null
  return {
    ...details,
    ...(details.first_registered_on && { first_registered_on: shortDate(details.first_registered_on) }),
    target: (needsPolicy(category) ? policy : vehicle) ?? '',
    on: shortDate(request.wished_on),
  }
}

/** The page that says what will happen, before anything does. */
export async function checkReply(visit: Visit, params: Record<string, string>, query: Values): Promise<Reply> {
  const opened = await open(visit, params)
  const read = readWanted(visit, opened, query)
  if (!read.ok) return page(formPage(visit, state(opened, typedValues(opened.request.category, query), read.errors)), 422)
  return page(checkPage(visit, await checkState(visit, opened, read)))
}

type Read = { ok: true; wanted: Wanted; target: Target } | { ok: false; errors: Record<string, string> }

function readWanted(visit: Visit, { request, policies, vehicles }: Opened, values: Values): Read {
  const kind = request.category
  const input = readInput(wantedSchema(kind), values)
  if (!input.ok) return { ok: false, errors: sentences(visit.language, kind, input.errors) }
  const policy = policies.find(({ id }) => id === input.value.target) ?? null
  const vehicle = vehicles.find(({ id }) => id === input.value.target) ?? null
  if (needsPolicy(kind) && policy) return { ok: true, wanted: input.value, target: { policy, vehicle: null } }
  if (!needsPolicy(kind) && vehicle) {
    const early = kind === 'vehicle_out' && vehicle.valid_from !== null && input.value.on < vehicle.valid_from
    if (!early) return { ok: true, wanted: input.value, target: { policy: null, vehicle } }
    return { ok: false, errors: { on: vehicleChangePhrases(visit.language).error_before(shortDate(vehicle.valid_from)) } }
  }
  return {
    ok: false,
    errors: sentences(visit.language, kind, [{ field: 'target', code: needsPolicy(kind) ? 'policy' : 'object' }]),
  }
}

function sentences(language: Language, kind: ChangeKind, errors: { field: string; code: string }[]): Record<string, string> {
  const t = vehicleChangePhrases(language)
  const r = requestPhrases(language)
  const known: Record<string, (label: string) => string> = {
    required: r.error_required,
    day: r.error_day,
    too_long: r.error_too_long,
    plate: r.error_plate,
    master_number: r.error_master_number,
    vin: r.error_vin,
    amount: r.error_amount,
    policy: () => t.error_policy,
    object: () => t.error_object,
  }
  const label = (field: string) => (field === 'on' ? labelOf(language, kind, 'wished_on') : labelOf(language, kind, field))
  return Object.fromEntries(errors.map(({ field, code }) => [field, (known[code] ?? r.error_unreadable)(label(field))]))
}

async function checkState(
  visit: Visit,
  opened: Opened,
  { wanted, target }: { wanted: Wanted; target: Target },
  back: Partial<CheckState> = {},
): Promise<CheckState> {
  const { request, vehicles } = opened
  const plate = wanted.details.new_plate ?? wanted.details.plate
  const bare = barePlate(plate)
  const language = await languageOf(visit, request)
  const other = vehicles.find((one) => bare !== '' && one.id !== target.vehicle?.id && barePlate(one.plate) === bare) ?? null
  return {
    request,
    wanted,
    target,
    samePlate: other,
    id: newId(),
    answer: answerText(language, visit, request, wanted),
    state: 'done',
    // Whether the insurer covers it, somebody has to know.
    confirm: false,
    error: null,
    conflict: false,
    ...back,
  }
}

// The answer is written in the language of whoever asked.
async function languageOf(visit: Visit, { author_account_id: id }: ServiceRequest): Promise<Language> {
  const { rows } = await sql<{ language: Language }>`
    select c.language from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    where a.id = ${id}`.execute(visit.db)
  return rows[0]?.language ?? visit.brokerage.language
}

/** Carries it out, all at once, and leads back to the item. */
export async function carryOutReply(visit: Visit, params: Record<string, string>, body: Values): Promise<Reply> {
  const opened = await open(visit, params)
  const read = readWanted(visit, opened, body)
  if (!read.ok) return page(formPage(visit, state(opened, typedValues(opened.request.category, body), read.errors)), 422)
  const input = readInput(carryingOut, body)
  if (!input.ok && input.errors.some(({ field }) => field !== 'answer')) throw new Refusal(400)
  if (!input.ok) {
    const answer = typeof body.answer === 'string' ? body.answer : ''
    const back = { answer, error: vehicleChangePhrases(visit.language).error_answer, confirm: body.confirm !== undefined }
    return page(checkPage(visit, await checkState(visit, opened, read, back)), 422)
  }
  const done = await carryOut(visit, opened.item, opened.request, { ...read, input: input.value })
  if (done) return redirect(href(visit, `/inbox/${opened.item.id}?v=requests&done=carried_out`))
  const again = await open(visit, { id: (await itemById(visit.db, opened.item.id)).id })
  const now = readWanted(visit, again, body)
  if (!now.ok) return page(formPage(visit, state(again, typedValues(again.request.category, body), now.errors)), 409)
  const { answer, confirm, state: moved } = input.value
  return page(checkPage(visit, await checkState(visit, again, now, { answer, confirm, state: moved, conflict: true })), 409)
}
