import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import type { Work } from '../../platform/jobs.ts'
import type { Services } from '../../platform/visit.ts'
import type { RunJob } from './run-job.ts'
import { filesOf, type ImportedFile } from './run-queries.ts'

/** Takes the rows of a run that has ended out of the store. Their bytes are of this run alone (`write-table.ts`). */
export async function forgetRows({ files }: Pick<Services, 'files'>, brokerageId: string, of: ImportedFile[]): Promise<void> {
  for (const { rows_sha256 } of of) if (rows_sha256) await files.remove(brokerageId, rows_sha256)
}

/** Takes away what was uploaded for a run that was thrown away. */
export async function forgetThrown({ services }: Work, { brokerageId, runId }: RunJob): Promise<void> {
  const files = await asBrokerage(services.database.operator, brokerageId, (db) => filesOf(db, runId))
  await forgetRows(services, brokerageId, files)
}

/** Once a day: what nobody went on with for a week is thrown away, and what runs noted for an undo goes when its time is over. */
export async function sweepImports(work: Work): Promise<void> {
  const { rows } = await work.pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id: brokerageId } of rows) {
    const thrown = await asBrokerage(work.services.database.operator, brokerageId, async (db) => {
      await sql`delete from import_row w using import_run r where r.brokerage_id = access.brokerage() and w.brokerage_id = r.brokerage_id
        and w.run_id = r.id and r.state in ('done', 'undone') and r.finished_at < now() - interval '25 hours'`.execute(db)
      const old = await sql<{ id: string }>`update import_run set state = 'cancelled', progress = null
        where brokerage_id = access.brokerage() and state in ('draft', 'checked', 'failed') and alive_at < now() - interval '7 days'
        returning id`.execute(db)
      return old.rows
    })
    for (const { id } of thrown) await forgetThrown(work, { brokerageId, runId: id, actorId: '' })
  }
}
