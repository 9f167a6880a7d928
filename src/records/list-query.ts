import { type SelectQueryBuilder, sql } from 'kysely'
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

// Up to so many rows are read and sorted; beyond it the database walks an index in the list's order instead.
const fewRows = 1000

/**
 * Reads one page of a list and how many rows there are, both from the same filtered relation. A short list takes one round
 * trip. A long one takes a second: only the count tells that it is long, and only then the order of an index pays.
 */
export async function readList<Row>(db: Db, list: ListDescription<Row>, state: ListState): Promise<ListResult<Row>> {
  const base = narrowed(db, list, state)
  const [few, counted] = await Promise.all([pageOfFew(db, base, list, state).execute(), countOf(db, base)])
  const capped = counted > countCap
  const total = Math.min(counted, countCap)
  const pages = Math.max(1, Math.ceil(total / state.size))
  const page = Math.min(state.page, pages)
  if (counted > fewRows) return { rows: await pageOfMany(db, base, list, state, page), total, capped, page, pages }
  if (page === state.page) return { rows: few, total, capped, page, pages }
  return { rows: await pageOfFew(db, base, list, { ...state, page }).execute(), total, capped, page, pages }
}

export interface FirstRows<Row> {
  /** The first rows in the list's order; none where there are too many to put in order for a glance. */
  rows: Row[]
  total: number
  /** There are more than `total`. */
  more: boolean
}

/** The first rows of a list and how many there are, in one round trip also for those who see very many: then only that. */
export async function readFirst<Row>(db: Db, list: ListDescription<Row>, state: ListState): Promise<FirstRows<Row>> {
  const base = narrowed(db, list, state)
  const [rows, counted] = await Promise.all([pageOfFew(db, base, list, state).execute(), countOf(db, base, fewRows)])
  return counted > fewRows ? { rows: [], total: fewRows, more: true } : { rows, total: counted, more: false }
}

// Right as long as there are no more than `fewRows`: the inner limit keeps the cost of a list that turns out to be long small.
function pageOfFew<Row>(db: Db, base: SelectQueryBuilder<any, any, Row>, list: ListDescription<Row>, state: ListState) {
  const sort = sortOf(list, state)
  // A list may sort by a column that it works out itself; such a one goes by its own name.
  const order = sort.includes('.') ? 'list_order' : sort
  const rows = order === sort ? base : base.select(sql.ref(sort).as(order))
  const found = rows.select(sql.ref(list.id).as('list_id')).limit(fewRows + 1)
  return (db.selectFrom(found.as('found')) as unknown as SelectQueryBuilder<any, any, Row>)
    .selectAll()
    .orderBy(order, (by) => (state.order.descending ? by.desc() : by.asc()).nullsLast())
    .orderBy('list_id')
    .limit(state.size)
    .offset((state.page - 1) * state.size)
}

// The planner cannot know how much a person may see, and would sort everything. The remark gives this plan a name of its own
// among the prepared statements.
async function pageOfMany<Row>(
  db: Db,
  base: SelectQueryBuilder<any, any, Row>,
  list: ListDescription<Row>,
  state: ListState,
  page: number,
) {
  const setSort = (on: 'on' | 'off') => sql`select set_config('enable_sort', ${on}, true)`.execute(db)
  const rows = ordered(base, list, state)
    .limit(state.size)
    .offset((page - 1) * state.size)
    .modifyEnd(sql`/* in the order of an index */`)
  // One after the other: the setting must stand when the plan is made, and be gone for whatever follows.
  await setSort('off')
  const read = await rows.execute()
  await setSort('on')
  return read
}

/** The rows of a list in this state, in its order, without a limit. */
export function orderedRows<Row>(db: Db, list: ListDescription<Row>, state: ListState) {
  return ordered(narrowed(db, list, state), list, state)
}

function narrowed<Row>(db: Db, list: ListDescription<Row>, state: ListState) {
  const where = list.views.find((view) => view.key === state.view)?.where
  let query = list.rows(db)
  if (where) query = query.where(where)
  if (state.search) query = query.where(list.search(state.search))
  for (const condition of filterConditions(list.filters ?? [], state.filters)) query = query.where(condition)
  return query
}

function ordered<Row>(base: SelectQueryBuilder<any, any, Row>, list: ListDescription<Row>, state: ListState) {
  const { descending, key } = state.order
  const neverEmpty = list.columns.find((column) => column.key === key)?.neverEmpty ?? false
  // An index read backwards puts empty values first; where there are none, nothing has to be said about them.
  const byColumn = base.orderBy(sortOf(list, state), (order) =>
    descending ? (neverEmpty ? order.desc() : order.desc().nullsLast()) : order.asc(),
  )
  return byColumn.orderBy(list.id, descending ? 'desc' : 'asc')
}

const sortOf = <Row>(list: ListDescription<Row>, state: ListState) =>
  list.columns.find((column) => column.key === state.order.key)!.sort!

// Counting stops one past the cap. The order of the columns does not matter, so none is selected.
async function countOf(db: Db, base: SelectQueryBuilder<any, any, any>, cap = countCap): Promise<number> {
  const some = base
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(cap + 1)
  const { n } = await db.selectFrom(some.as('some')).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return n
}
