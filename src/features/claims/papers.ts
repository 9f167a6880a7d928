import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { text, typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { fileDocuments } from '../documents/changes.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { uploadPhrases } from '../documents/upload-phrases.ts'
import { addsPapers } from './access.ts'
import { papersPage } from './pages/papers.tsx'
import { paperCategories } from './paper-categories.ts'
import { progressPhrases } from './progress-phrases.ts'
import { type Claim, claimById } from './queries.ts'

/** The claim, if the person may add papers to it: not there is 404, there but not theirs to add to is 403. */
export async function claimToAddTo(visit: Visit, id: string | undefined): Promise<Claim> {
  if (!uuid.safeParse(id).success) throw notFound()
  const claim = await claimById(visit.db, id!)
  if (!addsPapers(visit.actor, claim)) throw forbidden()
  return claim
}

/** «Unterlagen nachreichen», empty. */
export async function showPapers(visit: Visit, id: string | undefined): Promise<Reply> {
  const claim = await claimToAddTo(visit, id)
  return page(papersPage(visit, claim, { id: newId(), values: {}, errors: {}, fileErrors: [] }))
}

/** Files the papers with the claim, or shows the form again: nothing is kept unless all of it is. */
export async function papersReply(
  visit: Visit,
  claimId: string | undefined,
  body: Record<string, unknown>,
  upload: Upload | undefined,
): Promise<Reply> {
  const claim = await claimToAddTo(visit, claimId)
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  const t = progressPhrases(visit.language)
  const category = paperCategories.find((one) => one === body.category)
  const title = text(200).safeParse(body.title)
  const errors: Record<string, string> = {}
  if (!category) errors.category = t.papers_error_category
  if (!title.success) errors.title = t.error_text
  const fileErrors = uploadErrors(visit, upload)
  if (fileErrors.length === 0 && !upload?.files.length) errors.files = uploadPhrases(visit.language).error_none
  if (!category || !upload || Object.keys(errors).length + fileErrors.length > 0) {
    const form = { id: id.data, values: typed(body, ['category', 'title']), errors, fileErrors }
    return page(papersPage(visit, claim, form), upload?.tooMuch ? 413 : 422)
  }
  const place = { claimId: claim.id, companyId: claim.company_id, policyId: null, datedOn: null, confidential: false }
  await fileDocuments(visit, id.data, { ...place, category, title: title.data ?? '' }, upload.files)
  return redirect(href(visit, `/claims/${claim.id}?done=papers`))
}
