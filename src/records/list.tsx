import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../platform/visit.ts'
import { DataTable } from '../ui/components/DataTable.tsx'
import { Note } from '../ui/components/Note.tsx'
import { Pager } from '../ui/components/Pager.tsx'
import { Region } from '../ui/components/Toolbar.tsx'
import type { ListNotice } from './list-around.ts'
import type { ListDescription } from './list-description.ts'
import { EmptyList, Failed, isNarrowed } from './list-empty.tsx'
import { exportsPerHour } from './list-export-run.ts'
import { listPhrases } from './list-phrases.ts'
import { PrintBody } from './list-print.tsx'
import type { ListResult } from './list-query.ts'
import { choiceOf, choosingOf, Selection } from './list-selection.tsx'
import { type ListState, listHref } from './list-state.ts'
import { ListToolbar } from './list-toolbar.tsx'

export interface ListProps<Row> {
  visit: Visit
  list: ListDescription<Row>
  state: ListState
  result: ListResult<Row>
  /** What an empty list offers, e.g. «+ Erstelle Neu»; null where the person may not. */
  firstAction?: ComponentChildren
  /** What a list offers that is closed to the person, e.g. to ask for the role. */
  askAction?: ComponentChildren
}

/** The body of a list page: toolbar, table, pager, or the empty state that fits. One region, so the script swaps it alone. */
export function ListBody<Row>(props: ListProps<Row>) {
  const { visit, result } = props
  if (result.around?.print) return <PrintBody {...props} table={<ListTable {...props} plain />} />
  return (
    <Region id="list">
      <Failed visit={visit} />
      <Notice {...props} />
      {(result.total > 0 || isNarrowed(props)) && !result.around?.closed && <ListToolbar {...props} />}
      {result.total > 0 ? (
        <>
          <Selection {...props}>
            <ListTable {...props} />
          </Selection>
          <ListPager {...props} />
        </>
      ) : (
        <EmptyList {...props} />
      )}
    </Region>
  )
}

function Notice<Row>({ visit, result }: ListProps<Row>) {
  const notice = result.around?.notice
  if (!notice) return null
  const done = notice === 'view_created' || notice === 'view_saved'
  return (
    <Note kind={done ? 'ok' : 'warn'}>
      <p>{noticeText(visit, notice)}</p>
    </Note>
  )
}

/** What a notice above a list says. */
export function noticeText(visit: Pick<Visit, 'language'>, notice: ListNotice): string {
  const t = listPhrases(visit.language)
  return typeof notice === 'string' ? t[notice] : t.exports_full(exportsPerHour, notice.exportsFull.minutes)
}

/** `plain`: for paper, without links that sort. */
function ListTable<Row>({ visit, list, state, result, plain }: ListProps<Row> & { plain?: boolean }) {
  const columns = list.columns.filter((column) => !column.exportOnly && (column.when?.(visit.actor) ?? true))
  const sorted = list.columns.find((column) => column.key === state.order.key)!
  const caption = listPhrases(visit.language).caption(
    list.words(visit.language).title,
    sorted.label(visit.language),
    state.order.descending,
  )
  return (
    <DataTable
      caption={caption}
      choosing={plain ? undefined : choosingOf({ visit, list, state, result })}
      columns={columns.map((column) => ({
        key: column.key,
        label: column.label(visit.language),
        align: column.align,
        nowrap: column.nowrap,
        minor: column.minor && column.key !== state.order.key,
        sorted: column.key === state.order.key ? (state.order.descending ? 'descending' : 'ascending') : 'none',
        sortHref: !plain && column.sort ? href(visit, listHref(list, state, { order: nextOrder(state, column.key) })) : undefined,
      }))}
      rows={result.rows.map((row) => ({
        key: list.key(row),
        href: href(visit, list.href(row)),
        choice: choiceOf({ visit, list, state, result }, row),
        cells: columns.map((column) => column.cell(row, visit)),
      }))}
    />
  )
}

function nextOrder(state: ListState, key: string): ListState['order'] {
  return { key, descending: state.order.key === key && !state.order.descending }
}

function ListPager<Row>({ visit, list, state, result }: ListProps<Row>) {
  return (
    <Pager
      from={(result.page - 1) * state.size + 1}
      to={Math.min(result.page * state.size, result.total)}
      total={result.total}
      capped={result.capped}
      page={result.page}
      pages={result.pages}
      hrefFor={(page) => href(visit, listHref(list, state, { page }))}
    />
  )
}
