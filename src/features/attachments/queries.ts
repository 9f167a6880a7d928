import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { keptState } from '../../platform/kept-files.ts'

// The driver reads bigint as a number; the generated types do not know.
const size = sql<number>`attachment.byte_size`

function attachmentRows(db: Db) {
  return db
    .selectFrom('attachment')
    .select([
      'attachment.id',
      'attachment.message_id',
      'attachment.file_name',
      'attachment.media_type',
      size.as('byte_size'),
      keptState('attachment').as('scan_state'),
      // Whether staff filed it in the dossier, as a document that exists for the actor.
      sql<boolean>`exists (select from document d where d.brokerage_id = attachment.brokerage_id and d.id = attachment.id)`.as(
        'filed',
      ),
    ])
    .where('attachment.removed_at', 'is', null)
    .orderBy('attachment.added_at')
    .orderBy('attachment.id')
}
export type Attachment = Awaited<ReturnType<ReturnType<typeof attachmentRows>['execute']>>[number]

/** The files of these messages, by message. */
export async function attachmentsOfMessages(db: Db, messageIds: string[]): Promise<Map<string, Attachment[]>> {
  if (messageIds.length === 0) return new Map()
  return Map.groupBy(
    await attachmentRows(db).where('attachment.message_id', 'in', messageIds).execute(),
    (row) => row.message_id!,
  )
}

/** The files that a request was opened with. */
export function attachmentsOfRequest(db: Db, requestId: string): Promise<Attachment[]> {
  return attachmentRows(db).where('attachment.request_id', '=', requestId).execute()
}

/** The actor's own files of a form that is not sent yet. */
export function draftAttachments(db: Db, draftId: string): Promise<Attachment[]> {
  return attachmentRows(db)
    .where('attachment.draft_id', '=', draftId)
    .where('attachment.message_id', 'is', null)
    .where('attachment.request_id', 'is', null)
    .where(sql<boolean>`coalesce(attachment.author_account_id, attachment.author_staff_id) = access.actor()`)
    .execute()
}

/** One file with what its download needs; throws NotFound when it does not exist for the actor. */
export async function attachmentById(db: Db, id: string) {
  const attachment = await attachmentRows(db)
    .select([
      'attachment.sha256',
      sql<boolean>`((select access.is_staff()) or coalesce(attachment.author_account_id = (select access.actor()), false))`.as(
        'as_it_came',
      ),
    ])
    .where('attachment.id', '=', id)
    .executeTakeFirst()
  if (!attachment) throw notFound()
  return attachment
}
export type AttachmentFile = Awaited<ReturnType<typeof attachmentById>>

/** How many files the actor has brought within the hour, wherever they went. */
export async function filesWithinTheHour(db: Db, actorId: string): Promise<number> {
  // A photo of a draft becomes a document when the claim is sent: there the same bytes count once.
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from (
        select sha256 from document_version where author_account_id = ${actorId} and added_at > now() - interval '1 hour'
        union select sha256 from document_version where author_staff_id = ${actorId} and added_at > now() - interval '1 hour'
        union select sha256 from claim_report_file where account_id = ${actorId} and added_at > now() - interval '1 hour') f)
      + (select count(*) from attachment where coalesce(author_account_id, author_staff_id) = ${actorId}
          and added_at > now() - interval '1 hour'))::int as n`.execute(db)
  return rows[0]!.n
}
