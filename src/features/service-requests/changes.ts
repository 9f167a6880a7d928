import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden, Refusal } from '../../platform/errors.ts'
import { type Happening, recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { sendDrafts } from '../attachments/changes.ts'
import type { About } from '../messages/about.ts'
import { startConversation } from '../messages/changes.ts'
import { tellAbout } from '../notifications/tell.ts'
import { opensRequests, reopens, setsState, withdraws } from './access.ts'
import type { CategoryKey } from './categories.ts'
import type { NewRequest } from './input.ts'
import type { ServiceRequest } from './queries.ts'
import type { RequestState } from './states.ts'

interface Opening extends NewRequest {
  category: CategoryKey
  about: About | null
  /** Whose files go with it. */
  draftId: string
}

/** Opens a request under the id the form carried, with its conversation; the database gives the number. Sent again it changes nothing. */
export async function openRequest(visit: Visit, opening: Opening): Promise<void> {
  const { actor } = visit
  if (actor.kind !== 'customer' || !opensRequests(actor)) throw forbidden()
  const { _id: id, category, about, subject, body, details, urgent, wished_on } = opening
  const companyId = about?.companyId ?? actor.companyId
  const opened = await visit.db
    .insertInto('service_request')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: companyId,
      category,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
      subject,
      body,
      details: JSON.stringify(details),
      urgent,
      wished_on,
      author_account_id: actor.id,
      author_name: actorName(actor).slice(0, 200),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
  if (!opened) return
  await sendDrafts(visit, opening.draftId, { request_id: id })
  await recordEvent(visit.db, visit.brokerage, actor, {
    verb: 'service_request.opened',
    subjectKind: 'service_request',
    subjectId: id,
    companyId,
    details: { number: opened.number, category },
  })
  await startConversation(visit, {
    id,
    companyId,
    about: { kind: 'service_request', id, companyId, label: opened.number },
    subject,
    accountId: null,
  })
  await tellAbout(visit, { kind: 'request_opened', about: { kind: 'service_request', id } })
}

/** The author wants nothing any more. */
export async function withdrawRequest(visit: Visit, request: ServiceRequest): Promise<void> {
  if (!withdraws(visit.actor, request)) throw forbidden()
  await moveTo(visit, request, 'withdrawn', { verb: 'service_request.withdrawn', tells: 'withdrawn' })
}

/** The author opens it again and says what is missing. */
export async function reopenRequest(visit: Visit, request: ServiceRequest): Promise<void> {
  if (!reopens(visit.actor, request)) throw forbidden()
  await moveTo(visit, request, 'new', { verb: 'service_request.reopened', tells: 'reopened' })
}

export interface Handling {
  state: RequestState
  /** Who works on it, by id and name; null for nobody yet. */
  handler: { id: string; name: string } | null
  nextStep: string
  nextOn: string | null
  urgent: boolean
  coverConfirmed: boolean
}

/**
 * Staff say how far it is, who works on it and what comes next. Answers false where somebody changed it since `version`; then
 * nothing is written. Everybody is told of a new state and of a confirmed cover, of the rest nobody.
 */
export async function handleRequest(
  visit: Visit,
  request: ServiceRequest,
  handling: Handling,
  version: number,
): Promise<boolean> {
  const { actor } = visit
  if (!setsState(actor, request)) throw forbidden()
  const moves = handling.state !== request.state
  const confirms = handling.coverConfirmed && request.cover_confirmed_at === null
  const { handler } = handling
  const changed = await visit.db
    .updateTable('service_request')
    .set({
      state: handling.state,
      ...(moves && { state_since: sql<Date>`now()` }),
      handler_staff_id: handler?.id ?? null,
      handler_name: handler?.name ?? null,
      next_step: handling.nextStep || null,
      next_on: handling.nextOn,
      urgent: handling.urgent,
      ...(confirms && { cover_confirmed_at: sql<Date>`now()`, cover_confirmed_by: actorName(actor).slice(0, 200) }),
      ...(!handling.coverConfirmed && { cover_confirmed_at: null, cover_confirmed_by: null }),
      updated_at: sql<Date>`now()`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', request.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  const changes = {
    ...(moves && { from: request.state, to: handling.state }),
    ...(handler?.id !== (request.handler_staff_id ?? undefined) && { handler: handler?.name ?? null }),
    ...(confirms && { cover_confirmed: true }),
    ...(request.cover_confirmed_at && !handling.coverConfirmed && { cover_confirmed: false }),
  }
  if (Object.keys(changes).length > 0) await note(visit, request, 'service_request.state_changed', changes)
  if (confirms) await tellState(visit, request, 'cover_confirmed')
  else if (moves) await tellState(visit, request, handling.state)
  return true
}

/** An answer sets the state besides; whoever answers first works on it from then on. */
export async function answerMoves(visit: Visit, request: ServiceRequest, state: RequestState | ''): Promise<boolean> {
  const { actor } = visit
  if (actor.kind !== 'staff' || !setsState(actor, request) || (state === '' && request.handler_staff_id)) return true
  const handler = request.handler_staff_id
    ? { id: request.handler_staff_id, name: request.handler_name ?? '' }
    : { id: actor.id, name: actorName(actor).slice(0, 200) }
  const { next_step, next_on, urgent, cover_confirmed_at, version } = request
  const same = { nextStep: next_step ?? '', nextOn: next_on, urgent, coverConfirmed: cover_confirmed_at !== null }
  return handleRequest(visit, request, { ...same, state: state || request.state, handler }, version)
}

interface Move {
  verb: Happening['verb']
  /** What the notification says the request is now. */
  tells: string
}

async function moveTo(visit: Visit, request: ServiceRequest, state: RequestState, { verb, tells }: Move) {
  const moved = await visit.db
    .updateTable('service_request')
    .set({ state, state_since: sql<Date>`now()`, updated_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', request.id)
    // Two people at once: the second one sees what the first one did before doing anything else.
    .where('state', '=', request.state)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new Refusal(409)
  await note(visit, request, verb, { from: request.state, to: state })
  await tellState(visit, request, tells)
}

function note(visit: Visit, request: ServiceRequest, verb: Happening['verb'], details: Record<string, unknown>) {
  const happening = { subjectKind: 'service_request', subjectId: request.id, companyId: request.company_id, details }
  return recordEvent(visit.db, visit.brokerage, visit.actor, { verb, ...happening })
}

function tellState(visit: Visit, request: ServiceRequest, detail: string) {
  return tellAbout(visit, { kind: 'request_state', about: { kind: 'service_request', id: request.id }, detail })
}
