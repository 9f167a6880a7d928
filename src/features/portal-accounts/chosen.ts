import type { Plan } from './changes-roles.ts'
import { lastDay } from './days.ts'
import type { Wanted } from './input.ts'
import type { RoleFields } from './pages/role-form.tsx'

/** The address of the page that shows a selection before it is applied. What was chosen travels in it, so that Back and reload work. */
export function checkPath(contactId: string, fields: RoleFields): string {
  return `/contacts/${contactId}/account/check?${choiceQuery(fields)}`
}

/** The selection as a query: `roles=fleet&until_fleet=31.12.2027`. */
export function choiceQuery({ roles, until, reason }: Pick<RoleFields, 'roles' | 'until' | 'reason'>): URLSearchParams {
  const query = new URLSearchParams(roles.map((role) => ['roles', role]))
  for (const role of roles) if (until[role]) query.append(`until_${role}`, until[role])
  if (reason) query.append('reason', reason)
  return query
}

/** A plan as the page names it: each role with its last day, where it has one. */
export function shownPlan({ add, ask, end, move }: Plan) {
  const withEnd = ({ role, until }: Wanted) => ({ role, until: lastDay(until) })
  return {
    gets: add.map(withEnd),
    waits: ask.map(withEnd),
    loses: end.map(({ role }) => ({ role, until: '' })),
    moves: move.map(({ grant, until }) => ({ role: grant.role, until: lastDay(until) })),
  }
}
export type ShownPlan = ReturnType<typeof shownPlan>
