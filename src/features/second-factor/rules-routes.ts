import type { Staff } from '../../platform/actor.ts'
import { allOf } from '../../platform/all-of.ts'
import { forbidden } from '../../platform/errors.ts'
import { get, page, post, type Reply, type Route, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayManageStaff } from '../staff/access.ts'
import { type RulesForm, rulesPage } from './pages/rules.tsx'
import { holdersByRole, rulesInput, rulesNow, saveRules } from './rules.ts'

async function reply(visit: Visit, extra: Partial<RulesForm> = {}, status = 200): Promise<Reply> {
  const [rules, holders] = await allOf([rulesNow(visit.db), holdersByRole(visit.db)])
  return page(rulesPage(visit, { rules, ticked: rules, holders, may: mayManageStaff(visit.actor), ...extra }), status)
}

async function submit(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  if (!mayManageStaff(visit.actor)) throw forbidden()
  const input = readInput(rulesInput, body)
  if (!input.ok) return reply(visit, { error: 'unreadable' }, 422)
  const { roles, seen } = input.value
  if (await saveRules(visit, visit.actor as Staff, roles, seen)) return redirect(href(visit, '/settings/sign-in?done=saved'))
  return reply(visit, { ticked: roles, error: 'conflict' }, 409)
}

export const rulesRoutes: Route[] = [
  get('/settings/sign-in', staffOnly, (visit, { query }) => reply(visit, { done: query.done === 'saved' })),
  post('/settings/sign-in', staffOnly, submit, { sudo: {} }),
]
