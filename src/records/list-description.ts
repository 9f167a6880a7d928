import type { RawBuilder, SelectQueryBuilder } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db.ts'
import type { Language } from '../platform/phrases.ts'
import type { Visit } from '../platform/visit.ts'

export interface ListColumn<Row> {
  /** Stands in the address (`?o=-key`); part of bookmarks, so it never changes. */
  key: string
  label: (language: Language) => string
  /** What it sorts by, as `table.column`; a column without it cannot be sorted. */
  sort?: string
  /** The cell's content; an empty one stays empty. The first column is the row's name and link. */
  cell: (row: Row, visit: Visit) => ComponentChildren
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
}

/** Declares a list; only for its types. */
export function defineList<Row>(list: ListDescription<Row>): ListDescription<Row> {
  return list
}
