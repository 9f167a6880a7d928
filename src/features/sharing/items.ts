import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { RecordKind } from '../../records/record-description.ts'
import type { lineRoles } from '../../records/roles.ts'

export type LineRole = (typeof lineRoles)[number]

/** Which roles a line opens; null: at this company the same as in the whole house. */
export interface LineState {
  audience: LineRole[] | null
}

/** What staff decided about a record. `published_at` is the database's own text, so that nothing of the moment is lost. */
export interface RecordState {
  confidential: boolean
  shared_with: LineRole[] | null
  published_at: string | null
}

/** One thing of a change: the code of a line or the id of a record, what it was and what it becomes. */
export interface Item<State = LineState | RecordState> {
  id: string
  before: State
  after: State
}

/** What one act of staff changes: lines of the house, lines at one company, or records of one kind. */
export type Change =
  | { scope: 'lines'; companyId: null; items: Item<LineState>[] }
  | { scope: 'company_lines'; companyId: string; items: Item<LineState>[] }
  | { scope: RecordKind; companyId: null; items: Item<RecordState>[] }
export type Scope = Change['scope']

/** What a check page stood on: sent along, so that nobody applies something other than what was shown. */
export function standOf(change: Change): string {
  const before = change.items.map(({ id, before }) => [id, before]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(before)).digest('base64url').slice(0, 22)
}

/** The state of records as it is now, locked against others when it is about to change. What does not exist is left out. */
export async function recordStates(db: Db, kind: RecordKind, ids: string[], lock = false): Promise<Map<string, RecordState>> {
  const { rows } = await sql<RecordState & { id: string }>`
    select id, confidential, shared_with, published_at::text as published_at from ${sql.table(kind)}
    where id = any (${ids}::uuid[]) order by id ${lock ? sql`for update` : sql``}`.execute(db)
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

/** The mapping of all lines, by code: of the house, or of one company (null where it has none of its own). */
export async function lineStates(db: Db, companyId: string | null, lock = false): Promise<Map<string, LineState>> {
  // The row of the house is the lock, for a company may have none yet.
  const { rows } = await sql<LineState & { code: string }>`
    select l.code, ${
      companyId
        ? sql`(select o.audience from company_line o where o.brokerage_id = l.brokerage_id and o.line_code = l.code
            and o.company_id = ${companyId}::uuid) as audience`
        : sql`l.audience`
    }
    from line_of_business l order by l.code ${lock && !companyId ? sql`for update of l` : sql``}`.execute(db)
  return new Map(rows.map(({ code, audience }) => [code, { audience }]))
}

/** Two at once at the same company wait for each other. */
export async function lockCompanyLines(db: Db, companyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('company_line ' || ${companyId}, 0))`.execute(db)
}

/** Writes one side of a change. */
export async function write(db: Db, change: Change, side: 'before' | 'after'): Promise<void> {
  const rows = JSON.stringify(change.items.map((item) => ({ id: item.id, ...item[side] })))
  if (change.scope === 'lines') await writeLines(db, rows)
  else if (change.scope === 'company_lines') await writeCompanyLines(db, change.companyId, rows)
  else await writeRecords(db, change.scope, rows)
}

const roles = (column: string) =>
  sql`case when jsonb_typeof(v.${sql.ref(column)}) = 'array' then array(select jsonb_array_elements_text(v.${sql.ref(column)})) end`

async function writeLines(db: Db, rows: string) {
  await sql`update line_of_business l set audience = coalesce(${roles('audience')}, '{}')
    from jsonb_to_recordset(${rows}::jsonb) as v(id text, audience jsonb) where l.code = v.id`.execute(db)
}

async function writeCompanyLines(db: Db, companyId: string, rows: string) {
  await sql`insert into company_line (brokerage_id, company_id, line_code, audience)
    select access.brokerage(), ${companyId}::uuid, v.id, ${roles('audience')}
    from jsonb_to_recordset(${rows}::jsonb) as v(id text, audience jsonb)
    on conflict (brokerage_id, company_id, line_code) do update set audience = excluded.audience`.execute(db)
}

async function writeRecords(db: Db, kind: RecordKind, rows: string) {
  await sql`update ${sql.table(kind)} x
    set confidential = v.confidential, shared_with = ${roles('shared_with')}, published_at = v.published_at
    from jsonb_to_recordset(${rows}::jsonb) as v(id uuid, confidential boolean, shared_with jsonb, published_at timestamptz)
    where x.id = v.id`.execute(db)
}

/** Says which items are no longer as this side of the change left them: somebody changed them since. */
export async function changedSince(db: Db, change: Change, side: 'before' | 'after'): Promise<string[]> {
  if (change.companyId) await lockCompanyLines(db, change.companyId)
  const now: Map<string, LineState | RecordState> =
    change.scope === 'lines' || change.scope === 'company_lines'
      ? await lineStates(db, change.companyId, true)
      : await recordStates(
          db,
          change.scope,
          change.items.map(({ id }) => id),
          true,
        )
  return change.items.filter((item) => !same(now.get(item.id), item[side])).map(({ id }) => id)
}

/** True for two states that mean the same; the order of roles says nothing. */
export function same(a: LineState | RecordState | undefined, b: LineState | RecordState): boolean {
  return a !== undefined && canonical(a) === canonical(b)
}

function canonical(state: LineState | RecordState): string {
  const sorted = (list: LineRole[] | null) => list && [...list].sort()
  if ('audience' in state) return JSON.stringify(sorted(state.audience))
  return JSON.stringify([state.confidential, sorted(state.shared_with), state.published_at])
}
