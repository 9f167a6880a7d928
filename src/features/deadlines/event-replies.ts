import { forbidden, notFound } from '../../platform/errors.ts'
import { shortDate } from '../../platform/format.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { formId } from '../messages/answer.ts'
import { type Policy, policyById } from '../policies/queries.ts'
import { readDay } from '../service-requests/days.ts'
import { entersEvents } from './access.ts'
import { enterEvent, withdrawEvent } from './changes.ts'
import { todayHere } from './deadline.ts'
import { lawOf } from './laws.ts'
import { eventPage } from './pages/event.tsx'
import { windowPhrases } from './window-phrases.ts'
import { type ContractEvent, kindsUnder, windowOf } from './windows.ts'

type Params = Record<string, string>

const fields = ['kind', 'happened_on', 'effective_on', 'agreed_day', 'note'] as const
export type EventField = (typeof fields)[number]
export type EventValues = Record<EventField, string>

/** «Ereignis erfassen», empty. */
export async function eventForm(visit: Visit, params: Params): Promise<Reply> {
  const policy = await policyToChange(visit, params)
  const kinds = kindsUnder(lawOf(policy))
  const values = { kind: kinds.length === 1 ? kinds[0]! : '', happened_on: '', effective_on: '', agreed_day: '', note: '' }
  return page(eventPage(visit, policy, { id: newId(), kinds, values, errors: {} }))
}

/** Enters the event, or shows the form again with what is missing. Sent twice it is entered once. */
export async function eventReply(visit: Visit, params: Params, body: Record<string, unknown>): Promise<Reply> {
  const policy = await policyToChange(visit, params)
  const id = formId(body)
  const values = typed(body, fields) as EventValues
  const read = readEvent(values, policy, visit.language)
  if ('errors' in read) {
    const kinds = kindsUnder(lawOf(policy))
    return page(eventPage(visit, policy, { id, kinds, values, errors: read.errors }), 422)
  }
  await enterEvent(visit, policy, { id, ...read.event })
  return redirect(href(visit, `/policies/${policy.id}?done=event#deadlines`))
}

/** Takes an event back that was a mistake. */
export async function eventWithdrawal(visit: Visit, params: Params): Promise<Reply> {
  const policy = await policyToChange(visit, params)
  if (!uuid.safeParse(params.event).success) throw notFound()
  await withdrawEvent(visit, policy, params.event!)
  return redirect(href(visit, `/policies/${policy.id}?done=event_withdrawn#deadlines`))
}

async function policyToChange({ db, actor }: Visit, params: Params): Promise<Policy> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const policy = await policyById(db, params.id!)
  if (!entersEvents(actor)) throw forbidden()
  return policy
}

type Read = { event: ContractEvent & { note: string } } | { errors: Partial<Record<EventField, string>> }

function readEvent(values: EventValues, policy: Policy, language: Visit['language']): Read {
  const t = windowPhrases(language)
  const law = lawOf(policy)
  const errors: Partial<Record<EventField, string>> = {}
  const kind = kindsUnder(law).find((one) => one === values.kind)
  if (!kind) errors.kind = t.error_kind
  const [happened_on, effective_on, agreed_day] = [values.happened_on, values.effective_on, values.agreed_day].map((day) =>
    readDay(day),
  )
  if (!happened_on) errors.happened_on = t.error_day
  if (values.effective_on.trim() !== '' && !effective_on) errors.effective_on = t.error_day
  if (values.agreed_day.trim() !== '' && !agreed_day) errors.agreed_day = t.error_day
  if ([...values.note.trim()].length > 200) errors.note = t.error_note
  if (Object.keys(errors).length > 0 || !kind || !happened_on) return { errors }
  const event = {
    kind,
    happened_on,
    effective_on: effective_on ?? null,
    agreed_day: agreed_day ?? null,
    note: values.note.trim(),
  }
  const window = windowOf(event, law)
  if (!window) return { errors: law === 'bvg' ? { effective_on: t.error_effective } : { agreed_day: t.error_agreed } }
  if (window.day < todayHere()) return { errors: { happened_on: t.error_past(shortDate(window.day)) } }
  return { event }
}
