import { createReadStream } from 'node:fs'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { drawnPage } from '../../platform/previews.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { addFiles, mostFiles, removeFile, saveStep } from './changes.ts'
import { existing } from './draft-reply.ts'
import { type Draft, draftFiles } from './drafts.ts'
import { isDrawn } from './drawn.ts'
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

/**
 * A small picture of a photo or of a paper's first page, drawn anew: nothing of the file itself reaches the browser, no place and
 * no camera. Drawn while no transaction is open.
 */
export async function pictureReply(visit: Visit, params: Record<string, string>): Promise<Reply> {
  const file = await asSameActor(visit, async (db) => {
    const draft = await existing({ ...visit, db }, params)
    return (await draftFiles(db, draft.id)).find(({ id }) => id === params.file)
  })
  if (!file || !isDrawn(file.media_type) || !mayLeave(visit.services, file.scan_state)) throw notFound()
  const drawn = await drawnPage(visit.services, visit.brokerage.id, { sha256: file.sha256, mediaType: file.media_type }, 0, 480)
  if (!drawn) throw notFound()
  return {
    kind: 'stream',
    type: drawn.facts.type,
    body: createReadStream(drawn.path),
    headers: { 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' },
  }
}
