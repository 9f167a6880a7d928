import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Language } from '../platform/phrases.ts'
import type { Visit } from '../platform/visit.ts'
import type { ListValue } from './list-values.ts'

export interface ListColumn<Row> {
  /** Stands in the address (`?o=-key`); part of bookmarks, so it never changes. */
  key: string
  label: (language: Language) => string
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
  /** Drawn only for these actors, e.g. the company for staff. */
  when?: (actor: Actor) => boolean
}

export interface ListView {
  key: string
  label: (language: Language) => string
  /** What narrows the rows; none for «Alle anzeigen», the first view. */
  where?: () => RawBuilder<boolean>
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
  label: (language: Language) => string
  /** Offered only to these actors. */
  when?: (actor: Actor) => boolean
}

export interface ChoiceFilter extends FilterBase {
  kind?: 'choice'
  /** What can be chosen. Texts out of records come from the visible rows alone: `visibleOptions`. Read only when needed. */
  options: (visit: Visit) => FilterOption[] | Promise<FilterOption[]>
  /** One or several of the options; `isOneOf('policy.state')`. */
  where: (values: string[]) => RawBuilder<boolean>
}

export interface RangeFilter extends FilterBase {
  kind: 'date-range' | 'amount-range'
  /** `isBetween('policy.ends_on')`. */
  where: (range: Range) => RawBuilder<boolean>
}

export type ListFilter = ChoiceFilter | RangeFilter

/** Something that is done with several rows at once: a button in the bar below the table. */
export interface ListAction {
  /** Where the chosen ids go, by POST: `chosenOf` reads them (list-selection.ts). */
  path: string
  label: (language: Language) => string
  icon: string
  /** Offered only to these actors. */
  when?: (actor: Actor) => boolean
}

/** One list of the portal, described: the machinery does the rest (architecture.md, records/). */
export interface ListDescription<Row> {
  path: string
  icon: string
  title: (language: Language) => string
  lead: (language: Language) => string
  /** The sentences for a list with nothing in it yet. */
  nothingYet: (language: Language) => { title: string; text: string }
  columns: ListColumn<Row>[]
  views: ListView[]
  filters?: ListFilter[]
  order: { key: string; descending: boolean }
  /** The rows before view, search and order; the row rules decide which exist. Selects everything the cells need, and `id`. */
  rows: (db: Db) => SelectQueryBuilder<any, any, Row>
  /** A fresh tie-breaker, so that paging never shows a row twice: `table.id`. */
  id: string
  /** What «Suchen» looks through. */
  search: (term: string) => RawBuilder<boolean>
  key: (row: Row) => string
  /** The record page, without language prefix. */
  href: (row: Row) => string
  /** Rows can be chosen where there is something to do with several of them; without it there are no boxes. */
  selection?: {
    actions: ListAction[]
    /** Rows that can be chosen; all of them, unless said otherwise. */
    offers?: (row: Row) => boolean
  }
}

/** A list whose rows do not matter: its name, its address, what it can be narrowed by. */
export type AnyList = ListDescription<any>

const lists = new Map<string, AnyList>()

/** Declares a list, and makes it known to the saved views by its key. */
export function defineList<Row>(list: ListDescription<Row>): ListDescription<Row> {
  lists.set(listKey(list), list)
  return list
}

/** `policies`: what saved views call the list. */
export function listKey(list: Pick<ListDescription<never>, 'path'>): string {
  return list.path.slice(1)
}

/** The list that a saved view belongs to; null when there is none such (any more). */
export function listByKey(key: unknown): AnyList | null {
  return typeof key === 'string' ? (lists.get(key) ?? null) : null
}
