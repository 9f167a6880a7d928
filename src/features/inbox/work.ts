import { forbidden, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { handlersToChoose } from '../service-requests/queries.ts'
import { worksInbox } from './access.ts'
import { assignItem, finishItem, isFinishable, reopenItem, snoozeItem, writeNote } from './changes.ts'
import { readChosen } from './chosen.ts'
import { assigning, assigningMany, newNote, snoozing } from './input.ts'
import { readOverview } from './overviews.ts'
import { inboxPhrases } from './phrases.ts'
import { type Item, itemById, itemRows } from './queries.ts'
import { itemHref, showInbox } from './show.ts'
import { momentOf, readMoment } from './when.ts'

type Body = Record<string, unknown>

/** Gives the item to somebody: of two who take it at once, one gets it, and the other one is told who did (409). */
export async function assignmentReply(visit: Visit, item: Item, body: Body): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const input = readInput(assigning, body)
  if (!input.ok) throw new Refusal(400)
  const { to, seen } = input.value
  if (await assignItem(visit, item, await handler(visit, to), seen)) return redirect(itemHref(visit, item.id, body, 'assigned'))
  const now = await itemById(visit.db, item.id)
  // The same again is no conflict.
  if (now.assigned_staff_id === to) return redirect(itemHref(visit, item.id, body, 'assigned'))
  const taken = now.assigned ?? inboxPhrases(visit.language).somebody
  return showInbox(visit, body, now, { back: { taken } }, 409)
}

async function handler(visit: Visit, id: string | null) {
  if (id === null) return null
  const found = (await handlersToChoose(visit.db)).find((one) => one.id === id)
  if (!found) throw new Refusal(400)
  return found
}

/** Nothing is left to do. */
export async function completionReply(visit: Visit, item: Item, body: Body): Promise<Reply> {
  await finishItem(visit, item)
  return redirect(itemHref(visit, item.id, body, 'done'))
}

/** Back to those that are open. */
export async function reopeningReply(visit: Visit, item: Item, body: Body): Promise<Reply> {
  await reopenItem(visit, item)
  return redirect(itemHref(visit, item.id, body, 'reopened'))
}

/** Puts it aside until a choice, or a day and hour. */
export async function snoozeReply(visit: Visit, item: Item, body: Body): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const input = readInput(snoozing, body)
  if (!input.ok) throw new Refusal(400)
  const { until } = input.value
  if (until === 'none') {
    await snoozeItem(visit, item, null)
    return redirect(itemHref(visit, item.id, body, 'woken'))
  }
  const { day, time } = typed(body, ['day', 'time']) as { day: string; time: string }
  const moment = until === 'other' ? readMoment(day.slice(0, 40), time.slice(0, 10)) : momentOf(until)
  if (!moment) {
    const snooze = { day, time, error: inboxPhrases(visit.language).error_snooze }
    return showInbox(visit, body, item, { back: { snooze } }, 422)
  }
  await snoozeItem(visit, item, moment)
  return redirect(itemHref(visit, item.id, body, 'snoozed'))
}

/** A note among colleagues. */
export async function noteReply(visit: Visit, item: Item, body: Body): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  if (!uuid.safeParse(body._id).success) throw new Refusal(400)
  const input = readInput(newNote, body)
  if (!input.ok) {
    const t = inboxPhrases(visit.language)
    const sentences: Record<string, string> = { required: t.error_note, too_long: t.error_note_long }
    const error = sentences[input.errors[0]!.code] ?? t.error_unreadable
    return showInbox(visit, body, item, { back: { note: { body: typed(body, ['note']).note!, error } } }, 422)
  }
  await writeNote(visit, item, { id: input.value._id, body: input.value.note })
  return redirect(itemHref(visit, item.id, body, 'noted', '#notes'))
}

/** The same with several: what somebody else took meanwhile, or cannot be closed by hand, stays as it is and is said. */
export async function bulkReply(visit: Visit, body: Body, work: 'assign' | 'finish'): Promise<Reply> {
  if (!worksInbox(visit.actor)) throw forbidden()
  const chosen = readChosen(body)
  const t = inboxPhrases(visit.language)
  const query = { v: body.list }
  if (chosen.length === 0) return showInbox(visit, query, null, { warning: t.bulk_none }, 422)
  const input = readInput(assigningMany, { to: body.to ?? '' })
  if (!input.ok) throw new Refusal(400)
  const to = await handler(visit, input.value.to)
  const seen = new Map(chosen.map((one) => [one.id, one.seen]))
  // In one order, so that two who choose the same do not wait for each other.
  const items = await itemRows(visit.db)
    .where('inbox_item.id', 'in', [...seen.keys()])
    .orderBy('inbox_item.id')
    .execute()
  let changed = 0
  for (const item of items) {
    if (work === 'assign') changed += Number(await assignItem(visit, item, to, seen.get(item.id)!))
    else if (isFinishable(item)) {
      await finishItem(visit, item)
      changed++
    }
  }
  const skipped = chosen.length - changed
  if (skipped > 0)
    return showInbox(visit, { ...query, done: 'bulk', n: String(changed) }, null, { warning: t.bulk_skipped(skipped) })
  return redirect(href(visit, `/inbox?v=${readOverview(body.list)}&done=bulk&n=${changed}`))
}
