import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../platform/visit.ts'
import type { FilterOption } from './list-description.ts'

const mostOptions = 2000

/** Tables of records, as filters name them. */
export type RecordTable =
  | 'policy'
  | 'premium_invoice'
  | 'insured_object'
  | 'claim'
  | 'document'
  | 'invoice'
  | 'service_request'
  | 'conversation'

// Options come from the rows that exist for the person, never from a table of names alone: that would tell what is hidden.
// Asked this way round («names that some visible row uses»), no row has to be joined to its names.

/** The companies of which the person sees such a record. */
export function companiesOf(table: RecordTable | 'contact'): RawBuilder<FilterOption> {
  return sql`select company.id::text as value, company.name as label from company
    where exists (select from ${sql.table(table)} r where r.brokerage_id = company.brokerage_id and r.company_id = company.id)`
}

/** The lines of business of such records: their own, or those of the policies they hang on. */
export function linesOf(table: RecordTable): RawBuilder<FilterOption> {
  return sql`select line.code as value, line.name as label from line_of_business line
    where exists (select from policy p where p.brokerage_id = line.brokerage_id and p.line_code = line.code ${hangingOn(table)})`
}

/** The insurers of such records. */
export function insurersOf(table: RecordTable): RawBuilder<FilterOption> {
  return sql`select p.insurer as value, p.insurer as label from policy p where p.insurer <> '' ${hangingOn(table)} group by p.insurer`
}

const hangingOn = (table: RecordTable) =>
  table === 'policy'
    ? sql``
    : sql`and exists (select from ${sql.table(table)} r where r.brokerage_id = p.brokerage_id and r.policy_id = p.id)`

/** What stands in a column of such records. */
export function wordsOf(table: RecordTable, column: string): RawBuilder<FilterOption> {
  return sql`select r.word as value, r.word as label from (select distinct ${sql.ref(column)} as word from ${sql.table(table)}) r
    where r.word <> ''`
}

/** The years in a column of days of such records. */
export function yearsOf(table: RecordTable, column: string): RawBuilder<FilterOption> {
  return sql`select r.year as value, r.year as label
    from (select distinct extract(year from ${sql.ref(column)})::int::text as year from ${sql.table(table)}) r where r.year is not null`
}

/** Reads options; `only` those of these values, where nothing is to be chosen but an active filter needs its name. */
export async function readOptions(
  visit: Pick<Visit, 'db'>,
  offered: RawBuilder<FilterOption>,
  only: string[] | undefined,
  order: 'asc' | 'desc' = 'asc',
): Promise<FilterOption[]> {
  const these = only ? sql`where value = any (${only}::text[])` : sql``
  const { rows } = await sql<FilterOption>`select value, label from (${offered}) offered ${these}
    order by label ${sql.raw(order)} limit ${sql.lit(mostOptions)}`.execute(visit.db)
  return rows
}
