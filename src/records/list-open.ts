import { allOf } from '../platform/all-of.ts'
import type { Visit } from '../platform/visit.ts'
import type { ListAround, ListNotice } from './list-around.ts'
import { findClosed } from './list-closed.ts'
import { type ListDescription, viewsFor } from './list-description.ts'
import { type SettledFilters, settleFilters } from './list-filters.ts'
import { type ListResult, readList } from './list-query.ts'
import { type SavedView, savedViews } from './list-saved.ts'
import { chosenView, type ListState, listState, queryObject } from './list-state.ts'
import { usualSize } from './page-size.ts'

type Query = Record<string, unknown>

export interface OpenedList<Row> {
  state: ListState
  result: ListResult<Row>
}

/** As many rows as a print view shows. */
export const printRows = 1000

/** Opens a list page: the chosen saved view, the filters that hold for this person, the rows. */
export async function openList<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  query: Query,
  notice: ListNotice | null = doneNotice(query),
): Promise<OpenedList<Row>> {
  const { state, filters, saved } = await openState(visit, list, query)
  const [result, views] = await allOf([readList(visit.db, list, state), saved])
  const closed = result.total === 0 ? await findClosed(visit, list) : null
  return { state, result: { ...result, around: { saved: views, filters, notice, closed, print: null } } }
}

/** The same for paper: everything on one page, up to `printRows`. */
export async function openPrint<Row>(visit: Visit, list: ListDescription<Row>, query: Query): Promise<OpenedList<Row>> {
  const { state, filters, saved } = await openState(visit, list, query)
  const all = { ...state, size: printRows, page: 1 }
  const result = await readList(visit.db, list, all)
  const cut = result.total > result.rows.length
  const around = { saved: await saved, filters, notice: null, closed: null, print: { cut } }
  return { state: all, result: { ...result, around } }
}

/**
 * What the query means for this person: a saved view's own query or the one in the address, without what is not theirs. The
 * saved views are asked for at once, and awaited only where one was chosen: then they travel with the rows.
 */
export async function openState<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  query: Query,
): Promise<{ state: ListState; filters: SettledFilters; saved: Promise<SavedView[]> }> {
  const saved = savedViews(visit.db, visit.actor, list)
  // Whoever awaits it hears of a failure; nobody may be waiting yet when it comes.
  saved.catch(() => {})
  const state = withSavedView(list, query, chosenView(query) ? await saved : [], usualSize(visit))
  const filters = await settleFilters(visit, list, state.filters, state.panel)
  const view = viewsFor(visit.actor, list).some(({ key }) => key === state.view) ? state.view : list.views[0]!.key
  return { state: { ...state, view, filters: filters.active }, filters, saved }
}

function withSavedView<Row>(list: ListDescription<Row>, query: Query, saved: ListAround['saved'], usualSize: number): ListState {
  const typed = listState(list, query, usualSize)
  const chosen = chosenView(query)
  const view = chosen && saved.find(({ id }) => id === chosen.id)
  if (!view) return typed
  const { size, page, panel } = typed
  const state = chosen.asItIs ? { ...listState(list, queryObject(view.query), usualSize), size, page, panel } : typed
  return { ...state, saved: { id: view.id, query: view.query } } as ListState
}

function doneNotice(query: Query): ListNotice | null {
  return query.done === 'view_created' || query.done === 'view_saved' ? query.done : null
}
