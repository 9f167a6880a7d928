import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import type { Work } from '../../platform/jobs.ts'

/** Tells the administrators of each brokerage when mails wait for longer than an hour, at most once a day (decision 0114). */
export async function watchMails({ pool }: Pick<Work, 'pool'>, moment = new Date()): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows)
    await asBrokerage(pool, id, (db) => sql`select access.tell_of_waiting_mails(${moment}::timestamptz)`.execute(db))
}
