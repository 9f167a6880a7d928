import { sql } from 'kysely'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { Work } from '../../platform/jobs.ts'
import { enqueue } from '../../platform/jobs.ts'
import { asPerson } from '../../platform/same-actor.ts'
import { type Progress, type RunState, runById } from './run-queries.ts'

export interface RunJob {
  brokerageId: string
  runId: string
  actorId: string
}

/** Somebody pressed «Abbrechen»: all that was written is taken back. */
export class Cancelled extends Error {}

/** Another import of the brokerage goes first. */
class Busy extends Error {}

/** A transaction as the person of the job, with the rights of the web process: for what is shown while it works. */
export const shown = <T>(work: Work, job: RunJob, step: (db: Db) => Promise<T>) => asPerson(work.services, job, step)

/**
 * The one transaction of a check, a run or an undo: the operator's connection, narrowed to the person who started it, and alone in
 * the brokerage, as an import of the command line is. `work` gives null where there is nothing to do.
 */
export async function aloneAs<T>(work: Work, job: RunJob, step: (db: Db) => Promise<T>): Promise<T> {
  return asBrokerage(work.services.database.operator, job.brokerageId, async (db) => {
    await sql`select set_config('app.actor', ${job.actorId}, true), set_config('idle_in_transaction_session_timeout', '60s', true)`.execute(
      db,
    )
    await sql`select access.work_out()`.execute(db)
    const { rows } = await sql<{ mine: boolean; may: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`import:${job.brokerageId}`}, 0)) as mine, access.imports() as may`.execute(
      db,
    )
    if (!rows[0]!.may) throw new NoRight()
    if (!rows[0]!.mine) throw new Busy()
    return step(db)
  })
}

class NoRight extends Error {}

/** Tells how far it is; throws `Cancelled` when the person no longer wants it. */
export function progressOf(work: Work, job: RunJob): (progress: Progress) => Promise<void> {
  let last = 0
  return async (progress) => {
    if (Date.now() - last < 700) return
    last = Date.now()
    if (await say(work, job, progress)) throw new Cancelled()
  }
}

async function say(work: Work, job: RunJob, progress: Progress): Promise<boolean> {
  const row = await shown(work, job, (db) =>
    db
      .updateTable('import_run')
      .set({ progress: JSON.stringify(progress), alive_at: sql`now()` })
      .where('id', '=', job.runId)
      .returning('cancel_asked')
      .executeTakeFirst(),
  )
  return row?.cancel_asked ?? true
}

/** What one kind of work is: the state in which it is due, the work, and where the run stands when it was stopped. */
export interface Doing {
  while: RunState
  stopped: RunState
  run: (work: Work, job: RunJob) => Promise<void>
}

/** Does what the run waits for. Whatever goes wrong is told on its page; the queue does not try for ever. */
export async function doRun(work: Work, job: RunJob, doings: Doing[]): Promise<void> {
  const run = await shown(work, job, (db) => runById(db, job.runId)).catch(() => null)
  const doing = doings.find((one) => one.while === run?.state)
  if (!run || !doing) return
  if (run.cancel_asked) return stop(work, job, doing.stopped, null)
  try {
    await doing.run(work, job)
  } catch (error) {
    if (error instanceof Busy) return waitInLine(work, job)
    if (error instanceof Cancelled) return stop(work, job, doing.stopped, null)
    if (error instanceof NoRight) return stop(work, job, 'failed', 'no_right')
    work.services.log.error({ err: error, run: job.runId }, 'an import could not be worked off')
    await stop(work, job, doing.while === 'undoing' ? 'done' : 'failed', 'failed')
  }
}

// The one that is busy may be the command line, of which nobody knows when it ends.
async function waitInLine(work: Work, job: RunJob): Promise<void> {
  const other = await shown(work, job, (db) =>
    db
      .selectFrom('import_run as r')
      .innerJoin('staff_member as s', (join) =>
        join.onRef('s.brokerage_id', '=', 'r.brokerage_id').onRef('s.id', '=', 'r.staff_id'),
      )
      .select(sql<string>`btrim(s.first_name || ' ' || s.last_name)`.as('name'))
      .where('r.state', 'in', ['checking', 'running', 'undoing'])
      .where('r.id', '<>', job.runId)
      .where('r.alive_at', '>', sql<Date>`now() - interval '2 minutes'`)
      .orderBy('r.alive_at', 'desc')
      .executeTakeFirst(),
  )
  if (await say(work, job, { file: '', rows: 0, of: 0, waiting: other?.name ?? '' })) return stopWaiting(work, job)
  await shown(work, job, (db) => enqueue(db, 'import_run', job, { from: new Date(Date.now() + 2000) }))
}

async function stopWaiting(work: Work, job: RunJob): Promise<void> {
  const run = await shown(work, job, (db) => runById(db, job.runId))
  await stop(work, job, run.state === 'checking' ? 'draft' : run.state === 'undoing' ? 'done' : 'checked', null)
}

// As somebody who lost the right it would not be written: then the operator's connection does, for the page must say so.
async function stop(work: Work, job: RunJob, state: RunState, problem: string | null): Promise<void> {
  await asBrokerage(work.services.database.operator, job.brokerageId, (db) =>
    db
      .updateTable('import_run')
      .set({ state, problem, progress: null, cancel_asked: false })
      .where('brokerage_id', '=', job.brokerageId)
      .where('id', '=', job.runId)
      .execute(),
  )
}
