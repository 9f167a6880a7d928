import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { ListAround } from './list-around.ts'
import type { ListDescription } from './list-description.ts'
import { filterConditions } from './list-filters.ts'
import { countCap, type ListState } from './list-state.ts'

export interface ListResult<Row> {
  rows: Row[]
  /** At most `countCap`; `capped` says that there are more. */
  total: number
  capped: boolean
  /** The page shown: the last one when the address asked for one beyond it. */
  page: number
  pages: number
  /** What stands around the table, where the list is opened as a page of its own (list-open.ts). */
  around?: ListAround
}

/** Reads one page of a list and how many rows there are, both from the same filtered relation, in one round trip. */
export async function readList<Row>(db: Db, list: ListDescription<Row>, state: ListState): Promise<ListResult<Row>> {
  const base = narrowed(db, list, state)
  const [rows, counted] = await Promise.all([pageOf(base, list, state, state.page).execute(), countOf(db, base)])
  const capped = counted > countCap
  const total = Math.min(counted, countCap)
  const pages = Math.max(1, Math.ceil(total / state.size))
  if (state.page <= pages) return { rows, total, capped, page: state.page, pages }
  return { rows: await pageOf(base, list, state, pages).execute(), total, capped, page: pages, pages }
}

/** The rows of a list in this state, in its order, without a limit. */
export function orderedRows<Row>(db: Db, list: ListDescription<Row>, state: ListState) {
  return ordered(narrowed(db, list, state), list, state)
}

function narrowed<Row>(db: Db, list: ListDescription<Row>, state: ListState) {
  const where = list.views.find((view) => view.key === state.view)?.where
  let query = list.rows(db)
  if (where) query = query.where(where())
  if (state.search) query = query.where(list.search(state.search))
  for (const condition of filterConditions(list.filters ?? [], state.filters)) query = query.where(condition)
  return query
}

function pageOf<Row>(base: SelectQueryBuilder<any, any, Row>, list: ListDescription<Row>, state: ListState, page: number) {
  return ordered(base, list, state)
    .limit(state.size)
    .offset((page - 1) * state.size)
}

function ordered<Row>(base: SelectQueryBuilder<any, any, Row>, list: ListDescription<Row>, state: ListState) {
  const column = list.columns.find((c) => c.key === state.order.key)!
  return base.orderBy(column.sort!, (order) => (state.order.descending ? order.desc() : order.asc()).nullsLast()).orderBy(list.id)
}

// Counting stops one past the cap. The order of the columns does not matter, so none is selected.
async function countOf(db: Db, base: SelectQueryBuilder<any, any, any>): Promise<number> {
  const some = base
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(countCap + 1)
  const { n } = await db.selectFrom(some.as('some')).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return n
}

/** A condition «one of these columns contains the term»; the term's own % and _ mean themselves. */
export function contains(columns: string[], term: string): RawBuilder<boolean> {
  const pattern = `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} ilike ${pattern}`),
    sql` or `,
  )})`
}
