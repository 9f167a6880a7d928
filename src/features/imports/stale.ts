import { type Source, sources } from './sources.ts'

/** When each kind of export last came in, and how many days ago. */
export type Freshness = { source: string; at: Date; days: number }[]

const freshDays = 7

/** The kinds that came at some time, but not within the last week. A list that changes seldom, the lines of business, is none of them. */
export function staleSources(last: Freshness): Source[] {
  return sources.filter(
    ({ name, table }) => table !== 'line_of_business' && last.some(({ source, days }) => source === name && days >= freshDays),
  )
}
