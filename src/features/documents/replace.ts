import { Refusal } from '../../platform/errors.ts'
import { version as rowVersion } from '../../platform/forms.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { hasRoom } from './dossier.ts'
import { tended } from './edit.ts'
import { newVersionPage } from './pages/new-version.tsx'
import { uploadErrors } from './upload-form.tsx'
import { uploadPhrases } from './upload-phrases.ts'
import { versionPhrases } from './version-phrases.ts'
import { replaceFile } from './versions.ts'

/** The form for a newer version. */
export async function replaceForm(visit: Visit, id: string): Promise<Reply> {
  return page(newVersionPage(visit, await tended(visit, id), { errors: [] }))
}

/** Takes the newer version, or says why not: refused (422), the same bytes (422), somebody else was faster (409). */
export async function replaceReply(
  visit: Visit,
  id: string,
  body: Record<string, unknown>,
  upload: Upload | undefined,
): Promise<Reply> {
  const document = await tended(visit, id)
  const seen = rowVersion.safeParse(body.version)
  if (!seen.success) throw new Refusal(400)
  const t = versionPhrases(visit.language)
  const errors = uploadErrors(visit, upload)
  const again = (sentences: string[], status: number) =>
    page(newVersionPage(visit, { ...document, version: seen.data }, { errors: sentences }), status)
  if (errors.length > 0) return again(errors, upload?.tooMuch ? 413 : 422)
  if (!upload || upload.files.length === 0) return again([uploadPhrases(visit.language).error_none], 422)
  if (upload.files.length > 1) return again([t.error_one], 422)
  const file = upload.files[0]!
  if (!(await hasRoom(visit, document.company_id, file.size))) return again([uploadPhrases(visit.language).error_full], 422)
  const replaced = await replaceFile(visit, document, seen.data, file)
  if (replaced.kind === 'same') return again([t.error_same], 422)
  if (replaced.kind === 'conflict') return page(newVersionPage(visit, replaced.current, { errors: [], lost: file }), 409)
  return redirect(href(visit, `/documents/${id}?done=replaced`))
}
