import type { Customer } from '../../platform/actor.ts'
import { uuid } from '../../platform/forms.ts'
import { safeReturn } from '../../platform/origin-check.ts'
import { type Access, page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { accountFor, switchCompany } from './company.ts'
import { companyPage } from './pages/company.tsx'

/** Staff belong to no company: for them there is nothing to choose. */
export const customersOnly: Access = (actor) =>
  actor.kind === 'visitor' ? 'sign_in' : actor.kind === 'customer' ? 'yes' : 'forbidden'

/** The person's companies to choose from; with a `returnurl` of another one's record, that one. */
export async function chooseCompany(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(query.returnurl) ?? ''
  const accountId = returnurl && (await accountFor(visit, returnurl))
  return page(companyPage(visit, { person: visit.actor as Customer, returnurl: accountId ? returnurl : '', accountId }))
}

/** Switches to the chosen company, and opens what was asked for there. */
export async function enterCompany(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const person = visit.actor as Customer
  const target = safeReturn(body.returnurl) ?? href(visit, '/')
  // From another tab it may have happened already.
  if (body.account === person.id) return redirect(target)
  const account = uuid.safeParse(body.account)
  const entered = account.success ? await switchCompany(visit, person, account.data) : null
  if (!entered) return page(companyPage(visit, { person, returnurl: '', accountId: null, gone: true }), 422)
  const to = entered.termsDue ? href(visit, `/terms/accept?returnurl=${encodeURIComponent(target)}`) : target
  return redirect(to, { cookies: entered.cookies })
}
