import type { Closed } from './list-closed.ts'
import type { SettledFilters } from './list-filters.ts'
import type { SavedView } from './list-saved.ts'

/** A fixed sentence above the list. */
export type ListNotice = 'view_created' | 'view_saved' | { exportsFull: { minutes: number } } | 'exports_busy' | 'nothing_chosen'

/** What a list page needs beyond its rows; the features hand it through untouched, inside the result. */
export interface ListAround {
  saved: SavedView[]
  filters: SettledFilters
  notice: ListNotice | null
  /** Nothing is listed, because a role is missing; null where none is. */
  closed: Closed | null
  /** All rows on one page for paper: no toolbar, no pager. `cut` when there are more than fit. */
  print: { cut: boolean } | null
}
