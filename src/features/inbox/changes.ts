import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { handleRequest } from '../service-requests/changes.ts'
import { requestById } from '../service-requests/queries.ts'
import { worksInbox } from './access.ts'
import type { Item } from './queries.ts'

type Worked = Pick<Item, 'id' | 'kind'>

// What the broker's people do among themselves names no company: events of a company can be read by its User Managers.
function note(visit: Visit, item: Worked, verb: `inbox.${string}`, details: Record<string, unknown> = {}) {
  const happening = { verb, subjectKind: 'inbox_item', subjectId: item.id, companyId: null, details }
  return recordEvent(visit.db, visit.brokerage, visit.actor, happening)
}

/**
 * Gives an item to somebody of the broker's people, or back to the team (null). `seen` is who had it when the form was drawn: false
 * where somebody was faster, so of two who take the same thing one gets it.
 */
export async function assignItem(
  visit: Visit,
  item: Worked,
  to: { id: string; name: string } | null,
  seen: string | null,
): Promise<boolean> {
  if (!worksInbox(visit.actor)) throw forbidden()
  // Who works on a request stands in the request, for the customer to see; the inbox follows it.
  const taken =
    item.kind === 'service_request'
      ? await visit.db
          .updateTable('service_request')
          .set({
            handler_staff_id: to?.id ?? null,
            handler_name: to?.name ?? null,
            version: sql<number>`version + 1`,
            updated_at: sql<Date>`now()`,
          })
          .where('id', '=', item.id)
          .where(sql<boolean>`handler_staff_id is not distinct from ${seen}`)
          .returning('id')
          .executeTakeFirst()
      : await visit.db
          .updateTable('inbox_item')
          .set({ assigned_staff_id: to?.id ?? null, version: sql<number>`version + 1` })
          .where('id', '=', item.id)
          .where(sql<boolean>`assigned_staff_id is not distinct from ${seen}`)
          .returning('id')
          .executeTakeFirst()
  if (!taken) return false
  await note(visit, item, 'inbox.assigned', { to: to?.name ?? null })
  return true
}

/** Whether an item can be closed by hand: a role request is closed by deciding it. */
export function isFinishable({ kind, done }: Pick<Item, 'kind' | 'done'>): boolean {
  return !done && kind !== 'role_request'
}

/** Nothing is left to do. A request is done with it, and its author told so. Done already is no mistake. */
export async function finishItem(visit: Visit, item: Worked & Pick<Item, 'done'>): Promise<void> {
  if (!worksInbox(visit.actor)) throw forbidden()
  if (!isFinishable(item)) return
  if (item.kind === 'service_request') await closeRequest(visit, item.id)
  await visit.db
    .updateTable('inbox_item')
    .set({
      done_at: sql<Date>`now()`,
      done_by: visit.actor.kind === 'staff' ? actorName(visit.actor).slice(0, 200) : null,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', item.id)
    .execute()
  await note(visit, item, 'inbox.done')
}

async function closeRequest(visit: Visit, id: string): Promise<void> {
  const request = await requestById(visit.db, id)
  if (request.state === 'done' || request.state === 'withdrawn') return
  const { handler_staff_id: staffId, handler_name: name, next_step, next_on, urgent, cover_confirmed_at, version } = request
  const actor = visit.actor
  const handler = staffId
    ? { id: staffId, name: name ?? '' }
    : actor.kind === 'staff'
      ? { id: actor.id, name: actorName(actor) }
      : null
  const same = { nextStep: next_step ?? '', nextOn: next_on, urgent, coverConfirmed: cover_confirmed_at !== null }
  await handleRequest(visit, request, { ...same, state: 'done', handler }, version)
}

/** Back to those that are open. A request is in work again. */
export async function reopenItem(visit: Visit, item: Worked & Pick<Item, 'done'>): Promise<void> {
  if (!worksInbox(visit.actor)) throw forbidden()
  if (!item.done || item.kind === 'role_request') return
  if (item.kind === 'service_request') {
    const request = await requestById(visit.db, item.id)
    if (request.state === 'withdrawn') return
    if (request.state === 'done') {
      const { next_step, next_on, urgent, cover_confirmed_at, version } = request
      const handler = request.handler_staff_id ? { id: request.handler_staff_id, name: request.handler_name ?? '' } : null
      const same = { nextStep: next_step ?? '', nextOn: next_on, urgent, coverConfirmed: cover_confirmed_at !== null }
      await handleRequest(visit, request, { ...same, state: 'in_progress', handler }, version)
    }
  }
  await visit.db
    .updateTable('inbox_item')
    .set({ done_at: null, done_by: null, version: sql<number>`version + 1` })
    .where('id', '=', item.id)
    .execute()
  await note(visit, item, 'inbox.reopened')
}

/** Puts an item aside until a moment, or takes it back (null). */
export async function snoozeItem(visit: Visit, item: Worked, until: Date | null): Promise<void> {
  if (!worksInbox(visit.actor)) throw forbidden()
  await visit.db
    .updateTable('inbox_item')
    .set({ snoozed_until: until, snoozed_at: until && sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', item.id)
    .execute()
  await note(visit, item, until ? 'inbox.snoozed' : 'inbox.woken', until ? { until: until.toISOString() } : {})
}

/** Says something to the colleagues alone. Sent again it changes nothing. The event says that, never what. */
export async function writeNote(visit: Visit, item: Worked, { id, body }: { id: string; body: string }): Promise<void> {
  const { actor } = visit
  if (actor.kind !== 'staff' || !worksInbox(actor)) throw forbidden()
  const written = await visit.db
    .insertInto('inbox_note')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      item_id: item.id,
      author_staff_id: actor.id,
      author_name: actorName(actor).slice(0, 200),
      body,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) await note(visit, item, 'inbox.noted')
}

/** The actor has the field for the answer under the fingers. */
export async function sayWriting(visit: Visit, item: Worked): Promise<void> {
  const { actor } = visit
  if (actor.kind !== 'staff' || !worksInbox(actor)) throw forbidden()
  await visit.db
    .insertInto('inbox_writing')
    .values({ brokerage_id: visit.brokerage.id, item_id: item.id, staff_id: actor.id })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'item_id', 'staff_id']).doUpdateSet({ at: sql<Date>`now()` }))
    .execute()
}
