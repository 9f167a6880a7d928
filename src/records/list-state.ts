import type { ListDescription } from './list-description.ts'
import { type Filters, readFilters } from './list-filters.ts'

export const pageSizes = [10, 25, 50, 100] as const

/** Beyond this a list says «mehr als 10’000»: counting on would cost more than anybody reads (performance.md). */
export const countCap = 10_000

/** What a list shows, all of it in the address: bookmarks, Back, sharing and no-JavaScript work by themselves. */
export interface ListState {
  /** One of the list's own views. */
  view: string
  search: string
  /** Column key; `descending` stands in the address as a leading minus. */
  order: { key: string; descending: boolean }
  size: number
  /** What the person last chose as size (page-size.ts); an address without one means it. */
  usualSize?: number
  page: number
  filters?: Filters
  /** The saved view that was chosen, with its query in canonical form. */
  saved?: { id: string; query: string } | null
  /** The panel with the filters is open. */
  panel?: boolean
  /** All rows of the page come chosen: the way to choose all where no script runs. */
  allChosen?: boolean
}

type Query = Record<string, unknown>

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads the state from the query; what does not fit is replaced by the default, never refused. */
export function listState<Row>(list: ListDescription<Row>, query: Query, usualSize = 10): ListState {
  // The form says which view it was drawn for (`w`): whoever leaves a saved view leaves its search and filters too.
  const [chosen, drawnFor] = [textOf(query.v), textOf(query.w)]
  const leaving = uuidShape.test(drawnFor) && chosen !== drawnFor
  const view = uuidShape.test(chosen) ? textOf(query.b) : chosen
  const size = Number(textOf(query.n))
  const page = Number(textOf(query.s))
  return {
    view: list.views.some(({ key }) => key === view) ? view : list.views[0]!.key,
    search: leaving ? '' : textOf(query.q).normalize('NFC').trim(),
    order: leaving ? list.order : readOrder(list, textOf(query.o)),
    size: isPageSize(size) ? size : usualSize,
    usualSize,
    page: Number.isInteger(page) && page > 0 && page <= countCap ? page : 1,
    filters: leaving ? {} : readFilters(list.filters ?? [], query),
    panel: textOf(query.p) === 'filter',
    allChosen: textOf(query.x) === 'all',
  }
}

/** Control signs become spaces: a search for one could match nothing, and the database refuses NUL. */
export function textOf(value: unknown): string {
  return typeof value === 'string' && value.isWellFormed() ? value.replace(/[\u0000-\u001f]/g, ' ').slice(0, 120) : ''
}

/** Whether a list can be that long. */
export function isPageSize(size: number): boolean {
  return (pageSizes as readonly number[]).includes(size)
}

function readOrder<Row>(list: ListDescription<Row>, text: string): ListState['order'] {
  const key = text.replace(/^-/, '')
  return list.columns.some((column) => column.key === key && column.sort) ? { key, descending: text.startsWith('-') } : list.order
}

/**
 * The saved view that the query asks for. `asItIs`: it was only just chosen or linked to, so its own query counts and not what
 * else stands in the address.
 */
export function chosenView(query: Query): { id: string; asItIs: boolean } | null {
  const id = textOf(query.v)
  return uuidShape.test(id) ? { id, asItIs: textOf(query.w) !== id } : null
}

/** What a saved view keeps of a state, in canonical form: view, search, order and filters, neither page nor page size. */
export function stateQuery<Row>(list: ListDescription<Row>, state: ListState): string {
  const query = new URLSearchParams()
  if (state.view !== list.views[0]!.key) query.set('v', state.view)
  addNarrowing(query, list, state)
  return query.toString()
}

/** The canonical form of a query that came from a form or the database; what does not fit is gone. */
export function canonicalQuery<Row>(list: ListDescription<Row>, query: string): string {
  return stateQuery(list, listState(list, queryObject(query)))
}

/** A query text as the router would give it. */
export function queryObject(text: string): Query {
  const query: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text.slice(0, 2000))) {
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return query
}

/** Whether the list shows something else than the saved view that was chosen. */
export function isChanged<Row>(list: ListDescription<Row>, state: ListState): boolean {
  return Boolean(state.saved) && stateQuery(list, state) !== state.saved!.query
}

/** The address of the list with some of its state changed; defaults are left away, so that addresses stay short. */
export function listHref<Row>(
  list: ListDescription<Row>,
  state: ListState,
  change: Partial<ListState> = {},
  below: '' | '/print' | '/export.xlsx' | '/export.csv' = '',
): string {
  // Whatever changes what is listed leads back to the first page.
  const next = { ...state, page: 1, panel: false, allChosen: false, ...change }
  const query = new URLSearchParams()
  if (next.saved) {
    query.set('v', next.saved.id)
    if (isChanged(list, next)) {
      query.set('w', next.saved.id)
      query.set('b', next.view)
      addNarrowing(query, list, next)
    }
  } else {
    if (next.view !== list.views[0]!.key) query.set('v', next.view)
    addNarrowing(query, list, next)
  }
  if (below === '') addPlace(query, next)
  const text = query.toString()
  return text ? `${list.path}${below}?${text}` : `${list.path}${below}`
}

function addNarrowing<Row>(query: URLSearchParams, list: ListDescription<Row>, { search, order, filters = {} }: ListState) {
  if (search) query.set('q', search)
  if (order.key !== list.order.key || order.descending !== list.order.descending) {
    query.set('o', `${order.descending ? '-' : ''}${order.key}`)
  }
  for (const [key, values] of Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const value of values) query.append(`f.${key}`, value)
}

function addPlace(query: URLSearchParams, { size, usualSize = 10, page, panel, allChosen }: ListState) {
  // Where 10 is not what an address without a size means, it is said too: a bookmark shows what it showed.
  if (size !== 10 || usualSize !== 10) query.set('n', String(size))
  if (page > 1) query.set('s', String(page))
  if (panel) query.set('p', 'filter')
  if (allChosen) query.set('x', 'all')
}
