import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { FilterOption } from '../../records/list-description.ts'
import type { AccountState } from '../contacts/queries.ts'

const userManagers = sql<number>`(select count(*) from role_grant g
  join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
  where g.brokerage_id = company.brokerage_id and g.company_id = company.id and g.role = 'user_manager' and a.state = 'active'
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))`

const lastSignIn = sql<Date | null>`(select max(a.last_sign_in_at) from portal_account a
  where a.brokerage_id = company.brokerage_id and a.company_id = company.id)`

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
      sql<number>`(select count(*) from policy p where p.brokerage_id = company.brokerage_id and p.company_id = company.id
        and p.state = 'active')`.as('policies'),
      sql<number>`(select count(*) from claim l where l.brokerage_id = company.brokerage_id and l.company_id = company.id
        and l.state in ('reported', 'forwarded', 'in_progress', 'query'))`.as('open_claims'),
      lastSignIn.as('last_sign_in'),
    ])
}
export type CompanyRow = Awaited<ReturnType<ReturnType<typeof companyRows>['executeTakeFirstOrThrow']>>

/** The condition «no active User Manager», for the view of the same name. */
export const withoutUserManager = sql<boolean>`company.state = 'active' and ${userManagers} = 0`

/** … «an invitation that nobody has taken up yet». */
export const withInvitation = sql<boolean>`exists (select from portal_account a
  where a.brokerage_id = company.brokerage_id and a.company_id = company.id and a.state = 'invited')`

/** … «a policy of it expires within 90 days». */
export const withExpiry = sql<boolean>`exists (select from policy p where p.brokerage_id = company.brokerage_id and p.company_id = company.id
  and p.state = 'active' and p.ends_on between access.today() and access.today() + 90)`

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
      'company.sensitive_roles_need_approval',
      'company.account_manager_id',
      'company.team_id',
      'company.version',
      'company.merged_into',
      sql<string | null>`(select t.name from team t where t.brokerage_id = company.brokerage_id and t.id = company.team_id)`.as(
        'team',
      ),
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
        from company c where c.id = (select up.id from up where up.parent_id is null
          or not exists (select from company above where above.id = up.parent_id) limit 1)
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

/** What archiving ends: accounts, invitations, what customers see, requests that are still open. */
export async function archiveEffects(db: Db, companyId: string) {
  const { rows } = await sql<{ accounts: number; invitations: number; records: number; requests: number }>`select
    (select count(*)::int from portal_account a where a.company_id = ${companyId} and a.state = 'active') as accounts,
    (select count(*)::int from portal_account a where a.company_id = ${companyId} and a.state = 'invited') as invitations,
    (select count(*)::int from service_request r where r.company_id = ${companyId} and r.state not in ('done', 'withdrawn')) as requests,
    ((select count(*) from policy x where x.company_id = ${companyId}) + (select count(*) from premium_invoice x where x.company_id = ${companyId})
      + (select count(*) from insured_object x where x.company_id = ${companyId}) + (select count(*) from claim x where x.company_id = ${companyId})
      + (select count(*) from invoice x where x.company_id = ${companyId}) + (select count(*) from document x where x.company_id = ${companyId}))::int
      as records`.execute(db)
  return rows[0]!
}
export type ArchiveEffects = Awaited<ReturnType<typeof archiveEffects>>

/** Companies that this one can be put below: active ones in scope, but itself and those below it. */
export async function parentChoices(db: Db, company: Company): Promise<{ value: string; label: string }[]> {
  const { rows } = await sql<{ value: string; label: string }>`
    with recursive below as (
      select ${company.id}::uuid as id
      union
      select c.id from company c join below on c.parent_id = below.id
    )
    select c.id as value, c.name || coalesce(' (' || c.source_key || ')', '') as label from company c
    where c.state = 'active' and c.id not in (select id from below) order by c.name limit 2000`.execute(db)
  return rows
}

/** Companies that another one can be merged into: the other active ones in scope. */
export async function mergeChoices(db: Db, id: string): Promise<{ value: string; label: string }[]> {
  const { rows } = await sql<{ value: string; label: string }>`
    select c.id as value, c.name || coalesce(' (' || c.source_key || ')', '') as label from company c
    where c.state = 'active' and c.id <> ${id} order by c.name limit 2000`.execute(db)
  return rows
}

/** What happened at a company: to itself, its contacts, accounts and records, newest first. */
export function eventsOfCompany(db: Db, companyId: string) {
  return db
    .selectFrom('event')
    .select(['id', 'at', 'verb', 'actor_name', 'actor_kind', sql<Record<string, unknown>>`details`.as('details')])
    .where('company_id', '=', companyId)
    .where('verb', 'not like', 'login.%')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
export type CompanyEvent = Awaited<ReturnType<typeof eventsOfCompany>>[number]

/** Teams a company can belong to. */
export async function teamChoices(db: Db): Promise<{ value: string; label: string }[]> {
  const rows = await db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('dissolved_at', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map(({ id, name }) => ({ value: id, label: name }))
}
