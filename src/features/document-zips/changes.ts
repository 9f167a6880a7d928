import { sql } from 'kysely'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Visit } from '../../platform/visit.ts'
import { markRead } from '../documents/readers.ts'
import type { ZipJob } from './build.ts'
import { type DocumentZip, zipLimits, zipsWithinTheHour } from './queries.ts'

/** Asks for a ZIP of these documents; null when the person has asked for too many within the hour. Asked twice at once, it is one. */
export async function askForZip(visit: Visit, ids: string[]): Promise<string | null> {
  const { actor, db, brokerage } = visit
  if (actor.kind === 'visitor') throw new Error('a ZIP needs a person')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`zip:${actor.id}`}, 0))`.execute(db)
  const same = await db
    .selectFrom('document_zip')
    .select('id')
    .where(sql<boolean>`asked_for = ${ids}::uuid[]`)
    .where('state', '=', 'waiting')
    .where('created_at', '>', sql<Date>`now() - interval '1 minute'`)
    .executeTakeFirst()
  if (same) return same.id
  if ((await zipsWithinTheHour(db)) >= zipLimits.anHour) return null
  const id = newId()
  const who = actor.kind === 'staff' ? { staff_id: actor.id } : { account_id: actor.id }
  await db
    .insertInto('document_zip')
    .values({ brokerage_id: brokerage.id, id, asked_for: ids, ...who })
    .execute()
  await record(visit, id, 'documents.zip_asked', { files: ids.length })
  const job: ZipJob = { brokerageId: brokerage.id, zipId: id, actorId: actor.id }
  await enqueue(db, 'document_zip', job)
  return id
}

/** Notes that the ZIP was fetched: an event, and a receipt for every document in it. */
export async function noteFetched(visit: Visit, zip: DocumentZip): Promise<void> {
  if (visit.ahead) return
  for (const [at, id] of zip.document_ids.entries())
    await markRead(visit.db, visit, { id, file_number: zip.numbers[at]! }, 'downloaded')
  await record(visit, zip.id, 'documents.zip_fetched', { files: zip.document_ids.length, bytes: zip.byte_size })
}

function record({ db, brokerage, actor }: Visit, id: string, verb: `documents.${string}`, details: Record<string, unknown>) {
  const companyId = actor.kind === 'customer' ? actor.companyId : null
  return recordEvent(db, brokerage, actor, { verb, subjectKind: 'document_zip', subjectId: id, companyId, details })
}
