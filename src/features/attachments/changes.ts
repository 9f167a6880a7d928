import { sql } from 'kysely'
import { forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { keepUpload, type UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'

/** Keeps files as the actor's draft of a form; the same file a second time changes nothing. */
export async function addDrafts(visit: Visit, draftId: string, files: UploadedFile[], about: { kind: string; id: string }) {
  const { actor, brokerage, db } = visit
  if (actor.kind === 'visitor') throw forbidden()
  for (const file of files) {
    await keepUpload(visit, file, about)
    await db
      .insertInto('attachment')
      .values({
        brokerage_id: brokerage.id,
        id: newId(),
        draft_id: draftId,
        author_account_id: actor.kind === 'customer' ? actor.id : null,
        author_staff_id: actor.kind === 'staff' ? actor.id : null,
        file_name: file.name,
        media_type: file.mediaType,
        byte_size: file.size,
        sha256: file.sha256,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Takes files off a form that is not sent yet. */
export async function dropDrafts({ db }: Visit, draftId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await drafts(db, draftId).set({ removed_at: sql<Date>`now()` }).where('id', 'in', ids).execute()
}

/** The form was sent: its files go with the message, or with the request that was opened. In the same transaction. */
export async function sendDrafts(
  { db }: Visit,
  draftId: string,
  to: { message_id: string } | { request_id: string },
): Promise<void> {
  await drafts(db, draftId).set(to).execute()
}

/** A message was taken back: its files are a draft again, under its id, for the form that is opened anew. */
export async function recallDrafts({ db }: Visit, messageId: string): Promise<void> {
  await db.updateTable('attachment').set({ message_id: null, draft_id: messageId }).where('message_id', '=', messageId).execute()
}

function drafts(db: Visit['db'], draftId: string) {
  return db
    .updateTable('attachment')
    .where('draft_id', '=', draftId)
    .where('message_id', 'is', null)
    .where('request_id', 'is', null)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`coalesce(author_account_id, author_staff_id) = access.actor()`)
}
