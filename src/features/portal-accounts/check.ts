import { forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import type { AssignableRole } from '../../records/roles.ts'
import { contactById } from '../contacts/queries.ts'
import { mayChangeRoles, mayInvite } from './access.ts'
import { type Plan, planRoles } from './changes-roles.ts'
import { shownPlan } from './chosen.ts'
import type { Wanted } from './input.ts'
import { checkPage } from './pages/check.tsx'
import type { RoleFields } from './pages/role-form.tsx'
import { differenceOf } from './preview.ts'
import { companyRules, currentGrants, findAccount } from './queries.ts'
import { guarded } from './refused.ts'
import { refusedReply } from './show-contact.ts'

/**
 * «Änderungen prüfen»: the exact difference of a selection, before anything happens. What is shown follows from the same plan
 * that applying makes: a role that waits for a second person opens nothing yet.
 */
export async function checkReply(visit: Visit, contactId: string, wanted: Wanted[], fields: RoleFields): Promise<Reply> {
  const contact = await contactById(visit.db, contactId)
  const found = await findAccount(visit.db, contactId)
  const account = found?.state === 'withdrawn' ? null : found
  if (!(account ? mayChangeRoles(visit.actor) : mayInvite(visit.actor))) throw forbidden()
  const held = account ? await currentGrants(visit.db, account.id) : []
  const rules = account ?? { id: '', login_id: '', ...(await companyRules(visit.db, contact.company_id)) }
  const planned = await guarded(visit.db, async () => planRoles(visit, rules, held, wanted))
  if (!planned.ok) return refusedReply(visit, contactId, planned, fields)
  const plan = planned.value
  if (account && isEmpty(plan)) return redirect(href(visit, `/contacts/${contactId}?done=nothing`))
  const whose = { companyId: contact.company_id, accountId: account?.id ?? null }
  const before = held.map((grant) => grant.role)
  const difference = await differenceOf(visit.db, whose, before, after(before, plan))
  return page(
    checkPage(visit, {
      contact,
      opening: account === null,
      id: newId(),
      version: account?.version ?? null,
      plan: shownPlan(plan),
      difference,
      fields,
    }),
  )
}

function isEmpty({ add, ask, end, move }: Plan): boolean {
  return add.length + ask.length + end.length + move.length === 0
}

function after(before: AssignableRole[], { add, end }: Plan): AssignableRole[] {
  const ended = end.map((grant) => grant.role)
  return [...before.filter((role) => !ended.includes(role)), ...add.map((one) => one.role)]
}
