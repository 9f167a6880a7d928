import { asBrokerage } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Work } from '../../platform/jobs.ts'
import type { ZipJob } from './build.ts'

/**
 * Tells whoever asked that the ZIP is ready. This is the one place where it is told: the event, which the open page follows through the
 * row itself; what else is sent (a notification with the link `/documents/zip/<id>`) is called from here.
 */
export function tellZipReady(
  { pool }: Pick<Work, 'pool'>,
  { brokerageId, zipId, actorId }: ZipJob,
  facts: { files: number; bytes: number },
) {
  return asBrokerage(pool, brokerageId, (db) =>
    recordEvent(
      db,
      { id: brokerageId },
      { kind: 'system' },
      {
        verb: 'documents.zip_ready',
        subjectKind: 'document_zip',
        subjectId: zipId,
        details: { ...facts, for: actorId },
      },
    ),
  )
}
