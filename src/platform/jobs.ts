import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from './db.ts'
import type { Mailer } from './mailer.ts'
import type { Services } from './visit.ts'

/** What a job works with. `pool` has the rights of dossier_worker; links carry the port that is known by the time of the job. */
export interface Work {
  services: Pick<Services, 'config' | 'database' | 'files' | 'keys' | 'publicPort' | 'log'>
  pool: pg.Pool
  mailer: Mailer
}

/** Later work, by the name that the queue knows it by. An error is tried again, twelve times in about a day; `lastTry` says when. */
export interface Job {
  name: string
  run(work: Work, payload: unknown, lastTry: boolean): Promise<void>
  /** When it runs by itself, as the times of a cron line in UTC: `0 5 * * *`; the payload then names only its time. */
  every?: string
}

/**
 * Puts a job into the queue, in the transaction of the change it follows from: rolled back means it never runs. `from` is the
 * earliest moment; `key` makes a job that waits under the same key be replaced.
 */
export async function enqueue(
  db: Db,
  name: string,
  payload: object,
  { from = null, key = null }: { from?: Date | null; key?: string | null } = {},
): Promise<void> {
  await sql`select jobs.enqueue(${name}, ${JSON.stringify(payload)}::json, ${from}::timestamptz, ${key})`.execute(db)
}
