import { type RawBuilder, sql } from 'kysely'
import type { Range } from './list-description.ts'
import { today } from './today.ts'

/** A condition «one of these columns contains the term»; the term's own % and _ mean themselves. */
export function contains(columns: (string | RawBuilder<string>)[], term: string): RawBuilder<boolean> {
  const pattern = `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${typeof column === 'string' ? sql.ref(column) : column} ilike ${pattern}`),
    sql` or `,
  )})`
}

/** The condition «the column is one of the chosen values». */
export function isOneOf(column: string): (values: string[]) => RawBuilder<boolean> {
  return (values) => sql<boolean>`${sql.ref(column)}::text = any (${values}::text[])`
}

/** The condition «the column lies in the range, its ends included». */
export function isBetween(column: string): (range: Range) => RawBuilder<boolean> {
  return (range) => between(sql.ref(column), range)
}

/** The same for a column of instants: the days are those of a Swiss calendar. */
export function isOnDays(column: string): (range: Range) => RawBuilder<boolean> {
  return (range) => between(sql`(${sql.ref(column)} at time zone 'Europe/Zurich')::date`, range)
}

function between(value: RawBuilder<unknown>, { from, to }: Range): RawBuilder<boolean> {
  const ends = [from === null ? null : sql`${value} >= ${from}`, to === null ? null : sql`${value} <= ${to}`]
  return sql<boolean>`(${sql.join(
    ends.filter((end) => end !== null),
    sql` and `,
  )})`
}

/** The condition «the day lies in the month that runs». */
export function inThisMonth(column: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(column)} >= date_trunc('month', ${today})::date
    and ${sql.ref(column)} < (date_trunc('month', ${today}) + interval '1 month')::date)`
}
