import { forbidden, Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import type { Upload } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { hasRoom } from '../documents/dossier.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { uploadPhrases } from '../documents/upload-phrases.ts'
import { addDrafts, dropDrafts } from './changes.ts'
import { attachmentPhrases } from './phrases.ts'
import { type Attachment, draftAttachments, filesWithinTheHour } from './queries.ts'

/** How many files go with one message or request. */
export const mostAttachments = 10

/** An hour's share, so that nobody fills the house (security.md F1). Staff answer many people. */
const mostAnHour = { customer: 60, staff: 300 }

/** Refuses before the first byte: who may not write, and who has brought too many files within the hour. */
export async function mayAttach({ actor, db }: Visit): Promise<void> {
  if (actor.kind === 'visitor' || (actor.kind === 'staff' && actor.function === 'auditor')) throw forbidden()
  if ((await filesWithinTheHour(db, actor.id)) >= mostAnHour[actor.kind]) throw new Refusal(429, 900)
}

/** The files of a form on its way. */
export interface Files {
  /** What they are kept under until it is sent. */
  draftId: string
  files: Attachment[]
  errors: string[]
  /** One of the limits was passed (413). */
  tooMuch: boolean
}

/** An empty form, or one that is opened again with the draft of another. */
export async function openFiles({ db }: Visit, id: string, draftId?: string): Promise<Files> {
  if (!draftId) return { draftId: id, files: [], errors: [], tooMuch: false }
  return { draftId, files: await draftAttachments(db, draftId), errors: [], tooMuch: false }
}

/**
 * Takes what came with a form: files whose tick was taken away go, new ones are kept as its draft, also where a text or another
 * file is refused; so nothing must be chosen twice. `about` is what the files will belong to.
 */
export async function receiveFiles(
  visit: Visit,
  formId: string,
  body: Record<string, unknown>,
  upload: Upload | undefined,
  about: { kind: string; id: string },
): Promise<Files> {
  const draftId = uuid.safeParse(body._draft).data ?? formId
  const ticked = new Set([body.keep].flat())
  const before = await draftAttachments(visit.db, draftId)
  const dropped = before.filter(({ id }) => !ticked.has(id))
  await dropDrafts(
    visit,
    draftId,
    dropped.map(({ id }) => id),
  )
  const errors = uploadErrors(visit, upload)
  const fresh = upload && !upload.tooMuch ? upload.files : []
  const tooMany = before.length - dropped.length + fresh.length > mostAttachments
  if (tooMany) errors.push(attachmentPhrases(visit.language).error_too_many)
  else if (fresh.length > 0 && !(await fits(visit, fresh))) errors.push(uploadPhrases(visit.language).error_full)
  else await addDrafts(visit, draftId, fresh, about)
  const changed = dropped.length > 0 || fresh.length > 0
  const files = changed ? await draftAttachments(visit.db, draftId) : before
  return { draftId, files, errors, tooMuch: Boolean(upload?.tooMuch) }
}

// Attachments count among what the company's people bring in all, like what they file into its dossier.
async function fits(visit: Visit, files: { size: number }[]): Promise<boolean> {
  if (visit.actor.kind !== 'customer') return true
  return hasRoom(
    visit,
    visit.actor.companyId,
    files.reduce((sum, { size }) => sum + size, 0),
  )
}
