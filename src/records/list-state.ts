import type { ListDescription } from './list-description.ts'

export const pageSizes = [10, 25, 50, 100] as const

/** Beyond this a list says «mehr als 10’000»: counting on would cost more than anybody reads (performance.md). */
export const countCap = 10_000

/** What a list shows, all of it in the address: bookmarks, Back, sharing and no-JavaScript work by themselves. */
export interface ListState {
  view: string
  search: string
  /** Column key; `descending` stands in the address as a leading minus. */
  order: { key: string; descending: boolean }
  size: number
  page: number
}

/** Reads the state from the query; what does not fit is replaced by the default, never refused. */
export function listState<Row>(list: ListDescription<Row>, query: Record<string, unknown>): ListState {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value.isWellFormed() ? value.replace(/[\u0000-\u001f]/g, ' ').slice(0, 120) : ''
  }
  const size = Number(text('n'))
  const page = Number(text('s'))
  const order = text('o')
  const key = order.replace(/^-/, '')
  return {
    view: list.views.some((view) => view.key === text('v')) ? text('v') : list.views[0]!.key,
    search: text('q').normalize('NFC').trim(),
    order: list.columns.some((column) => column.key === key && column.sort)
      ? { key, descending: order.startsWith('-') }
      : list.order,
    size: (pageSizes as readonly number[]).includes(size) ? size : 10,
    page: Number.isInteger(page) && page > 0 && page <= countCap ? page : 1,
  }
}

/** The address of the list with some of its state changed; defaults are left away, so that addresses stay short. */
export function listHref<Row>(list: ListDescription<Row>, state: ListState, change: Partial<ListState> = {}): string {
  // Whatever changes what is listed leads back to the first page.
  const next = { ...state, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.view !== list.views[0]!.key) query.set('v', next.view)
  if (next.search) query.set('q', next.search)
  if (next.order.key !== list.order.key || next.order.descending !== list.order.descending) {
    query.set('o', `${next.order.descending ? '-' : ''}${next.order.key}`)
  }
  if (next.size !== 10) query.set('n', String(next.size))
  if (next.page > 1) query.set('s', String(next.page))
  const text = query.toString()
  return text ? `${list.path}?${text}` : list.path
}
