import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Language } from '../platform/phrases.ts'
import type { Visit } from '../platform/visit.ts'
import type { OpenedBy } from './list-closed.ts'
import { contains } from './list-conditions.ts'
import { listPhrases } from './list-phrases.ts'
import type { ListValue } from './list-values.ts'

export type Label = (language: Language) => string

/** One column; `list-columns.tsx` makes the usual ones. */
export interface ListColumn<Row> {
  /** Stands in the address (`?o=-key`); part of bookmarks, so it never changes. */
  key: string
  label: Label
  /** What it sorts by, as `table.column`; a column without it cannot be sorted. */
  sort?: string
  /** What it sorts by is never empty (not null), so that an index serves both directions. */
  neverEmpty?: boolean
  /** The cell's content; an empty one stays empty. The first column is the row's name and link. */
  cell: (row: Row, visit: Visit) => ComponentChildren
  /** The same as a plain value for exports (`amountValue`, `dayValue`, a text); without it, the text that the cell shows. */
  value?: (row: Row, visit: Visit) => ListValue
  /** Stands in exports only: what the page says in another way, e.g. the currency of an amount. */
  exportOnly?: boolean
  align?: 'end'
  /** Numbers, dates and phones stay on one line. */
  nowrap?: boolean
  /** Gives way where there is little room: not drawn in tables on small screens, but on cards and in exports. */
  minor?: boolean
  /** Drawn only for these actors, e.g. the company for staff. */
  when?: (actor: Actor) => boolean
}

export interface ListView {
  key: string
  label: Label
  /** What narrows the rows; none for «Alle anzeigen», the first view of every list. */
  where?: RawBuilder<boolean>
  /** Offered only to these actors. */
  when?: (actor: Actor) => boolean
}

export interface FilterOption {
  value: string
  label: string
}

/** The two ends of a range as the database reads them (`2026-12-31`, `1234.50`); null is open. */
export interface Range {
  from: string | null
  to: string | null
}

interface FilterBase {
  /** Stands in the address (`?f.key=…`). */
  key: string
  label: Label
  /** Offered only to these actors. */
  when?: (actor: Actor) => boolean
}

export interface ChoiceFilter extends FilterBase {
  kind?: 'choice'
  /**
   * What can be chosen. Texts out of records come from the visible rows alone (list-options.ts). Read only when the panel is
   * open, or with `only` to name the values of an active filter.
   */
  options: (visit: Visit, only?: string[]) => FilterOption[] | Promise<FilterOption[]>
  /** One or several of the options; `isOneOf('policy.state')`. */
  where: (values: string[]) => RawBuilder<boolean>
}

export interface RangeFilter extends FilterBase {
  kind: 'date-range' | 'amount-range'
  /** `isBetween('policy.ends_on')`. */
  where: (range: Range) => RawBuilder<boolean>
}

export interface TextFilter extends FilterBase {
  kind: 'text'
  /** A condition for what was typed. */
  where: (text: string) => RawBuilder<boolean>
}

/** One filter; `list-filter-kinds.ts` makes the usual ones. */
export type ListFilter = ChoiceFilter | RangeFilter | TextFilter

/** Something that is done with several rows at once: a button in the bar below the table. */
export interface ListAction {
  /** Where the chosen ids go, by POST: `chosenOf` reads them (list-selection.ts). */
  path: string
  label: Label
  icon: string
  /** Offered only to these actors. */
  when?: (actor: Actor) => boolean
}

/** What a list says of itself: its name, one sentence, and what stands in place of a list with nothing in it yet. */
export interface ListWords {
  title: string
  lead: string
  nothing_title: string
  nothing_text: string
}

/** One list of the portal as a feature describes it: the machinery does the rest (architecture.md, records/). */
export interface ListSpec<Row extends { id: string }> {
  /** `/policies`: its address, and that of a record is `/policies/<id>`. */
  path: string
  /** The table of the records; `policy.id` breaks ties, so that paging never shows a row twice. */
  table: string
  icon: string
  words: (language: Language) => ListWords
  /** Which roles open its records, where a person may have none of them: then an empty list says which are missing. */
  openedBy?: OpenedBy
  columns: ListColumn<Row>[]
  /** Besides «Alle anzeigen». */
  views: ListView[]
  filters: ListFilter[]
  order: { key: string; descending: boolean }
  /** The rows before view, search and order; the row rules decide which exist. Selects everything the cells need, and `id`. */
  rows: (db: Db) => SelectQueryBuilder<any, any, Row>
  /** What «Suchen» looks through: columns, or a condition. */
  search: string[] | ((term: string) => RawBuilder<boolean>)
  /** Rows can be chosen where there is something to do with several of them; without it there are no boxes. */
  selection?: {
    actions: ListAction[]
    /** Rows that can be chosen; all of them, unless said otherwise. */
    offers?: (row: Row) => boolean
  }
}

/** A list, ready for the machinery. */
export interface ListDescription<Row>
  extends Omit<ListSpec<Row & { id: string }>, 'table' | 'columns' | 'rows' | 'search' | 'selection'> {
  columns: ListColumn<Row>[]
  rows: (db: Db) => SelectQueryBuilder<any, any, Row>
  /** `policy.id` */
  id: string
  search: (term: string) => RawBuilder<boolean>
  selection?: { actions: ListAction[]; offers?: (row: Row) => boolean }
  key: (row: Row) => string
  /** The record page, without language prefix. */
  href: (row: Row) => string
}

/** A list whose rows do not matter: its name, its address, what it can be narrowed by. */
export type AnyList = ListDescription<any>

const lists = new Map<string, AnyList>()

/** Declares a list, and makes it known by its key: to the saved views, and to the test that walks over all lists. */
export function defineList<Row extends { id: string }>({ table, views, search, ...spec }: ListSpec<Row>): ListDescription<Row> {
  const list: ListDescription<Row> = {
    ...spec,
    views: [{ key: 'all', label: (l) => listPhrases(l).show_all }, ...views],
    search: Array.isArray(search) ? (term) => contains(search, term) : search,
    id: `${table}.id`,
    key: (row) => row.id,
    href: (row) => `${spec.path}/${row.id}`,
  }
  lists.set(listKey(list), list)
  return list
}

/** All lists of the portal. */
export function allLists(): AnyList[] {
  return [...lists.values()]
}

/** The views of a list that are offered to the actor. */
export function viewsFor(actor: Actor, list: Pick<AnyList, 'views'>): ListView[] {
  return list.views.filter((view) => view.when?.(actor) ?? true)
}

/** `policies`: what saved views call the list. */
export function listKey(list: Pick<AnyList, 'path'>): string {
  return list.path.slice(1)
}

/** The list that a saved view belongs to; null when there is none such (any more). */
export function listByKey(key: unknown): AnyList | null {
  return typeof key === 'string' ? (lists.get(key) ?? null) : null
}
