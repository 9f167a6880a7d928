import type { VNode } from 'preact'
import { count } from '../platform/format.ts'
import { href, type Visit } from '../platform/visit.ts'
import { LinkButton } from '../ui/components/Button.tsx'
import { Icon } from '../ui/components/Icon.tsx'
import { uiPhrases } from '../ui/phrases.ts'
import type { ListProps } from './list.tsx'
import { activeChips } from './list-chips.ts'
import { listPhrases } from './list-phrases.ts'
import { listHref } from './list-state.ts'

/** The list for paper: what it shows in words, then every row. Who and when stand in the head that every page prints. */
export function PrintBody<Row>(props: ListProps<Row> & { table: VNode }) {
  const { visit, list, state, result, table } = props
  const t = listPhrases(visit.language)
  const back = href(visit, listHref(list, { ...state, size: 10 }))
  return (
    <div class="stack tight print-list">
      <div class="print-hint row">
        <LinkButton href={back} icon="chevron-left">
          {t.back_to_list}
        </LinkButton>
        <button type="button" class="button primary js-only" data-print>
          <Icon name="printer" />
          <span>{t.print}</span>
        </button>
        <p class="muted small">{t.print_hint}</p>
      </div>
      <p class="print-words">{stateInWords(props).join(' · ')}</p>
      {result.around?.print?.cut && <p class="print-words">{t.print_cut(result.rows.length)}</p>}
      {result.total > 0 && table}
    </div>
  )
}

/** «Aktive · Suche «Flotte» · Branche: Motorfahrzeug · sortiert nach Ablauf · 48 Einträge». */
export function stateInWords<Row>(props: Omit<ListProps<Row>, 'visit'> & { visit: Visit }): string[] {
  const { visit, list, state, result } = props
  const t = listPhrases(visit.language)
  const saved = result.around?.saved.find(({ id }) => id === state.saved?.id)
  const sorted = list.columns.find((column) => column.key === state.order.key)!
  const total = result.capped ? uiPhrases(visit.language).moreThan(result.total) : count(result.total)
  return [
    saved?.name ?? '',
    list.views.find((view) => view.key === state.view)!.label(visit.language),
    state.search && t.searched(state.search),
    ...activeChips(props).map((chip) => `${chip.label}: ${chip.value}`),
    t.sorted(sorted.label(visit.language), state.order.descending),
    t.entries(total),
  ].filter((words) => words !== '')
}
