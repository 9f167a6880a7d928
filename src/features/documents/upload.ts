import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { checkbox, text, typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { filesWithinTheHour } from '../attachments/queries.ts'
import { readDay } from '../service-requests/days.ts'
import { filesDocuments, filesForCompanies } from './access.ts'
import { categories } from './categories.ts'
import { type Filing, fileDocuments } from './changes.ts'
import { companiesToChoose, type Dossier, dossierFor, hasRoom } from './dossier.ts'
import { filedPath } from './filed.ts'
import { choosePage } from './pages/choose.tsx'
import { closedPage, newPage } from './pages/new.tsx'
import { uploadErrors } from './upload-form.tsx'
import { uploadPhrases } from './upload-phrases.ts'

const mostAnHour = 60

/** Refuses before the first byte: who may not bring files at all, too many files within the hour (security.md F1). */
export async function mayUpload({ actor, db }: Visit): Promise<void> {
  if (actor.kind !== 'customer' && !filesForCompanies(actor)) throw forbidden()
  if ((await filesWithinTheHour(db, actor.id)) >= mostAnHour) throw new Refusal(429, 900)
}

/** The empty form; without the role and without an own claim, the page that says whom to ask. The broker's people choose a company first. */
export async function newReply(visit: Visit, query: Record<string, unknown>): Promise<Reply> {
  const claim = await claimFor(visit, query.claim)
  if (!claim && !filesDocuments(visit.actor) && !filesForCompanies(visit.actor)) return page(closedPage(visit), 403)
  const dossier = claim ? null : await dossierFor(visit, query)
  if (!claim && !dossier) return page(choosePage(visit, await companiesToChoose(visit)))
  const values = { policy: typeof query.policy === 'string' ? query.policy : '' }
  return page(newPage(visit, { id: newId(), claim, dossier, values, errors: {}, fileErrors: [] }))
}

/** Files what came, or shows the form again: nothing is kept unless all of it is. */
export async function fileReply(visit: Visit, body: Record<string, unknown>, upload: Upload | undefined): Promise<Reply> {
  const t = uploadPhrases(visit.language)
  const id = uuid.safeParse(body._id)
  const claim = await claimFor(visit, body.claim)
  const dossier = claim ? null : await dossierFor(visit, { company: body.company })
  if (!id.success) throw new Refusal(400)
  if (!claim && !dossier) return page(choosePage(visit, await companiesToChoose(visit), t.error_company), 422)
  const { filing, errors } = readFiling(visit, body, claim, dossier)
  const fileErrors = uploadErrors(visit, upload)
  if (fileErrors.length === 0 && !upload?.files.length) errors.files = t.error_none
  const bytes = (upload?.files ?? []).reduce((sum, { size }) => sum + size, 0)
  if (!(await hasRoom(visit, filing.companyId, bytes))) fileErrors.push(t.error_full)
  if (!upload || Object.keys(errors).length + fileErrors.length > 0) {
    const values = typed(body, ['category', 'policy', 'title', 'dated_on', 'confidential'])
    return page(newPage(visit, { id: id.data, claim, dossier, values, errors, fileErrors }), upload?.tooMuch ? 413 : 422)
  }
  const filed = await fileDocuments(visit, id.data, filing, upload.files)
  return redirect(href(visit, claim ? `/claims/${claim.id}/report?done=files` : filedPath(filed)))
}

// A claim of somebody else, or one that the person does not see, is not there.
async function claimFor(visit: Visit, value: unknown) {
  if (value === undefined || value === '') return null
  if (!uuid.safeParse(value).success || visit.actor.kind !== 'customer') throw notFound()
  const claim = await visit.db
    .selectFrom('claim')
    .select(['id', 'number', 'company_id'])
    .where('id', '=', value as string)
    .where('author_account_id', '=', visit.actor.id)
    .executeTakeFirst()
  if (!claim) throw notFound()
  return claim
}

type Claim = Awaited<ReturnType<typeof claimFor>>

function readFiling(visit: Visit, body: Record<string, unknown>, claim: Claim, dossier: Dossier | null) {
  const t = uploadPhrases(visit.language)
  const errors: Record<string, string> = {}
  const base = {
    companyId: claim?.company_id ?? dossier!.id,
    policyId: null,
    claimId: null,
    title: '',
    datedOn: null,
    confidential: false,
  }
  if (claim) {
    const filing: Filing = { ...base, claimId: claim.id, category: 'claim_report' }
    return { filing, errors }
  }
  const category = body.category === 'auto' ? ('auto' as const) : categories.find((one) => one === body.category)
  if (!category) errors.category = t.error_category
  const policy = body.policy ? dossier!.policies.find(({ id }) => id === body.policy) : undefined
  if (body.policy && !policy) errors.policy = t.error_policy
  const title = text(200).safeParse(body.title)
  if (!title.success) errors.title = t.error_text
  const day = readDay(typeof body.dated_on === 'string' ? body.dated_on : '')
  if (day === undefined) errors.dated_on = t.error_day
  const filing: Filing = {
    ...base,
    category: category ?? 'other',
    policyId: policy?.id ?? null,
    title: title.data ?? '',
    datedOn: day ?? null,
    confidential: checkbox.parse(body.confidential),
  }
  return { filing, errors }
}
