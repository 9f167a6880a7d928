import type { Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import type { ScanJob } from '../../platform/kept-files.ts'

/**
 * Tells whoever brought an infected file. This is the one place where it is told: the event stands in the history of the record and of
 * the person's company; what else is sent (a notification) is called from here.
 */
export async function tellUploader(db: Db, { brokerageId, about, by }: ScanJob, found: string): Promise<void> {
  await recordEvent(
    db,
    { id: brokerageId },
    { kind: 'system' },
    {
      verb: 'file.infected',
      subjectKind: about?.kind ?? 'brokerage',
      subjectId: about?.id ?? brokerageId,
      companyId: by?.companyId ?? null,
      details: { found, ...(by && { by: { kind: by.kind, id: by.id } }) },
    },
  )
}
