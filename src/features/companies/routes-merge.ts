import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, type Reply, type Route, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayArchiveCompany } from './access.ts'
import { merging } from './company-input.ts'
import { mergeCompanies, mergeEffects } from './merge.ts'
import { mergePhrases } from './merge-phrases.ts'
import { type MergePage, mergePage } from './pages/merge.tsx'
import { type Company, companyById, mergeChoices } from './queries.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const mergeRoutes: Route[] = [
  get('/companies/:id/merge', staffOnly, async (visit, { params, query }) => {
    const company = await mergeable(visit, params)
    if (company.state !== 'active') return redirect(href(visit, `/companies/${company.id}`))
    return mergeReply(visit, company, query.into)
  }),
  get('/companies/:id/merger', staffOnly, async (visit, { params }) =>
    redirect(href(visit, `/companies/${(await mergeable(visit, params)).id}/merge`)),
  ),
  post('/companies/:id/merger', staffOnly, mergedReply, { sudo: {} }),
]

async function mergeable(visit: Visit, params: Record<string, string>): Promise<Company> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const company = await companyById(visit.db, params.id!)
  if (!mayArchiveCompany(visit.actor)) throw forbidden()
  return company
}

// Only companies in scope are offered, so another one is no choice.
async function mergeReply(
  visit: Visit,
  company: Company,
  wanted: unknown,
  refused: string | null = null,
  status = 200,
): Promise<Reply> {
  const choices = await mergeChoices(visit.db, company.id)
  const id = choices.find(({ value }) => value === wanted)?.value
  const into = id ? await companyById(visit.db, id) : null
  const content: MergePage = {
    company,
    choices,
    chosen: into && { into, effects: await mergeEffects(visit.db, company.id, into.id) },
    error: wanted !== undefined && !into ? mergePhrases(visit.language).error_choose : undefined,
    refused,
  }
  return page(mergePage(visit, content), content.error ? 422 : status)
}

async function mergedReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const company = await mergeable(visit, params)
  const input = readInput(merging, body)
  if (!input.ok) throw new Refusal(400)
  const { into: id, version } = input.value
  const into = await companyById(visit.db, id)
  // Sent twice: it is done.
  if (company.merged_into === id) return redirect(href(visit, `/companies/${id}?done=merged`))
  if (id !== company.id && (await mergeCompanies(visit, company, into, version)))
    return redirect(href(visit, `/companies/${id}?done=merged`))
  const now = await companyById(visit.db, company.id)
  return mergeReply(visit, now, id, mergePhrases(visit.language).merged_meanwhile, 409)
}
