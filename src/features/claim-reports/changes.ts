import { sql, type UpdateObject } from 'kysely'
import type { DB } from '../../platform/database.d.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { keepUpload, type UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { reporter } from './access.ts'
import { type Draft, draftFiles } from './drafts.ts'
import type { ReportData } from './input.ts'
import type { ClaimKind, Step } from './kinds.ts'

/** How many files one report takes. */
export const mostFiles = 30

/** Begins a draft under the id the form carried; sent again it only takes the kind. */
export async function beginDraft(visit: Visit, id: string, kind: ClaimKind, data: ReportData = {}): Promise<void> {
  const actor = reporter(visit.actor)
  const begun = await visit.db
    .insertInto('claim_report')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: actor.companyId,
      account_id: actor.id,
      kind,
      data: JSON.stringify(data),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) await update(visit, id, { kind })
}

/** Keeps what was typed in one step; the other steps stay as they are. `step` is where the person goes on later. */
export async function saveStep(visit: Visit, draft: Draft, typed: ReportData, step: Step): Promise<Draft> {
  await update(visit, draft.id, { data: sql<string>`data || ${JSON.stringify(typed)}::jsonb`, step })
  return { ...draft, data: { ...draft.data, ...typed }, step }
}

/** The kind of a draft that was begun as another one. */
export async function changeKind(visit: Visit, draft: Draft, kind: ClaimKind): Promise<void> {
  // Object, policy and cause were chosen among those of the old kind; everything else need not be typed twice.
  const open = JSON.stringify({ object: '', policy: '', object_query: '', cause: '' })
  await update(visit, draft.id, { kind, ...(kind !== draft.kind && { data: sql<string>`data || ${open}::jsonb` }) })
}

/** Throws a draft away; its files go with it. */
export async function discardDraft(visit: Visit, draft: Draft): Promise<void> {
  await update(visit, draft.id, { discarded_at: sql<Date>`now()` })
}

type Change = UpdateObject<DB, 'claim_report'>

/** Changes a draft. The row rules let its author do so, and only until it is sent; gone or sent in the meantime is not there any more. */
export async function update(visit: Visit, id: string, change: Change): Promise<void> {
  const saved = await visit.db
    .updateTable('claim_report')
    .set({ ...change, saved_at: sql<Date>`now()`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('submitted_at', 'is', null)
    .where('discarded_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw notFound()
}

/** Adds files to a draft; the same bytes a second time change nothing. */
export async function addFiles(visit: Visit, draft: Draft, files: UploadedFile[]): Promise<void> {
  const actor = reporter(visit.actor)
  if ((await draftFiles(visit.db, draft.id)).length + files.length > mostFiles) throw new Refusal(413)
  for (const file of files) {
    await keepUpload(visit, file, { kind: 'claim_report', id: draft.id })
    await visit.db
      .insertInto('claim_report_file')
      .values({
        brokerage_id: visit.brokerage.id,
        id: newId(),
        report_id: draft.id,
        account_id: actor.id,
        file_name: file.name,
        media_type: file.mediaType,
        byte_size: file.size,
        sha256: file.sha256,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Takes a file off a draft. */
export async function removeFile(visit: Visit, draft: Draft, fileId: string): Promise<void> {
  await visit.db
    .updateTable('claim_report_file')
    .set({ removed_at: sql<Date>`now()` })
    .where('id', '=', fileId)
    .where('report_id', '=', draft.id)
    .where('removed_at', 'is', null)
    .execute()
}
