import type { RawBuilder } from 'kysely'
import { shortDate } from '../platform/format.ts'
import type { Visit } from '../platform/visit.ts'
import type { ChoiceFilter, FilterOption, ListDescription, ListFilter, Range, RangeFilter } from './list-description.ts'

/** Active filters by what stands in the address after `f.`: `state`, or `ends.from` and `ends.to` of a range. */
export type Filters = Record<string, string[]>

const mostValues = 20

/** Reads the filters from a query. What a choice means for this person `settleFilters` says. */
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
      if (values.length > 0) read[filter.key] = filter.kind === 'text' ? values.slice(0, 1) : values
    }
  }
  return read
}

function valuesOf(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string =>
      typeof one === 'string' && one.trim() !== '' && one.length <= 200 && one.isWellFormed() && !/[\u0000-\u001f]/.test(one),
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
    if (!values?.length) return []
    return [filter.kind === 'text' ? filter.where(values[0]!.normalize('NFC').trim()) : filter.where(values)]
  })
}

/** Whether the filter is one of two ends. */
export function isRange(filter: ListFilter): filter is RangeFilter {
  return filter.kind === 'date-range' || filter.kind === 'amount-range'
}

/** Whether the filter is a choice among options. */
export function isChoice(filter: ListFilter): filter is ChoiceFilter {
  return !isRange(filter) && filter.kind !== 'text'
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

/**
 * The filters that are offered to this person, with the names of their values. A value that is no option (any more, or not for
 * this person) stays and matches nothing: dropping it would show everything under the name of a view that means a part.
 */
export async function settleFilters<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  read: Filters = {},
  panel = false,
): Promise<SettledFilters> {
  const settled: SettledFilters = { active: {}, options: {} }
  for (const filter of filtersFor(visit, list)) {
    const keys = isRange(filter) ? [`${filter.key}.from`, `${filter.key}.to`] : [filter.key]
    for (const key of keys) if (read[key]) settled.active[key] = read[key]
    const wanted = read[filter.key]
    if (isChoice(filter) && (wanted || panel))
      settled.options[filter.key] = await filter.options(visit, panel ? undefined : wanted)
  }
  return settled
}

/** The filters that are offered to the actor. */
export function filtersFor<Row>(visit: Pick<Visit, 'actor'>, list: ListDescription<Row>): ListFilter[] {
  return (list.filters ?? []).filter((filter) => filter.when?.(visit.actor) ?? true)
}

/** `31.12.2026` or `1000.00`: the end of a range as people write it. */
export function rangeText(filter: RangeFilter, value: string | null): string {
  if (value === null) return ''
  return filter.kind === 'date-range' ? shortDate(value) : value
}
