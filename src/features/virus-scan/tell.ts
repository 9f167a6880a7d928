import type { Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Work } from '../../platform/jobs.ts'
import type { ScanJob } from '../../platform/kept-files.ts'
import { asPerson } from '../../platform/same-actor.ts'
import { tellMe } from '../notifications/tell.ts'

/** Tells whoever brought an infected file, where it is about something they see. */
export async function tellPerson(services: Work['services'], { brokerageId, about, by }: ScanJob): Promise<void> {
  if (!about || !by) return
  await asPerson(services, { brokerageId, actorId: by.id }, (db) => tellMe(db, { kind: 'file_infected', about }))
}

/**
 * Writes down that a file was infected: the event stands in the history of the record and of the person's company.
 */
export async function noteInfected(db: Db, { brokerageId, about, by }: ScanJob, found: string): Promise<void> {
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
