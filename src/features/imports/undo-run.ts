import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../../platform/db.ts'
import type { Work } from '../../platform/jobs.ts'
import { isolate } from './isolate.ts'
import { tell } from './run-import.ts'
import { aloneAs, progressOf, type RunJob } from './run-job.ts'
import { type ImportRun, runById } from './run-queries.ts'
import { type Source, sources } from './sources.ts'
import { markOf } from './track-rows.ts'
import { stepsIn } from './transact.ts'

type Kept = ImportRun['kept']
interface RunRow {
  key: string
  columns: string[] | null
}

/**
 * Takes back exactly what a run did: new rows go, changed ones get the former values of the columns it wrote. A row that was
 * changed since, or that something hangs on by now, stays and is listed.
 */
export function undoRun(work: Work, job: RunJob): Promise<void> {
  return aloneAs(work, job, async (db) => {
    const run = await runById(db, job.runId)
    if (run.state !== 'undoing') return
    const kept: Kept = []
    const progress = progressOf(work, job)
    for (const source of sources.toReversed()) {
      await progress({ file: source.name, rows: 0, of: 0 })
      await undoSource(db, job.runId, source, kept)
    }
    await sql`update import_run set state = 'undone', undone_at = now(), kept = ${JSON.stringify(kept)}::jsonb, progress = null
      where brokerage_id = access.brokerage() and id = ${job.runId}::uuid`.execute(db)
    await tell(db, job, 'import.undone', { kept: kept.length })
  })
}

async function undoSource(db: Db, runId: string, source: Source, kept: Kept): Promise<void> {
  const { rows } = await sql<RunRow & { same: boolean | null }>`
    select r.key, t.brokerage_id is not null and ${markOf('t')} = r.mark as same,
      case when r.before is null then null else array(select k from jsonb_object_keys(r.before) k order by k) end as columns
    from import_row r left join ${sql.table(source.table)} t on t.brokerage_id = r.brokerage_id and t.${sql.ref(source.key)} = r.key
    where r.brokerage_id = access.brokerage() and r.run_id = ${runId}::uuid and r.target = ${source.table}
    order by r.line`.execute(db)
  const keep = (row: RunRow, why: Kept[number]['why']) => kept.push({ source: source.name, key: row.key, why })
  for (const row of rows.filter(({ same }) => !same)) keep(row, 'changed')
  const same = rows.filter((row) => row.same)
  const fresh = same.filter(({ columns }) => columns === null)
  await each(
    db,
    fresh,
    (part) => remove(db, source, part),
    (row) => keep(row, 'in_use'),
  )
  const groups = Map.groupBy(
    same.filter(({ columns }) => columns !== null),
    ({ columns }) => columns!.join(),
  )
  for (const group of groups.values())
    await each(
      db,
      group,
      (part) => putBack(db, runId, source, part),
      (row) => keep(row, 'in_use'),
    )
}

// One row that cannot be taken back keeps none of its neighbours.
async function each(
  db: Db,
  rows: RunRow[],
  write: (part: RunRow[]) => Promise<void>,
  refuse: (row: RunRow, error: pg.DatabaseError) => void,
) {
  const transact = stepsIn(db)
  for (let from = 0; from < rows.length; from += 500)
    await isolate(rows.slice(from, from + 500), (part) => transact(() => write(part)), refuse)
}

async function remove(db: Db, source: Source, rows: RunRow[]): Promise<void> {
  const keys = rows.map(({ key }) => key)
  if (source.table === 'document')
    await sql`delete from document_version v using document d where d.brokerage_id = access.brokerage() and d.source_key = any (${keys}::text[])
      and v.brokerage_id = d.brokerage_id and v.document_id = d.id`.execute(db)
  // Companies of a holding that came with it: out of the tree first.
  if (source.table === 'company')
    await sql`update company set parent_id = null where brokerage_id = access.brokerage() and source_key = any (${keys}::text[])`.execute(
      db,
    )
  await sql`delete from ${sql.table(source.table)} where brokerage_id = access.brokerage()
    and ${sql.ref(source.key)} = any (${keys}::text[])`.execute(db)
}

async function putBack(db: Db, runId: string, source: Source, rows: RunRow[]): Promise<void> {
  const columns = rows[0]!.columns!
  const assignments = columns.map((name) => sql`${sql.ref(name)} = o.${sql.ref(name)}`)
  if (source.hasVersion) assignments.push(sql`version = t.version + 1`)
  if (source.table !== 'line_of_business') assignments.push(sql`updated_at = now()`)
  await sql`update ${sql.table(source.table)} t set ${sql.join(assignments)}
    from import_row r cross join lateral jsonb_populate_record(null::${sql.table(source.table)}, r.before) o
    where r.brokerage_id = access.brokerage() and r.run_id = ${runId}::uuid and r.target = ${source.table}
      and r.key = any (${rows.map(({ key }) => key)}::text[])
      and t.brokerage_id = r.brokerage_id and t.${sql.ref(source.key)} = r.key`.execute(db)
}
