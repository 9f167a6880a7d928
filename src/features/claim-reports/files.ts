import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { thumbnail } from '../../platform/thumbnail.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { addFiles, mostFiles, removeFile, saveStep } from './changes.ts'
import { type Draft, draftFiles } from './drafts.ts'
import { filesPage } from './pages/files.tsx'
import { reportPhrases } from './phrases.ts'
import { stepPath } from './stepper.tsx'

/** Step 4. */
export async function showFiles(visit: Visit, draft: Draft): Promise<Reply> {
  return page(filesPage(visit, { draft, files: await draftFiles(visit.db, draft.id), errors: [] }))
}

/** Keeps the files that are right, also where another one is refused; then stays, goes on, or waits for later. */
export async function filesReply(visit: Visit, draft: Draft, body: Record<string, unknown>, upload?: Upload): Promise<Reply> {
  const errors = uploadErrors(visit, upload)
  const there = await draftFiles(visit.db, draft.id)
  const files = upload && !upload.tooMuch ? upload.files : []
  if (there.length + files.length > mostFiles) errors.push(reportPhrases(visit.language).files_too_many)
  else await addFiles(visit, draft, files)
  if (errors.length > 0) {
    const state = { draft, files: await draftFiles(visit.db, draft.id), errors }
    return page(filesPage(visit, state), upload?.tooMuch ? 413 : 422)
  }
  if (body.go === 'stay') return redirect(href(visit, stepPath(draft.id, 'files')))
  await saveStep(visit, draft, {}, body.go === 'later' ? 'files' : 'check')
  return redirect(href(visit, body.go === 'later' ? '/claims/new?done=saved' : stepPath(draft.id, 'check')))
}

/** Takes one file off. */
export async function removalReply(visit: Visit, draft: Draft, fileId: string | undefined): Promise<Reply> {
  if (!uuid.safeParse(fileId).success) throw notFound()
  await removeFile(visit, draft, fileId!)
  return redirect(href(visit, stepPath(draft.id, 'files')))
}

/** A small picture of a photo, drawn anew: nothing of the file itself reaches the browser, no place and no camera. */
export async function pictureReply(visit: Visit, draft: Draft, fileId: string | undefined): Promise<Reply> {
  const file = (await draftFiles(visit.db, draft.id)).find(({ id }) => id === fileId)
  if (!file?.media_type.startsWith('image/') || !mayLeave(visit.services, file.scan_state)) throw notFound()
  const picture = await visit.services.files.withPath(visit.brokerage.id, file.sha256, (path) => thumbnail(path, 320))
  if (!picture) throw notFound()
  return { kind: 'text', type: 'image/webp', body: picture, headers: { 'cache-control': 'private, no-store' } }
}
