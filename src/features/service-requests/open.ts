import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { openFiles, receiveFiles } from '../attachments/received.ts'
import { deadlinesOf } from '../deadlines/on-record.tsx'
import { type About, findAbout, readAbout } from '../messages/about.ts'
import { opensRequests } from './access.ts'
import { type CategoryKey, categories, categoryKeys, detailsOf } from './categories.ts'
import { openRequest } from './changes.ts'
import { type DetailKey, detailKeys, specOf } from './details.ts'
import { requestErrors } from './errors.ts'
import { type NewRequest, newRequest, requestFields } from './input.ts'
import { choosePage } from './pages/choose.tsx'
import { type Choices, newPage } from './pages/new.tsx'
import { requestPhrases } from './phrases.ts'
import { findVehicle, linesToChoose, policiesToChoose, vehicleOf, vehiclesToPropose } from './queries.ts'

/** The kinds of records that a request can be about. */
const kinds = ['policy', 'insured_object', 'claim'] as const

/** «Anfrage eröffnen»: first what it is about, then the form of the category. */
export async function newReply(visit: Visit, query: Record<string, unknown>): Promise<Reply> {
  if (!opensRequests(visit.actor)) throw forbidden()
  const key = readAbout(query.about, kinds)
  const about = await findAbout(visit.db, key)
  if (key && !about) throw notFound()
  const category = categoryOf(query.category)
  if (!category) return page(choosePage(visit, about))
  const id = newId()
  return page(
    newPage(visit, {
      id,
      category,
      about,
      choices: await choices(visit, category, about),
      notice: await noticeFor(visit, category, about),
      values: await preset(visit, category, about),
      errors: {},
      files: await openFiles(visit, id),
    }),
  )
}

/** Opens the request, or shows the form again as it was filled in. */
export async function openReply(visit: Visit, body: Record<string, unknown>, upload: Upload | undefined): Promise<Reply> {
  if (!opensRequests(visit.actor)) throw forbidden()
  const category = categoryOf(body.category)
  const id = uuid.safeParse(body._id)
  if (!category || !id.success) throw new Refusal(400)
  const spec = categories[category]
  const input = readInput(newRequest(category), body)
  const files = await receiveFiles(visit, id.data, body, upload, { kind: 'service_request', id: id.data })
  const about = await findAbout(visit.db, readAbout(body.about, kinds))
  // A policy may have been chosen from the list, anything else came with the address.
  const chosen = about?.kind === 'policy' && spec.policies !== 'none'
  const wrong = input.ok ? [] : input.errors
  const missing = spec.policies === 'needed' && !about && (await policiesToChoose(visit.db)).length > 0
  if ((body.about && !about) || missing) wrong.push({ field: 'about', code: 'choose' })
  const line = input.ok && input.value.details.line
  if (line && !(await linesToChoose(visit.db)).includes(line)) wrong.push({ field: 'line', code: 'choose' })
  if (!input.ok || wrong.length + files.errors.length > 0) {
    const state = {
      id: id.data,
      category,
      about: chosen ? null : about,
      choices: await choices(visit, category, chosen ? null : about),
      notice: await noticeFor(visit, category, about),
      values: typed(body, [...requestFields, ...detailKeys]),
      errors: requestErrors(visit.language, category, wrong),
      files,
    }
    return page(newPage(visit, state), files.tooMuch ? 413 : 422)
  }
  const record = about ?? (spec.knownPlate ? await vehicleWith(visit, input.value.details.plate) : null)
  const subject = input.value.subject || subjectOf(visit, category, input.value, record)
  await openRequest(visit, { ...input.value, subject, category, about: record, draftId: files.draftId })
  return redirect(href(visit, `/requests/${id.data}?done=opened`))
}

function categoryOf(value: unknown): CategoryKey | undefined {
  return categoryKeys.find((key) => key === value)
}

async function choices(visit: Visit, category: CategoryKey, about: About | null): Promise<Choices> {
  const { policies, knownPlate, details } = categories[category]
  return {
    policies: about || policies === 'none' ? [] : await policiesToChoose(visit.db),
    vehicles: knownPlate ? await vehiclesToPropose(visit.db) : [],
    lines: details.some((name) => name === 'line') ? await linesToChoose(visit.db) : [],
  }
}

/** The next deadline of a policy whose termination is asked about; undefined where none is asked for. */
export async function noticeFor(visit: Visit, category: CategoryKey, about: { kind: string | null; id: string | null } | null) {
  if (category !== 'termination' || about?.kind !== 'policy' || !about.id) return undefined
  const deadlines = await deadlinesOf(visit.db, { kind: 'policy', id: about.id })
  return deadlines?.find(({ kind }) => kind === 'notice') ?? null
}

// What is known of the vehicle whose page it was opened from need not be typed again.
async function preset(visit: Visit, category: CategoryKey, about: About | null): Promise<Record<string, string>> {
  const asked = detailsOf(category).map(({ key }) => key)
  const known = about?.kind === 'insured_object' ? await vehicleOf(visit.db, about.id) : {}
  return Object.fromEntries(asked.map((key: DetailKey) => [key, known[key] ?? specOf(key).preset ?? '']))
}

// A plate that one vehicle carries says which one is meant.
async function vehicleWith(visit: Visit, plate: string | undefined): Promise<About | null> {
  const id = plate ? await findVehicle(visit.db, plate) : null
  return id ? findAbout(visit.db, { kind: 'insured_object', id }) : null
}

// «Fahrzeug einlösen: LU 12345»: what a list must say without being opened.
function subjectOf(visit: Visit, category: CategoryKey, { details }: NewRequest, about: About | null): string {
  const what = details.new_plate ?? details.plate ?? details.make_model ?? details.recipient ?? details.line ?? about?.label
  const name = requestPhrases(visit.language)[category]
  return (what ? `${name}: ${what}` : name).slice(0, 160)
}
