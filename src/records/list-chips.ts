import { money } from '../platform/format.ts'
import { href } from '../platform/visit.ts'
import type { Chip } from '../ui/components/FilterChips.tsx'
import type { ListProps } from './list.tsx'
import type { RangeFilter } from './list-description.ts'
import { type Filters, filtersFor, isChoice, isRange, rangeOf, rangeText } from './list-filters.ts'
import { listPhrases } from './list-phrases.ts'
import { listHref } from './list-state.ts'

type Props = Pick<ListProps<any>, 'visit' | 'list' | 'state' | 'result'>

/** The active filters in words, each with the address of the list without it. */
export function activeChips({ visit, list, state, result }: Props): Chip[] {
  const active = state.filters ?? {}
  const without = (filters: Filters) => href(visit, listHref(list, state, { filters }))
  return filtersFor(visit, list).flatMap((filter): Chip[] => {
    const label = filter.label(visit.language)
    if (isRange(filter)) {
      const { from, to } = rangeOf(filter, active)
      if (!from && !to) return []
      const ends = listPhrases(visit.language).range(endText(filter, from), endText(filter, to))
      return [{ label, value: ends, removeHref: without(less(less(active, `${filter.key}.from`), `${filter.key}.to`)) }]
    }
    if (!isChoice(filter)) {
      const [text] = active[filter.key] ?? []
      return text ? [{ label, value: text, removeHref: without(less(active, filter.key)) }] : []
    }
    const options = result.around?.filters.options[filter.key] ?? []
    return (active[filter.key] ?? []).map((value) => ({
      label,
      value: options.find((option) => option.value === value)?.label ?? listPhrases(visit.language).not_there,
      removeHref: without(less(active, filter.key, value)),
    }))
  })
}

function endText(filter: RangeFilter, value: string | null): string {
  return filter.kind === 'amount-range' ? money(value).replace(/^CHF /, '') : rangeText(filter, value)
}

function less(filters: Filters, key: string, value?: string): Filters {
  const { [key]: values = [], ...others } = filters
  const left = value === undefined ? [] : values.filter((one) => one !== value)
  return left.length > 0 ? { ...others, [key]: left } : others
}
