import { allOf } from '../../platform/all-of.ts'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { page, type Reply } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { textOf } from '../../records/list-state.ts'
import { unreadConversations } from '../notifications/queries.ts'
import { handlersToChoose } from '../service-requests/queries.ts'
import { type Back, readItem } from './item-state.ts'
import { readOverview } from './overviews.ts'
import { type InboxState, inboxPage } from './pages/inbox.tsx'
import { inboxPhrases } from './phrases.ts'
import { type Item, itemById, promisedHours, readCounts, readOverviewRows } from './queries.ts'

type Values = Record<string, unknown>

/** The item in the address; throws NotFound where it does not exist for the actor. */
export async function existing(visit: Visit, params: Record<string, string>): Promise<Item> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return itemById(visit.db, params.id!)
}

/** The inbox with an item open, or with none. */
export async function showInbox(
  visit: Visit,
  query: Values,
  item: Item | null,
  extra: Pick<InboxState, 'warning'> & { back?: Back } = {},
  status = 200,
): Promise<Reply> {
  const { db } = visit
  const key = readOverview(query.v)
  const search = textOf(query.q).trim()
  const asked = Number(textOf(query.s))
  const pageNumber = Number.isInteger(asked) && asked > 0 && asked <= 250 ? asked : 1
  // First the item: having it open is having read it, and the number on top counts that.
  const open = item && (await readItem(visit, item, uuid.safeParse(query.before).data, extra.back))
  const [listed, counts, hours, handlers, unread] = await allOf([
    readOverviewRows(db, key, search, pageNumber),
    readCounts(db),
    promisedHours(db),
    open ? open.handlers : handlersToChoose(db),
    unreadConversations(db),
  ])
  const state = { key, search, listed, counts, hours, handlers, open, unread, done: doneText(visit, query), ...extra }
  return page(inboxPage(visit, state), status)
}

function doneText(visit: Visit, query: Values): string | null {
  const t = inboxPhrases(visit.language)
  const results: Record<string, string> = {
    assigned: t.done_assigned,
    done: t.done_done,
    reopened: t.done_reopened,
    snoozed: t.done_snoozed,
    woken: t.done_woken,
    noted: t.done_noted,
    sent: t.done_sent,
    saved: t.saved,
    carried_out: t.done_carried_out,
    macro: t.done_macro,
  }
  const n = Number(textOf(query.n))
  if (query.done === 'bulk' && Number.isInteger(n) && n >= 0 && n <= 100) return t.bulk_result(n)
  return typeof query.done === 'string' && Object.hasOwn(results, query.done) ? results[query.done]! : null
}

/** The address of an item in the overview that the form came from. */
export function itemHref(visit: Visit, id: string, body: Values, done: string, fragment = ''): string {
  return href(visit, `/inbox/${id}?v=${readOverview(body.v)}&done=${done}${fragment}`)
}
