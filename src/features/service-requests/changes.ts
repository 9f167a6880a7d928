import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden, Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { sendDrafts } from '../attachments/changes.ts'
import type { About } from '../messages/about.ts'
import { startConversation } from '../messages/changes.ts'
import { tell } from '../notifications/tell.ts'
import { opensRequests, setsState, withdraws } from './access.ts'
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
  await tell(visit, { kind: 'request_opened', requestId: id, path: `/requests/${id}` })
}

/** The author wants nothing any more. */
export async function withdrawRequest(visit: Visit, request: ServiceRequest): Promise<void> {
  if (!withdraws(visit.actor, request)) throw forbidden()
  await moveTo(visit, request, 'withdrawn')
}

/** Staff say how far the request is; the same state again changes nothing and tells nobody. */
export async function setRequestState(visit: Visit, request: ServiceRequest, state: RequestState): Promise<void> {
  if (!setsState(visit.actor, request)) throw forbidden()
  if (request.state !== state) await moveTo(visit, request, state)
}

async function moveTo(visit: Visit, request: ServiceRequest, state: RequestState) {
  const moved = await visit.db
    .updateTable('service_request')
    .set({ state, state_since: sql<Date>`now()`, updated_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', request.id)
    // Two people at once: the second one sees what the first one did before doing anything else.
    .where('state', '=', request.state)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new Refusal(409)
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: state === 'withdrawn' ? 'service_request.withdrawn' : 'service_request.state_changed',
    subjectKind: 'service_request',
    subjectId: request.id,
    companyId: request.company_id,
    details: { from: request.state, to: state },
  })
  await tell(visit, { kind: 'request_state', requestId: request.id, detail: state, path: `/requests/${request.id}` })
}
