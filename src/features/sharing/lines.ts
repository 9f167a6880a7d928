import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type Company as Customer, companyById } from '../companies/queries.ts'
import { mapsLines, shares } from './access.ts'
import { isMade, share } from './changes.ts'
import { effectOf } from './effect.ts'
import { applying, readLines } from './input.ts'
import { type Change, type Item, type LineState, lineStates, lockCompanyLines, same, standOf } from './items.ts'
import { checkPage } from './pages/check.tsx'
import { historyPage } from './pages/history.tsx'
import { linesPage } from './pages/lines.tsx'
import { sharingPhrases } from './phrases.ts'
import { latestChanges, lines, namesOf } from './queries.ts'

type Request = { params: Record<string, string>; body: Record<string, unknown> }
type Company = Customer | null

/** The table of lines of the house, or of the company that the address names. */
export async function linesReply(visit: Visit, { params }: Pick<Request, 'params'>): Promise<Reply> {
  return formReply(visit, await companyOf(visit, params))
}

async function companyOf({ db }: Visit, params: Record<string, string>): Promise<Company> {
  if (params.id === undefined) return null
  if (!uuid.safeParse(params.id).success) throw notFound()
  return companyById(db, params.id)
}

const may = (visit: Visit, company: Company) => (company ? shares(visit.actor) : mapsLines(visit.actor))

async function formReply(
  visit: Visit,
  company: Company,
  back?: { states: Map<string, LineState>; errors: string[] },
): Promise<Reply> {
  const states = back?.states ?? (await lineStates(visit.db, company?.id ?? null))
  const form = { company, lines: await lines(visit.db), states, changes: may(visit, company), errors: back?.errors ?? [] }
  return page(linesPage(visit, form), back ? 422 : 200)
}

/** «Änderungen prüfen»: who would see what. */
export async function checkLines(visit: Visit, request: Request): Promise<Reply> {
  const company = await companyOf(visit, request.params)
  const read = await changeOf(visit, company, request.body)
  return 'kind' in read ? read : checkReply(visit, company, read, request.body)
}

/** The change that the boxes mean, or the form once more. */
async function changeOf(visit: Visit, company: Company, body: Record<string, unknown>, lock = false): Promise<Change | Reply> {
  if (!may(visit, company)) throw forbidden()
  if (lock && company) await lockCompanyLines(visit.db, company.id)
  const held = await lineStates(visit.db, company?.id ?? null, lock)
  const all = await lines(visit.db)
  const { states, both } = readLines(body, [...held.keys()])
  const t = sharingPhrases(visit.language)
  if (both.length > 0) {
    const errors = all.filter(({ code }) => both.includes(code)).map(({ name }) => t.own_and_house(name))
    return formReply(visit, company, { states, errors })
  }
  const items = [...held].flatMap(([id, before]): Item<LineState>[] => {
    const after = company ? states.get(id)! : { audience: states.get(id)!.audience ?? [] }
    return same(before, after) ? [] : [{ id, before, after }]
  })
  if (items.length === 0) return formReply(visit, company, { states, errors: [t.no_change] })
  return company ? { scope: 'company_lines', companyId: company.id, items } : { scope: 'lines', companyId: null, items }
}

async function checkReply(
  visit: Visit,
  company: Company,
  change: Change,
  body: Record<string, unknown>,
  meanwhile = false,
): Promise<Reply> {
  const path = company ? `/companies/${company.id}/sharing` : '/settings/sharing'
  const fields = Object.entries(body).flatMap(([name, value]) =>
    name.startsWith('line_') ? [value].flat().map((one): [string, string] => [name, String(one)]) : [],
  )
  const check = {
    subject: { scope: change.scope, company },
    change,
    names: await namesOf(visit.db, change),
    effect: await effectOf(visit.db, change, { stay: false }),
    id: newId(),
    path,
    fields,
    notify: null,
    back: path,
    meanwhile,
  }
  return page(checkPage(visit, check), meanwhile ? 409 : 200)
}

/** Applies what the check page showed; where somebody was faster, the check page comes once more. */
export async function applyLines(visit: Visit, request: Request): Promise<Reply> {
  const company = await companyOf(visit, request.params)
  if (!may(visit, company)) throw forbidden()
  const input = readInput(applying, request.body)
  if (!input.ok) throw new Refusal(400)
  const { _id, stand } = input.value
  const done = redirect(href(visit, `/sharing/changes/${_id}?done=shared`))
  if (await isMade(visit, _id)) return done
  const read = await changeOf(visit, company, request.body, true)
  // Sent twice at once: the second waited for the first.
  if (await isMade(visit, _id)) return done
  if ('kind' in read) return read
  if (standOf(read) !== stand) return checkReply(visit, company, read, request.body, true)
  await share(visit, _id, read, false)
  return done
}

/** What was changed about lines: of the company, or of everything in the house. */
export async function historyReply(visit: Visit, { params }: Pick<Request, 'params'>): Promise<Reply> {
  const company = await companyOf(visit, params)
  const changes = await latestChanges(visit.db, company ? { companyId: company.id } : {})
  return page(historyPage(visit, { scope: company ? 'company_lines' : 'lines', company }, changes))
}
