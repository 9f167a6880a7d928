import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { onlyOneWithBytes } from '../../platform/kept-files.ts'

export const jobs: Job[] = [{ name: 'forget', run: (work) => forget(work), every: '20 2 * * *' }]

type Tools = { pool: Work['pool']; services: Pick<Work['services'], 'files'> }

/** Takes away what has been kept long enough, in each brokerage: decisions 0047 and 0113 say what and when. */
export async function forget({ pool, services }: Tools, moment = new Date()): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows) {
    // One after the other: what fails holds nobody else's up.
    for (const what of ['notifications', 'mails', 'sign_ins', 'browsers', 'taken_back'])
      await asBrokerage(pool, id, (db) => sql`select ${sql.raw(`access.forget_${what}`)}(${moment}::timestamptz)`.execute(db))
    for (const what of ['claim_drafts', 'attachment_drafts']) await forgetFiles({ pool, services }, id, what, moment)
  }
}

// Rows and bytes go in one transaction, while nobody brings the same bytes in; where somebody does, the next night is soon enough.
async function forgetFiles({ pool, services }: Tools, brokerageId: string, what: string, moment: Date): Promise<void> {
  await asBrokerage(pool, brokerageId, async (db) => {
    if (!(await onlyOneWithBytes(db, brokerageId))) return
    const { rows } = await sql<{ sha256: Buffer }>`
      select ${sql.raw(`access.forget_${what}`)}(${moment}::timestamptz) as sha256`.execute(db)
    for (const { sha256 } of rows) await services.files.remove(brokerageId, sha256)
  })
}
