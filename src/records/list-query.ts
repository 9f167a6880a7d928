import { type CompiledQuery, type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { ListAround } from './list-around.ts'
import type { AnyList, ListDescription } from './list-description.ts'
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

/** Only the rows that hang on one record: `{ column: 'claim.policy_id', id }`. */
export interface Within {
  column: string
  id: string
}

/**
 * Reads one page of a list and how many rows there are, both from the same filtered relation. A short list takes one statement.
 * A long one takes two more, together: only counting tells that it is long, and only then the order of an index pays.
 */
export async function readList<Row>(
  db: Db,
  list: ListDescription<Row>,
  state: ListState,
  within?: Within,
): Promise<ListResult<Row>> {
  const few = await fewOf(db, list, state, within)
  const long = few.counted > fewRows
  const counted = long ? await countOf(db, narrowed(db, list, state, within)) : few.counted
  const capped = counted > countCap
  const total = Math.min(counted, countCap)
  const pages = Math.max(1, Math.ceil(total / state.size))
  const page = Math.min(state.page, pages)
  const found = { total, capped, page, pages }
  if (long) return { rows: await pageOfMany(db, narrowed(db, list, state, within), list, state, page), ...found }
  if (page === state.page) return { rows: few.rows, ...found }
  return { rows: (await fewOf(db, list, { ...state, page }, within)).rows, ...found }
}

// A page beyond the last one has no row that could tell how many there are.
async function fewOf<Row>(db: Db, list: ListDescription<Row>, state: ListState, within: Within | undefined) {
  const { rows } = await db.executeQuery<Row & { list_total: number }>(statementOfFew(db, list, state, within))
  const counted = rows[0]?.list_total ?? (state.page > 1 ? await countOf(db, narrowed(db, list, state, within)) : 0)
  return { rows: rows as Row[], counted }
}

// Putting the statement of a list together takes longer than sending it, and without search and filters it is always one of a
// few. Those are kept, with the places of what changes: the record they hang on, the size and the number of the page.
const kept = new WeakMap<AnyList['rows'], Map<string, { statement: CompiledQuery; idAt: number }>>()

function statementOfFew<Row>(db: Db, list: ListDescription<Row>, state: ListState, within: Within | undefined): CompiledQuery {
  const build = () => pageOfFew(db, narrowed(db, list, state, within), list, state).compile()
  if (state.search || Object.keys(state.filters ?? {}).length > 0) return build()
  const ofList = kept.get(list.rows) ?? new Map<string, { statement: CompiledQuery; idAt: number }>()
  kept.set(list.rows, ofList)
  const shape = `${state.view} ${state.order.key} ${state.order.descending} ${within?.column ?? ''}`
  let one = ofList.get(shape)
  if (!one) {
    const statement = build()
    one = { statement, idAt: within ? statement.parameters.indexOf(within.id) : -1 }
    ofList.set(shape, one)
  }
  const parameters = [...one.statement.parameters.slice(0, -2), state.size, (state.page - 1) * state.size]
  if (within) parameters[one.idAt] = within.id
  return { ...one.statement, parameters }
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
  const { rows, counted } = await fewOf(db, list, state, undefined)
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
    .select(sql<number>`count(*) over ()`.as('list_total'))
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

function narrowed<Row>(db: Db, list: ListDescription<Row>, state: ListState, within?: Within) {
  const where = list.views.find((view) => view.key === state.view)?.where
  let query = list.rows(db)
  if (within) query = query.where(sql.ref(within.column), '=', within.id)
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
async function countOf(db: Db, base: SelectQueryBuilder<any, any, any>): Promise<number> {
  const some = base
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(countCap + 1)
  const { n } = await db.selectFrom(some.as('some')).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return n
}
