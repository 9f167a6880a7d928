import { asBrokerage } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Work } from '../../platform/jobs.ts'
import { asPerson } from '../../platform/same-actor.ts'
import { tellMe } from '../notifications/tell.ts'
import type { ZipJob } from './build.ts'

/**
 * Tells whoever asked that the ZIP is ready: by an event and a notification. An open page follows the row itself.
 */
export async function tellZipReady(
  { pool, services }: Pick<Work, 'pool' | 'services'>,
  { brokerageId, zipId, actorId }: ZipJob,
  facts: { files: number; bytes: number },
) {
  await asBrokerage(pool, brokerageId, (db) =>
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
  const about = { kind: 'document_zip', id: zipId }
  await asPerson(services, { brokerageId, actorId }, (db) => tellMe(db, { kind: 'package_ready', about }))
}
