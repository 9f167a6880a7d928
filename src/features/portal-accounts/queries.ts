import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { AssignableRole } from '../../records/roles.ts'

/** The account of a contact with what its company and brokerage say about roles; null when none was ever opened. */
export async function findAccount(db: Db, contactId: string) {
  const row = await accounts(db).where('account.contact_id', '=', contactId).executeTakeFirst()
  return row ?? null
}
export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** The account, locked until the transaction ends: whoever changes it at the same moment waits. Throws NotFound. */
export async function lockedAccount(db: Db, id: string): Promise<Account> {
  const locked = await db.selectFrom('portal_account').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  const row = locked && (await accounts(db).where('account.id', '=', id).executeTakeFirst())
  if (!row) throw notFound()
  return row
}

function accounts(db: Db) {
  return db
    .selectFrom('portal_account as account')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'account.brokerage_id').onRef('company.id', '=', 'account.company_id'),
    )
    .innerJoin('brokerage', 'brokerage.brokerage_id', 'account.brokerage_id')
    .innerJoin('login', (join) =>
      join.onRef('login.brokerage_id', '=', 'account.brokerage_id').onRef('login.id', '=', 'account.login_id'),
    )
    .select([
      'account.id',
      'account.contact_id',
      'account.company_id',
      'account.login_id',
      'account.state',
      'account.state_reason',
      'account.invited_at',
      'account.invited_by',
      'account.activated_at',
      'account.last_sign_in_at',
      'account.version',
      'login.email as login_email',
      'login.email_key as login_email_key',
      'company.assignable_roles',
      sql<boolean>`coalesce(company.sensitive_roles_need_approval, brokerage.sensitive_roles_need_approval)`.as('four_eyes'),
    ])
}

/** What the company of a contact without an account lets be assigned. */
export async function companyRules(db: Db, companyId: string) {
  return db
    .selectFrom('company')
    .innerJoin('brokerage', 'brokerage.brokerage_id', 'company.brokerage_id')
    .select([
      'company.assignable_roles',
      sql<boolean>`coalesce(company.sensitive_roles_need_approval, brokerage.sensitive_roles_need_approval)`.as('four_eyes'),
    ])
    .where('company.id', '=', companyId)
    .executeTakeFirstOrThrow(notFound)
}

/** The roles held now, without the technical one; by the clock, not by when the transaction began: see `changes-roles.ts`. */
export async function currentGrants(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('role_grant')
    .select(['id', 'role', 'valid_from', 'valid_until', 'granted_by', 'approved_by', 'reason'])
    .where('account_id', '=', accountId)
    .where('role', '<>', 'customer')
    .where(sql<boolean>`(valid_until is null or valid_until > clock_timestamp())`)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'role'> & { role: AssignableRole })[]
}
export type Grant = Awaited<ReturnType<typeof currentGrants>>[number]

/** Requests that wait for a second person, oldest first; those of the account given, or all the actor looks after. */
export async function openRequests(db: Db, filter: { accountId?: string; id?: string } = {}) {
  let query = db
    .selectFrom('role_request as request')
    .innerJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'request.brokerage_id').onRef('account.id', '=', 'request.account_id'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'account.brokerage_id').onRef('company.id', '=', 'account.company_id'),
    )
    .select([
      'request.id',
      'request.role',
      'request.account_id',
      'request.company_id',
      'request.valid_until',
      'request.reason',
      'request.requested_by',
      'request.requested_by_account',
      'request.requested_at',
      'request.expires_at',
      'account.login_id',
      'contact.id as contact_id',
      'contact.full_name as person',
      'company.name as company',
      'company.assignable_roles',
      // Staff have no account to stand in the request: the event knows who asked.
      sql<string | null>`(select e.actor_id from event e where e.brokerage_id = request.brokerage_id and e.subject_id = request.id
        and e.verb = 'role_request.asked' limit 1)`.as('requester_id'),
    ])
    .where('request.state', '=', 'pending')
    .where(sql<boolean>`request.expires_at > clock_timestamp()`)
    .orderBy('request.requested_at')
    .limit(100)
  if (filter.accountId) query = query.where('request.account_id', '=', filter.accountId)
  if (filter.id) query = query.where('request.id', '=', filter.id)
  const rows = await query.execute()
  return rows as (Omit<(typeof rows)[number], 'role'> & { role: AssignableRole })[]
}
export type RoleRequest = Awaited<ReturnType<typeof openRequests>>[number]

/** The newest invitation of an account: its link, and what became of its mail. */
export async function lastInvitation(db: Db, accountId: string) {
  const link = await db
    .selectFrom('activation_token')
    .select(['expires_at', 'used_at', 'revoked_at'])
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const mail = await db
    .selectFrom('mail')
    .select(['recipient', 'state', 'created_at', 'sent_at'])
    .where('account_id', '=', accountId)
    .where('event', '=', 'welcome')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { link: link ?? null, mail: mail ?? null }
}
export type Invitation = Awaited<ReturnType<typeof lastInvitation>>

/** True when nobody else at the company is an active User Manager. */
export async function isLastUserManager(db: Db, account: Pick<Account, 'id' | 'company_id'>): Promise<boolean> {
  const holders = await userManagers(db, account.company_id)
  return holders.length === 1 && holders[0]!.account_id === account.id
}

/** The active User Managers of a company, and where mail reaches them. */
export function userManagers(db: Db, companyId: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'role_grant.brokerage_id').onRef('account.id', '=', 'role_grant.account_id'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .innerJoin('login', (join) =>
      join.onRef('login.brokerage_id', '=', 'account.brokerage_id').onRef('login.id', '=', 'account.login_id'),
    )
    .select([
      'account.id as account_id',
      'contact.id as contact_id',
      'contact.full_name',
      'contact.first_name',
      'contact.last_name',
      'login.email',
      'login.language',
    ])
    .where('role_grant.company_id', '=', companyId)
    .where('role_grant.role', '=', 'user_manager')
    .where('account.state', '=', 'active')
    .where(
      sql<boolean>`role_grant.valid_from <= clock_timestamp() and (role_grant.valid_until is null or role_grant.valid_until > clock_timestamp())`,
    )
    .execute()
}

/** What happened to these subjects, newest first. */
export async function happenings(db: Db, subjects: string[]) {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'at', 'actor_kind', 'actor_name', 'verb', 'details'])
    .where('subject_id', 'in', subjects)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows as (Omit<(typeof rows)[number], 'details'> & { details: Record<string, unknown> })[]
}
export type Happened = Awaited<ReturnType<typeof happenings>>[number]
