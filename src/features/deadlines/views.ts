import { later } from './deadline.ts'
import type { DeadlineKind } from './queries.ts'

/** How far the page looks ahead; the first one is shown unless another is asked for. */
export const views = ['year', 'quarter', 'all'] as const
export type View = (typeof views)[number]

/** The view that the address asks for. */
export function viewOf(query: Record<string, unknown>): View {
  return views.find((view) => view === query.v) ?? 'year'
}

/** The last day a view shows, ISO; null for all that is known. */
export function untilOf(view: View, today: string): string | null {
  return view === 'all' ? null : view === 'quarter' ? later(today, { days: 90 }) : later(today, { months: 12 })
}

/** What the page can be narrowed to. */
export const kindGroups = ['all', 'notice', 'premium', 'expiry', 'limitation'] as const
export type KindGroup = (typeof kindGroups)[number]

/** The group that the address asks for (`?k=premium`). */
export function kindsOf(query: Record<string, unknown>): KindGroup {
  return kindGroups.find((group) => group === query.k) ?? 'all'
}

/** The kinds of a group; nothing for all. */
export function kindsIn(group: KindGroup): { kinds?: DeadlineKind[] } {
  if (group === 'all') return {}
  return { kinds: group === 'notice' ? ['notice', 'window'] : [group] }
}
