import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import type { Job, Work } from '../../platform/jobs.ts'

export const jobs: Job[] = [{ name: 'forget', run: (work) => forget(work), every: '20 2 * * *' }]

/** Takes away what has been kept long enough, in each brokerage: read notifications, sent mails, dead links, sign-ins that are over. */
export async function forget({ pool }: Pick<Work, 'pool'>, moment = new Date()): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows) {
    // One after the other: what fails holds nobody else's up.
    for (const what of ['notifications', 'mails', 'sign_ins'])
      await asBrokerage(pool, id, (db) => sql`select ${sql.raw(`access.forget_${what}`)}(${moment}::timestamptz)`.execute(db))
  }
}
