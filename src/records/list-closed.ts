import { sql } from 'kysely'
import type { Visit } from '../platform/visit.ts'
import type { AnyList } from './list-description.ts'
import { assignableRoles, type Role } from './roles.ts'
import { userManagerNames } from './whom.ts'

/**
 * What opens the records of a list: the roles that the lines of business are mapped to, besides these the role for what belongs
 * to no line (decision 0015), or the roles that the brokerage shares its invoices with.
 */
export type OpenedBy = 'lines' | 'lines and none' | 'invoices'

/** Why a list is empty for somebody: none of these roles is theirs. */
export interface Closed {
  roles: Role[]
  /** The User Managers of the company, by name; empty where there is none but the person. */
  ask: string[]
}

/**
 * Whether a list is closed to the person, because no role of theirs opens any of its records; null when it is open. Worked out
 * from the roles and the mapping of lines alone, never from records: what is hidden is neither looked at nor told.
 */
export async function findClosed({ db, actor }: Pick<Visit, 'db' | 'actor'>, list: AnyList): Promise<Closed | null> {
  if (!list.openedBy || actor.kind !== 'customer' || actor.roles.has('full_access')) return null
  const { rows } = await (list.openedBy === 'invoices' ? sharingInvoices : mappedFromLines).execute(db)
  const opening = new Set(rows.map(({ role }) => role))
  if (list.openedBy === 'lines and none') opening.add('other_lines')
  if ([...actor.roles].some((role) => opening.has(role))) return null
  const roles = assignableRoles.filter((role) => opening.has(role) || role === 'full_access')
  return { roles, ask: await userManagerNames(db) }
}

const sharingInvoices = sql<{ role: string }>`select unnest(invoice_audience) as role from brokerage`

// A company may map a line in its own way.
const mappedFromLines = sql<{ role: string }>`
  select distinct unnest(coalesce(own.audience, line.audience)) as role
  from line_of_business line
  cross join unnest((select access.companies())::uuid[]) reach(company_id)
  left join company_line own on own.brokerage_id = line.brokerage_id and own.line_code = line.code and own.company_id = reach.company_id`
