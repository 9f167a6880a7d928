import type { Db } from '../platform/db.ts'
import { count } from '../platform/format.ts'
import { href, type Visit } from '../platform/visit.ts'
import { Card } from '../ui/components/Card.tsx'
import { DataTable } from '../ui/components/DataTable.tsx'
import { uiPhrases } from '../ui/phrases.ts'
import type { ListDescription } from './list-description.ts'
import { listPhrases } from './list-phrases.ts'
import { type ListResult, readList, type Within } from './list-query.ts'
import { type ListState, listHref } from './list-state.ts'
import { recordPhrases } from './record-phrases.ts'

const shortSize = 5

/** The first five of a list and how many there are: of those that match the search, in the list's own order. */
export function readShortList<Row>(db: Db, list: ListDescription<Row>, search = ''): Promise<ListResult<Row>> {
  return readList(db, list, { ...firstState(list, search), size: shortSize })
}

/** The same of the rows that hang on one record. */
export function readShortListWithin<Row>(db: Db, list: ListDescription<Row>, within: Within): Promise<ListResult<Row>> {
  return readList(db, list, { ...firstState(list, ''), size: shortSize }, within)
}

function firstState<Row>(list: ListDescription<Row>, search: string): ListState {
  return { view: list.views[0]!.key, search, order: list.order, size: 10, page: 1 }
}

interface Props<Row> {
  visit: Omit<Visit, 'db'>
  list: ListDescription<Row>
  result: ListResult<Row>
  /** Keys of the columns to show; the first one of the list always is. */
  columns: string[]
  /** What «Alle anzeigen» searches for in the list. */
  search: string
  /** In place of the list's own name. */
  title?: string
}

/** A card with the first rows of a list and the way to all of them. */
export function ShortListCard<Row>({
  visit,
  list,
  result,
  columns,
  search,
  title = list.words(visit.language).title,
}: Props<Row>) {
  const all = href(visit, listHref(list, firstState(list, search)))
  const n = result.capped ? uiPhrases(visit.language).moreThan(result.total) : count(result.total)
  return (
    <Card
      id={list.path.slice(1)}
      title={title}
      flush={result.total > 0}
      action={
        result.total > 0 && (
          <a href={all}>
            {recordPhrases(visit.language).show_all(n)}
            <span class="vh"> {title}</span>
          </a>
        )
      }
    >
      {result.total > 0 ? (
        <ShortTable visit={visit as Visit} list={list} result={result} columns={columns} />
      ) : (
        <p class="muted">{uiPhrases(visit.language).noEntries}</p>
      )}
    </Card>
  )
}

/** The first rows of a list as a table: of the columns named, and always the first. */
export function ShortTable<Row>({ visit, list, result, columns }: Omit<Props<Row>, 'visit' | 'search'> & { visit: Visit }) {
  const shown = list.columns.filter(
    (column, index) => (index === 0 || columns.includes(column.key)) && (column.when?.(visit.actor) ?? true),
  )
  // Not the card's own name: two parts of a page called the same cannot be told apart.
  const sorted = list.columns.find((column) => column.key === list.order.key)!
  const title = list.words(visit.language).title
  const caption = listPhrases(visit.language).caption(title, sorted.label(visit.language), list.order.descending)
  return (
    <DataTable
      caption={caption}
      columns={shown.map(({ key, label, align, nowrap }) => ({
        key,
        label: label(visit.language),
        align,
        nowrap: nowrap || align === 'end',
      }))}
      rows={result.rows.map((row) => ({
        key: list.key(row),
        href: href(visit, list.href(row)),
        cells: shown.map((column) => column.cell(row, visit)),
      }))}
    />
  )
}
