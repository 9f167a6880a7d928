import { sql } from 'kysely'
import { scanStream } from '../../platform/clamd.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { ScanJob } from '../../platform/kept-files.ts'
import { noteInfected, tellPerson } from './tell.ts'

export const jobs: Job[] = [
  { name: 'virus_scan', run: (work, payload, lastTry) => scanFile(work, payload as ScanJob, lastTry) },
  { name: 'virus_scan_sweep', run: (work) => sweep(work), every: '*/5 * * * *' },
]

/**
 * Has one file scanned. Only a plain answer settles it; whatever else happens is thrown, so that the queue tries again, and the file
 * waits. After the last try, about a day later, it counts as failed until the sweep asks anew.
 */
export async function scanFile(work: Work, job: ScanJob, lastTry: boolean): Promise<void> {
  const { clamd } = work.services.config
  const sha256 = Buffer.from(job.sha256, 'hex')
  const inside = <T>(change: (db: Db) => Promise<T>) => asBrokerage(work.pool, job.brokerageId, change)
  const kept = await inside((db) => begin(db, sha256))
  if (!clamd || !kept) return
  if (kept.scan_state === 'infected') {
    await inside((db) => noteInfected(db, job, kept.answer ?? ''))
    return tellPerson(work.services, job)
  }
  if (kept.scan_state === 'clean') return
  try {
    const opened = await work.services.files.open(job.brokerageId, sha256)
    if (!opened) throw new Error('The bytes are not in the store')
    const verdict = await scanStream(clamd, opened.stream).finally(() => opened.stream.destroy())
    await inside(async (db) => {
      await settle(db, sha256, verdict.clean ? 'clean' : 'infected', verdict.clean ? '' : verdict.found)
      if (!verdict.clean) await noteInfected(db, job, verdict.found)
    })
    if (!verdict.clean) await tellPerson(work.services, job)
  } catch (error) {
    const answer = error instanceof Error ? error.message : String(error)
    await inside((db) => settle(db, sha256, lastTry ? 'failed' : 'pending', answer))
    if (!lastTry) throw error
    work.services.log.error({ err: error, file: job.sha256 }, 'a file could not be scanned for viruses')
  }
}

async function begin(db: Db, sha256: Buffer) {
  const kept = await db
    .updateTable('kept_file')
    .set({ asked_at: sql`coalesce(asked_at, now())` })
    .where('sha256', '=', sha256)
    .returning(['scan_state', 'answer'])
    .executeTakeFirst()
  return kept
}

async function settle(db: Db, sha256: Buffer, state: string, answer: string): Promise<void> {
  const settled = state === 'clean' || state === 'infected'
  await db
    .updateTable('kept_file')
    .set({ scan_state: state, answer: answer.slice(0, 200) || null, ...(settled && { scanned_at: sql`now()` }) })
    .where('sha256', '=', sha256)
    // Another job for the same bytes may have got its answer in the meantime.
    .where('scan_state', 'not in', ['clean', 'infected'])
    .execute()
}

const atOnce = 1000

/**
 * Asks for what nobody asked for yet (files from before the scanner) and anew, once a day, for what failed; and raises the alarm
 * when files have waited for an answer for more than 15 minutes (security.md F5).
 */
async function sweep(work: Work): Promise<void> {
  if (!work.services.config.clamd) return
  const { rows } = await work.pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows) {
    const waiting = await asBrokerage(work.pool, id, async (db) => {
      for (const sha256 of await unasked(db)) {
        const job: ScanJob = { brokerageId: id, sha256: sha256.toString('hex'), about: null, by: null }
        await enqueue(db, 'virus_scan', job, { key: `virus_scan:${id}:${job.sha256}` })
      }
      return overdue(db)
    })
    if (waiting > 0)
      work.services.log.error({ brokerage: id, files: waiting }, 'files have waited for the virus scanner for over 15 minutes')
  }
}

async function unasked(db: Db): Promise<Buffer[]> {
  const { rows } = await sql<{ sha256: Buffer }>`
    update kept_file set scan_state = 'pending', asked_at = now() where (brokerage_id, sha256) in (
      select brokerage_id, sha256 from kept_file
      where scan_state = 'pending' and asked_at is null and kept_at < now() - interval '5 minutes'
        or scan_state = 'failed' and asked_at < now() - interval '1 day'
      order by kept_at limit ${atOnce})
    returning sha256`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

async function overdue(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from kept_file
    where scan_state = 'pending' and asked_at < now() - interval '15 minutes'`.execute(db)
  return Number(rows[0]!.n)
}
