import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { shortDate } from '../platform/format.ts'
import type { Visit } from '../platform/visit.ts'
import type { FilterOption, ListDescription, ListFilter, Range, RangeFilter } from './list-description.ts'

/** Active filters by what stands in the address after `f.`: `state`, or `ends.from` and `ends.to` of a range. */
export type Filters = Record<string, string[]>

const mostValues = 20
const mostOptions = 2000

/** Reads the filters from a query. Choices are checked against their options later, by `settleFilters`. */
export function readFilters(filters: ListFilter[], query: Record<string, unknown>): Filters {
  const read: Filters = {}
  for (const filter of filters) {
    if (isRange(filter)) {
      for (const end of ['from', 'to'] as const) {
        const typed = valuesOf(query[`f.${filter.key}.${end}`])[0]
        const value = typed && (filter.kind === 'date-range' ? readDay(typed) : readAmount(typed))
        if (value) read[`${filter.key}.${end}`] = [value]
      }
    } else {
      const values = valuesOf(query[`f.${filter.key}`])
      if (values.length > 0) read[filter.key] = values
    }
  }
  return read
}

function valuesOf(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string =>
      typeof one === 'string' && one !== '' && one.length <= 200 && one.isWellFormed() && !/[\u0000-\u001f]/.test(one),
  )
  return [...new Set(texts)].slice(0, mostValues).sort()
}

/** `3.11.2026`, `3.11.26` or `2026-11-03` → `2026-11-03`; null when there is no such day. */
export function readDay(text: string): string | null {
  const swiss = /^\s*(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{2}|\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text)
  const [year, month, day] = swiss ? [swiss[3]!, swiss[2]!, swiss[1]!] : iso ? iso.slice(1) : []
  const full = year?.length === 2 ? `20${year}` : year
  if (!full || Number(full) < 1800 || Number(full) > 2300) return null
  const date = new Date(Date.UTC(Number(full), Number(month) - 1, Number(day)))
  const text8601 = date.toISOString().slice(0, 10)
  return text8601 === `${full}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` ? text8601 : null
}

/** `1’000`, `1'000.50`, `CHF 1000` → `1000.50`; null when it is no amount. */
export function readAmount(text: string): string | null {
  const plain = text
    .replace(/^\s*[A-Z]{3}\s+/, '')
    .replace(/[\s’'`]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  if (!/^-?\d{1,12}(\.\d{1,2})?$/.test(plain)) return null
  const [whole, cents] = plain.split('.')
  return cents ? `${whole}.${cents.padEnd(2, '0')}` : `${whole}.00`
}

/** One condition per active filter. */
export function filterConditions(filters: ListFilter[], active: Filters = {}): RawBuilder<boolean>[] {
  return filters.flatMap((filter) => {
    if (isRange(filter)) {
      const range = rangeOf(filter, active)
      return range.from || range.to ? [filter.where(range)] : []
    }
    const values = active[filter.key]
    return values?.length ? [filter.where(values)] : []
  })
}

/** Whether the filter is one of two ends. */
export function isRange(filter: ListFilter): filter is RangeFilter {
  return filter.kind === 'date-range' || filter.kind === 'amount-range'
}

/** The ends of a range that are set. */
export function rangeOf(filter: RangeFilter, active: Filters = {}): Range {
  return { from: active[`${filter.key}.from`]?.[0] ?? null, to: active[`${filter.key}.to`]?.[0] ?? null }
}

/** Active filters that hold for this person, and what can be chosen; options are read only where they are needed. */
export interface SettledFilters {
  active: Filters
  /** By filter key; all of them when the panel is open, else those of active filters. */
  options: Record<string, FilterOption[]>
}

/** Drops values that are no option of this person (unknown, invisible, not offered). */
export async function settleFilters<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  read: Filters = {},
  panel = false,
): Promise<SettledFilters> {
  const settled: SettledFilters = { active: {}, options: {} }
  for (const filter of filtersFor(visit, list)) {
    if (isRange(filter)) {
      for (const key of [`${filter.key}.from`, `${filter.key}.to`]) if (read[key]) settled.active[key] = read[key]
      continue
    }
    const wanted = read[filter.key]
    if (!wanted && !panel) continue
    const options = await filter.options(visit)
    settled.options[filter.key] = options
    const known = wanted?.filter((value) => options.some((option) => option.value === value)) ?? []
    if (known.length > 0) settled.active[filter.key] = known
  }
  return settled
}

/** The filters that are offered to the actor. */
export function filtersFor<Row>(visit: Pick<Visit, 'actor'>, list: ListDescription<Row>): ListFilter[] {
  return (list.filters ?? []).filter((filter) => filter.when?.(visit.actor) ?? true)
}

/** The condition «the column is one of the chosen values». */
export function isOneOf(column: string): (values: string[]) => RawBuilder<boolean> {
  return (values) => sql<boolean>`${sql.ref(column)}::text = any (${values}::text[])`
}

/** The condition «the column lies in the range, its ends included». */
export function isBetween(column: string): (range: Range) => RawBuilder<boolean> {
  return ({ from, to }) => {
    const ends = [
      from === null ? null : sql`${sql.ref(column)} >= ${from}`,
      to === null ? null : sql`${sql.ref(column)} <= ${to}`,
    ].filter((end) => end !== null)
    return sql<boolean>`(${sql.join(ends, sql` and `)})`
  }
}

/**
 * What stands in a column of the rows that exist for this person: `visibleOptions(visit, policyRows, 'policy.insurer')`.
 * `label` is the column to show for it, e.g. the name for an id. Never from a table of its own: that would tell what is hidden.
 */
export async function visibleOptions(
  visit: Pick<Visit, 'db'>,
  rows: (db: Visit['db']) => SelectQueryBuilder<any, any, any>,
  value: string,
  label = value,
): Promise<FilterOption[]> {
  const found = await rows(visit.db)
    .clearSelect()
    .select([sql<string>`${sql.ref(value)}::text`.as('value'), sql<string>`min(${sql.ref(label)})`.as('label')])
    .where(sql<boolean>`${sql.ref(value)} is not null`)
    .groupBy(sql.ref(value))
    .orderBy('label')
    .limit(mostOptions)
    .execute()
  return found.map((row) => ({ value: row.value as string, label: row.label as string }))
}

/** `31.12.2026` or `1000.00`: the end of a range as people write it. */
export function rangeText(filter: RangeFilter, value: string | null): string {
  if (value === null) return ''
  return filter.kind === 'date-range' ? shortDate(value) : value
}
