import { type Expression, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Refusal } from './refusal.ts'
import type { FileReport } from './report.ts'

export const runStates = ['draft', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone'] as const
export type RunState = (typeof runStates)[number]

/** One field of a row that would change, or did: what stands there, and what the file says. */
export interface FieldChange {
  heading: string
  old: string
  new: string
}

/** What the check found in one file. */
export interface Found {
  changes?: { line: number; key: string; fields: FieldChange[] }[]
  refusals?: (Refusal & { cells: string[] | null; at: string })[]
}

export interface Progress {
  file: string
  rows: number
  of: number
  /** Another import of this brokerage goes first; its person, '' for the command line. */
  waiting?: string
}

export interface ImportRun {
  id: string
  state: RunState
  source: string
  started_at: Date
  finished_at: Date | null
  staff_id: string | null
  person: string | null
  undone_by_name: string | null
  undone_at: Date | null
  problem: string | null
  progress: Progress | null
  cancel_asked: boolean
  documents: Record<string, [sha256: string, bytes: number]>
  report: { files?: FileReport[]; refused?: number; refusals?: Refusal[]; ignored?: string[] }
  kept: { source: string; key: string; why: 'changed' | 'in_use' }[]
  /** Working, but without a sign of life for two minutes: whatever it was doing is gone. */
  stalled: boolean
  /** Done within the last 24 hours. */
  undoable: boolean
}

export interface ImportedFile {
  id: string
  place: number
  name: string
  encoding: string
  source: string | null
  checksum: Buffer
  rows_sha256: Buffer | null
  row_count: number
  header: string[]
  samples: string[][]
  mapping: (string | null)[]
  found: Found
}

const working = sql.join(['checking', 'running', 'undoing'].map((state) => sql.lit(state)))
const dead = sql<boolean>`r.state in (${working}) and r.alive_at < now() - interval '2 minutes'`
const within = sql<boolean>`r.state = 'done' and r.staff_id is not null and r.finished_at > now() - interval '24 hours'`
const nameOf = (column: Expression<unknown>) => sql<string | null>`(select btrim(s.first_name || ' ' || s.last_name)
  from staff_member s where s.brokerage_id = r.brokerage_id and s.id = ${column})`

function runs(db: Db) {
  return db
    .selectFrom('import_run as r')
    .select((eb) => [
      'r.id',
      sql<RunState>`r.state`.as('state'),
      'r.source',
      sql<Date>`r.started_at`.as('started_at'),
      sql<Date | null>`r.finished_at`.as('finished_at'),
      'r.staff_id',
      nameOf(eb.ref('r.staff_id')).as('person'),
      nameOf(eb.ref('r.undone_by')).as('undone_by_name'),
      sql<Date | null>`r.undone_at`.as('undone_at'),
      'r.problem',
      sql<Progress | null>`r.progress`.as('progress'),
      'r.cancel_asked',
      sql<ImportRun['documents']>`r.documents`.as('documents'),
      sql<ImportRun['report']>`r.report`.as('report'),
      sql<ImportRun['kept']>`r.kept`.as('kept'),
      dead.as('stalled'),
      within.as('undoable'),
    ])
}

/** The latest runs, newest first. */
export function latestRuns(db: Db, most = 50): Promise<ImportRun[]> {
  return runs(db).orderBy('r.started_at', 'desc').orderBy('r.id', 'desc').limit(most).execute()
}

/** One run. Throws NotFound. */
export async function runById(db: Db, id: string): Promise<ImportRun> {
  const run = await runs(db).where('r.id', '=', id).executeTakeFirst()
  if (!run) throw notFound()
  return run
}

/** The files of a run, in the order they came. */
export function filesOf(db: Db, runId: string): Promise<ImportedFile[]> {
  return db
    .selectFrom('import_file')
    .select([
      'id',
      'place',
      'name',
      'encoding',
      'source',
      'checksum',
      'rows_sha256',
      'row_count',
      sql<string[]>`header`.as('header'),
      sql<string[][]>`samples`.as('samples'),
      sql<(string | null)[]>`mapping`.as('mapping'),
      sql<Found>`found`.as('found'),
    ])
    .where('run_id', '=', runId)
    .orderBy('place')
    .execute() as Promise<ImportedFile[]>
}

/** When each kind of export last came in, by whatever way; a kind that never came is missing. */
export async function lastBySource(db: Db): Promise<{ source: string; at: Date; days: number }[]> {
  const { rows } = await sql<{ source: string; at: Date; days: number }>`
    select source, max(at) as at, extract(day from now() - max(at))::integer as days from (
      select coalesce(f ->> 'source', regexp_replace(f ->> 'file', '[.][^.]*$', '')) as source, r.finished_at as at
      from import_run r cross join lateral jsonb_array_elements(case when jsonb_typeof(r.report -> 'files') = 'array' then r.report -> 'files' else '[]' end) f
      where r.finished_at is not null and r.state = 'done' and (f ->> 'read')::integer > 0) came
    group by source`.execute(db)
  return rows
}
