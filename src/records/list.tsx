import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../platform/visit.ts'
import { LinkButton } from '../ui/components/Button.tsx'
import { DataTable } from '../ui/components/DataTable.tsx'
import { EmptyState } from '../ui/components/EmptyState.tsx'
import { Pager } from '../ui/components/Pager.tsx'
import { SelectField } from '../ui/components/SelectField.tsx'
import { Region, SearchField, Toolbar } from '../ui/components/Toolbar.tsx'
import { uiPhrases } from '../ui/phrases.ts'
import type { ListDescription } from './list-description.ts'
import { listPhrases } from './list-phrases.ts'
import type { ListResult } from './list-query.ts'
import { type ListState, listHref, pageSizes } from './list-state.ts'

interface Props<Row> {
  visit: Visit
  list: ListDescription<Row>
  state: ListState
  result: ListResult<Row>
  /** What an empty list offers, e.g. «+ Erstelle Neu»; null where the person may not. */
  firstAction?: ComponentChildren
}

/** The body of a list page: toolbar, table, pager, or the empty state that fits. One region, so the script swaps it alone. */
export function ListBody<Row>(props: Props<Row>) {
  const { list, state, result } = props
  const untouched = state.view === list.views[0]!.key && state.search === ''
  return (
    <Region id="list">
      {(result.total > 0 || !untouched) && <ListToolbar {...props} />}
      {result.total > 0 ? <ListTable {...props} /> : untouched ? <NothingYet {...props} /> : <NoMatch {...props} />}
    </Region>
  )
}

function ListToolbar<Row>({ visit, list, state }: Props<Row>) {
  const t = listPhrases(visit.language)
  const views = list.views.map((view) => ({ value: view.key, label: view.label(visit.language) }))
  const order = `${state.order.descending ? '-' : ''}${state.order.key}`
  return (
    <Toolbar action={href(visit, list.path)} label={list.title(visit.language)}>
      <SelectField name="v" label={t.choose_view} options={views} value={state.view} auto size="medium" />
      <SelectField
        name="n"
        label={uiPhrases(visit.language).perPage}
        options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
        value={String(state.size)}
        auto
        size="short"
      />
      <SearchField name="q" value={state.search} label={t.search} />
      <input type="hidden" name="o" value={order} />
    </Toolbar>
  )
}

function ListTable<Row>({ visit, list, state, result }: Props<Row>) {
  const columns = list.columns.filter((column) => column.when?.(visit.actor) ?? true)
  const sorted = list.columns.find((column) => column.key === state.order.key)!
  const caption = listPhrases(visit.language).caption(
    list.title(visit.language),
    sorted.label(visit.language),
    state.order.descending,
  )
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns.map((column) => ({
          key: column.key,
          label: column.label(visit.language),
          align: column.align,
          nowrap: column.nowrap,
          sorted: column.key === state.order.key ? (state.order.descending ? 'descending' : 'ascending') : 'none',
          sortHref: column.sort && href(visit, listHref(list, state, { order: nextOrder(state, column.key) })),
        }))}
        rows={result.rows.map((row) => ({
          key: list.key(row),
          href: href(visit, list.href(row)),
          cells: columns.map((column) => column.cell(row, visit)),
        }))}
      />
      <Pager
        from={(result.page - 1) * state.size + 1}
        to={Math.min(result.page * state.size, result.total)}
        total={result.total}
        capped={result.capped}
        page={result.page}
        pages={result.pages}
        hrefFor={(page) => href(visit, listHref(list, state, { page }))}
      />
    </>
  )
}

function nextOrder(state: ListState, key: string): ListState['order'] {
  return { key, descending: state.order.key === key && !state.order.descending }
}

function NothingYet<Row>({ visit, list, firstAction }: Props<Row>) {
  const { title, text } = list.nothingYet(visit.language)
  return <EmptyState icon={list.icon} title={title} text={text} action={firstAction} />
}

function NoMatch<Row>({ visit, list, state }: Props<Row>) {
  const t = listPhrases(visit.language)
  return (
    <EmptyState
      icon="search"
      title={t.no_match(state.search)}
      text={t.no_match_text}
      action={
        <LinkButton href={href(visit, list.path)} inRegion>
          {t.clear}
        </LinkButton>
      }
    />
  )
}
