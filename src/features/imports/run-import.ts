import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Work } from '../../platform/jobs.ts'
import { collector } from './collect.ts'
import { importFile } from './import-file.ts'
import type { Refusal } from './refusal.ts'
import { type FileReport, keptRefusals } from './report.ts'
import { keptDocuments, withFile } from './run-files.ts'
import { forgetRows } from './run-forget.ts'
import { aloneAs, progressOf, type RunJob, shown } from './run-job.ts'
import { type Found, filesOf, type ImportedFile, type ImportRun, runById } from './run-queries.ts'
import { type Source, sources } from './sources.ts'
import { markRows, trackRows } from './track-rows.ts'
import { stepsIn, type Transact } from './transact.ts'

interface Outcome {
  report: { files: FileReport[]; refused: number; refusals: Refusal[] }
  found: Map<string, Found>
}

/** Ends the transaction of a check: what it found is known, and nothing of it holds. */
class Checked extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('checked')
    this.outcome = outcome
  }
}

/** Does everything the run would do, and takes it back: so what the check says is what will happen. */
export async function checkRun(work: Work, job: RunJob): Promise<void> {
  const outcome = await aloneAs(work, job, async (db): Promise<never> => {
    throw new Checked(await importAll(work, job, db, 'check'))
  }).catch((error: unknown) => {
    if (error instanceof Checked) return error.outcome
    throw error
  })
  await shown(work, job, async (db) => {
    for (const [id, found] of outcome.found)
      await db
        .updateTable('import_file')
        .set({ found: JSON.stringify(found) })
        .where('id', '=', id)
        .execute()
    await db
      .updateTable('import_run')
      .set({ state: 'checked', report: JSON.stringify(outcome.report), progress: null, alive_at: sql`now()` })
      .where('id', '=', job.runId)
      .where('state', '=', 'checking')
      .execute()
  })
}

/** Imports all files of a run in one transaction: until its end nobody sees anything of it, and then all of it. */
export async function importRun(work: Work, job: RunJob): Promise<void> {
  const files = await aloneAs(work, job, async (db) => {
    // Asked for twice at once, it is done once.
    if ((await runById(db, job.runId)).state !== 'running') return []
    const outcome = await importAll(work, job, db, 'run')
    await markRows(db, job.runId)
    await finish(db, job, outcome)
    return filesOf(db, job.runId)
  })
  await forgetRows(work.services, job.brokerageId, files)
}

async function importAll(work: Work, job: RunJob, db: Db, what: 'check' | 'run'): Promise<Outcome> {
  const [run, files] = [await runById(db, job.runId), ordered(await filesOf(db, job.runId))]
  const outcome: Outcome = { report: { files: [], refused: 0, refusals: [] }, found: new Map() }
  const progress = progressOf(work, job)
  const of = files.reduce((sum, { file }) => sum + file.row_count, 0)
  let before = 0
  for (const { file, source } of files) {
    await progress({ file: file.name, rows: before, of })
    const { report, found } = await importOne(work, job, db, { run, file, source, what }, (rows) =>
      progress({ file: file.name, rows: before + rows, of }),
    )
    before += file.row_count
    outcome.report.files.push(report)
    outcome.report.refused += report.refused
    outcome.report.refusals.push(
      ...(found.refusals ?? []).slice(0, keptRefusals).map(({ cells: _, at: __, ...refusal }) => refusal),
    )
    outcome.found.set(file.id, found)
  }
  return outcome
}

interface One {
  run: ImportRun
  file: ImportedFile
  source: Source
  what: 'check' | 'run'
}

async function importOne(
  work: Work,
  job: RunJob,
  db: Db,
  { run, file, source, what }: One,
  progress: (rows: number) => Promise<void>,
) {
  const found = collector(file)
  const { files } = work.services
  const report = await withFile(files, job.brokerageId, { file, source }, (open) =>
    importFile(
      {
        brokerageId: job.brokerageId,
        transact: seeing(db, source),
        // The steps of one transaction cannot overlap.
        writers: 1,
        batchSize: 500,
        refuse: found.refuse,
        progress: (so) => progress(so.read),
        takeFiles: keptDocuments(run.documents),
        track: what === 'run' ? trackRows(job.runId, file.place, found.track) : found.track,
      },
      open,
    ),
  )
  if (!report) throw new Error('the rows of an uploaded file are gone')
  return { report, found: await found.result(files, job.brokerageId) }
}

// A person sees the companies that are there; new ones are among them from the next step on.
function seeing(db: Db, source: Source): Transact {
  const step = stepsIn(db)
  if (source.table !== 'company') return step
  return async (work) => {
    const result = await step(work)
    await sql`select access.work_out()`.execute(db)
    return result
  }
}

/** The files that are to be imported, what others refer to first. */
function ordered(files: ImportedFile[]): { file: ImportedFile; source: Source }[] {
  return sources.flatMap((source) => files.filter((file) => file.source === source.name).map((file) => ({ file, source })))
}

async function finish(db: Db, job: RunJob, { report, found }: Outcome): Promise<void> {
  for (const [id, one] of found)
    await sql`update import_file set found = ${JSON.stringify(one)}::jsonb where brokerage_id = access.brokerage() and id = ${id}`.execute(
      db,
    )
  await sql`update import_run set state = 'done', finished_at = now(), report = ${JSON.stringify(report)}::jsonb, progress = null
    where brokerage_id = access.brokerage() and id = ${job.runId}`.execute(db)
  const counts = report.files.map(({ file, read, new: added, changed, unchanged, refused }) => ({
    file,
    read,
    new: added,
    changed,
    unchanged,
    refused,
  }))
  await tell(db, job, 'import.finished', { files: counts })
}

/** What happened to a run, in the name of the person. */
export async function tell(db: Db, job: RunJob, verb: string, details: object): Promise<void> {
  await sql`insert into event (brokerage_id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, details)
    select access.brokerage(), 'staff', s.id, btrim(s.first_name || ' ' || s.last_name), ${verb}, 'import_run', ${job.runId}::uuid, ${JSON.stringify(details)}::jsonb
    from staff_member s where s.brokerage_id = access.brokerage() and s.id = ${job.actorId}::uuid`.execute(db)
}
