import { sql } from 'kysely'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { buildZip, type ZipJob } from './build.ts'
import { zipLimits } from './queries.ts'

export const jobs: Job[] = [
  { name: 'document_zip', run: (work, payload) => buildZip(work, payload as ZipJob) },
  { name: 'document_zip_sweep', run: (work) => sweepZips(work), every: '7 * * * *' },
]

/** Takes away the bytes of every ZIP that is a day old; that there was one stays known. */
export async function sweepZips({ services, pool }: Work): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id } of rows) {
    const forgotten = await asBrokerage(pool, id, forgetOld)
    for (const sha256 of forgotten) await services.files.remove(id, sha256)
  }
}

// Two ZIPs of the same documents may be the same bytes: they go with the last one.
async function forgetOld(db: Db): Promise<Buffer[]> {
  const { rows } = await sql<{ sha256: Buffer }>`
    with old as (select brokerage_id, id, sha256 from document_zip
      where state = 'ready' and ready_at < now() - make_interval(hours => ${zipLimits.hoursKept}::int)),
    gone as (update document_zip z set state = 'gone', sha256 = null from old where z.brokerage_id = old.brokerage_id and z.id = old.id)
    select distinct old.sha256 from old where not exists (select from document_zip k
      where k.brokerage_id = old.brokerage_id and k.sha256 = old.sha256 and k.state = 'ready' and k.id not in (select id from old))`.execute(
    db,
  )
  return rows.map(({ sha256 }) => sha256)
}
