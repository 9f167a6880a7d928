import { href } from '../platform/visit.ts'
import { LinkButton } from '../ui/components/Button.tsx'
import { FilterChips } from '../ui/components/FilterChips.tsx'
import { Kept } from '../ui/components/Kept.tsx'
import { Menu } from '../ui/components/Menu.tsx'
import { SelectField } from '../ui/components/SelectField.tsx'
import { SearchField, Toolbar } from '../ui/components/Toolbar.tsx'
import { uiPhrases } from '../ui/phrases.ts'
import type { ListProps } from './list.tsx'
import { activeChips } from './list-chips.ts'
import { viewsFor } from './list-description.ts'
import { mostRows } from './list-export.tsx'
import { FilterPanel } from './list-filter-panel.tsx'
import { filtersFor } from './list-filters.ts'
import { listPhrases } from './list-phrases.ts'
import { listHref, pageSizes } from './list-state.ts'
import { ViewBar } from './list-view-bar.tsx'

/** What stands above a list: one GET form with view, page size, search and filters; then chips and the saved view. */
export function ListToolbar<Row>(props: ListProps<Row>) {
  const { visit, list, state } = props
  const chips = activeChips(props)
  return (
    <>
      {isPlain(props) ? (
        // As long as nothing is searched, filtered or saved, the form is the same for everybody who is offered the same.
        <Kept name={plainName(props)} render={() => <Form {...props} chips={0} />} />
      ) : (
        <Form {...props} chips={chips.length} />
      )}
      {chips.length > 0 && <FilterChips chips={chips} clearHref={href(visit, listHref(list, state, { filters: {} }))} />}
      {props.result.around && <ViewBar {...props} />}
    </>
  )
}

function isPlain<Row>({ state, result }: ListProps<Row>): boolean {
  const { search, filters = {}, saved, panel } = state
  return !search && !saved && !panel && Object.keys(filters).length === 0 && (result.around?.saved ?? []).length === 0
}

function plainName<Row>({ visit, list, state, result }: ListProps<Row>): string {
  const views = viewsFor(visit.actor, list).map(({ key }) => key)
  const filters = result.around ? filtersFor(visit, list).length > 0 : 'none'
  return `toolbar ${listHref(list, state, { page: state.page })} ${views} ${filters} ${result.capped}`
}

function Form<Row>(props: ListProps<Row> & { chips: number }) {
  const { visit, list, state, chips } = props
  const t = listPhrases(visit.language)
  const offersFilters = props.result.around && filtersFor(visit, list).length > 0
  return (
    <Toolbar action={href(visit, list.path)} label={list.words(visit.language).title}>
      <ViewPicker {...props} />
      <SelectField
        name="n"
        label={uiPhrases(visit.language).perPage}
        options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
        value={String(state.size)}
        auto
        size="short"
      />
      <SearchField name="q" value={state.search} label={t.search} />
      {offersFilters && (
        <LinkButton
          href={href(visit, listHref(list, state, { panel: !state.panel, page: state.page }))}
          icon="list-filter"
          inRegion
        >
          {state.panel ? t.close_filter : t.filter(chips)}
        </LinkButton>
      )}
      {props.result.around && <ExportMenu {...props} />}
      <Unseen {...props} />
      {offersFilters && state.panel && <FilterPanel {...props} />}
    </Toolbar>
  )
}

function ViewPicker<Row>({ visit, list, state, result }: ListProps<Row>) {
  const t = listPhrases(visit.language)
  const saved = result.around?.saved ?? []
  const group = saved.length > 0 ? t.standard_views : undefined
  const options = [
    ...viewsFor(visit.actor, list).map((view) => ({ value: view.key, label: view.label(visit.language), group })),
    ...saved.map((view) => ({ value: view.id, label: view.name, group: view.own ? t.own_views : t.shared_views })),
  ]
  return <SelectField name="v" label={t.choose_view} options={options} value={state.saved?.id ?? state.view} auto size="medium" />
}

// The form sends all of the state: what no control shows travels along unseen.
function Unseen<Row>({ state }: ListProps<Row>) {
  const { order, saved, filters = {}, panel } = state
  return (
    <>
      <input type="hidden" name="o" value={`${order.descending ? '-' : ''}${order.key}`} />
      {saved && (
        <>
          <input type="hidden" name="w" value={saved.id} />
          <input type="hidden" name="b" value={state.view} />
        </>
      )}
      {!panel &&
        Object.entries(filters).flatMap(([key, values]) =>
          values.map((value) => <input key={`${key} ${value}`} type="hidden" name={`f.${key}`} value={value} />),
        )}
    </>
  )
}

function ExportMenu<Row>({ visit, list, state, result }: ListProps<Row>) {
  const t = listPhrases(visit.language)
  const hint = result.capped ? t.export_most(mostRows) : undefined
  const to = (below: '/print' | '/export.xlsx' | '/export.csv') => href(visit, listHref(list, state, {}, below))
  return (
    <Menu
      id="list-export"
      label={t.export}
      icon="download"
      items={[
        { label: t.excel, href: to('/export.xlsx'), icon: 'file', download: true, hint },
        { label: t.csv, href: to('/export.csv'), icon: 'file-text', download: true, hint },
        { label: t.print, href: to('/print'), icon: 'printer' },
      ]}
    />
  )
}
