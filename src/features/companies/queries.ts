import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { FilterOption } from '../../records/list-description.ts'
import type { AccountState } from '../contacts/queries.ts'

const userManagers = sql<number>`(select count(*) from role_grant g
  join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
  where g.brokerage_id = company.brokerage_id and g.company_id = company.id and g.role = 'user_manager' and a.state = 'active'
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))`

/** The companies of the brokerage, each with who looks after it and how many active User Managers it has. */
export function companyRows(db: Db) {
  return db
    .selectFrom('company')
    .leftJoin('staff_member as manager', (join) =>
      join.onRef('manager.brokerage_id', '=', 'company.brokerage_id').onRef('manager.id', '=', 'company.account_manager_id'),
    )
    .select([
      'company.id',
      'company.name',
      'company.source_key as number',
      'company.town',
      'company.state',
      sql<string>`coalesce(nullif(concat_ws(' ', manager.first_name, manager.last_name), ''), '')`.as('account_manager'),
      userManagers.as('user_managers'),
    ])
}
export type CompanyRow = Awaited<ReturnType<ReturnType<typeof companyRows>['executeTakeFirstOrThrow']>>

/** The condition «no active User Manager», for the view of the same name. */
export const withoutUserManager = sql<boolean>`company.state = 'active' and ${userManagers} = 0`

/** … «an invitation that nobody has taken up yet». */
export const withInvitation = sql<boolean>`exists (select from portal_account a
  where a.brokerage_id = company.brokerage_id and a.company_id = company.id and a.state = 'invited')`

/** Who looks after some company, for the filter. */
export const managersInUse = sql<FilterOption>`select manager.id::text as value, concat_ws(' ', manager.first_name, manager.last_name) as label
  from staff_member manager
  where exists (select from company c where c.brokerage_id = manager.brokerage_id and c.account_manager_id = manager.id)`

/** One company with its facts; throws NotFound where the actor has none such. */
export async function companyById(db: Db, id: string) {
  const row = await companyRows(db)
    .select([
      'company.street',
      'company.postal_code',
      'company.canton',
      'company.uid',
      'company.noga',
      'company.language',
      'company.remark',
      'company.parent_id',
      'company.assignable_roles',
      'company.manages_subsidiaries',
      'manager.email as account_manager_email',
    ])
    .where('company.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type Company = Awaited<ReturnType<typeof companyById>>

export interface TreeEntry {
  id: string
  name: string
  /** 0 for the top of the holding. */
  level: number
}

/** The whole holding a company belongs to, from its top, in reading order; the company alone where there is none. */
export async function holdingOf(db: Db, id: string): Promise<TreeEntry[]> {
  const { rows } = await sql<TreeEntry>`
    with recursive up as (
      select c.id, c.parent_id from company c where c.id = ${id}
      union
      select c.id, c.parent_id from company c join up on c.id = up.parent_id
    ), tree as (
      select c.id, c.name, 0 as level, array[c.name || ' ' || c.id::text] as path
        from company c where c.id = (select up.id from up where up.parent_id is null limit 1)
      union all
      select c.id, c.name, tree.level + 1, tree.path || (c.name || ' ' || c.id::text)
        from company c join tree on c.parent_id = tree.id where tree.level < 10
    )
    select id, name, level from tree order by path limit 500`.execute(db)
  return rows
}

/** The people of a company with the state of their accounts. */
export function peopleOf(db: Db, companyId: string) {
  return db
    .selectFrom('contact')
    .leftJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'contact.brokerage_id').onRef('account.contact_id', '=', 'contact.id'),
    )
    .select([
      'contact.id',
      'contact.full_name',
      'contact.email',
      'contact.position',
      sql<AccountState>`coalesce(nullif(account.state, 'withdrawn'), 'none')`.as('account_state'),
      sql<boolean>`exists (select from role_grant g where g.brokerage_id = account.brokerage_id and g.account_id = account.id
        and g.role = 'user_manager' and (g.valid_until is null or g.valid_until > now()))`.as('user_manager'),
    ])
    .where('contact.company_id', '=', companyId)
    .orderBy('contact.full_name')
    .limit(500)
    .execute()
}
export type Person = Awaited<ReturnType<typeof peopleOf>>[number]
