import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** What has become of the newest invitation of an account that is invited. */
export const invitationStates = ['open', 'expired', 'bounced'] as const
export type InvitationState = (typeof invitationStates)[number]

const lastMail = sql<string | null>`(select m.state from mail m where m.brokerage_id = portal_account.brokerage_id
  and m.account_id = portal_account.id and m.event = 'welcome' order by m.id desc limit 1)`
const goodLink = sql<boolean>`exists (select from activation_token t where t.brokerage_id = portal_account.brokerage_id
  and t.account_id = portal_account.id and t.used_at is null and t.revoked_at is null and t.expires_at > now())`

/** Null where the account is not invited. */
export const invitation = sql<InvitationState | null>`case when portal_account.state <> 'invited' then null
  when ${lastMail} = 'failed' then 'bounced' when ${goodLink} then 'open' else 'expired' end`

export const hasFactor = sql<boolean>`exists (select from second_factor f where f.brokerage_id = portal_account.brokerage_id
  and f.login_id = portal_account.login_id and f.removed_at is null)`

const rolesNow = sql<string[]>`array(select g.role from role_grant g where g.brokerage_id = portal_account.brokerage_id
  and g.account_id = portal_account.id and g.role <> 'customer' and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  order by g.role)`

/** Every portal account that was opened and not withdrawn, with its person, company and how they get in. */
export function accountRows(db: Db) {
  return db
    .selectFrom('portal_account')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.brokerage_id', '=', 'portal_account.brokerage_id')
        .onRef('contact.id', '=', 'portal_account.contact_id'),
    )
    .innerJoin('company', (join) =>
      join
        .onRef('company.brokerage_id', '=', 'portal_account.brokerage_id')
        .onRef('company.id', '=', 'portal_account.company_id'),
    )
    .innerJoin('login', (join) =>
      join.onRef('login.brokerage_id', '=', 'portal_account.brokerage_id').onRef('login.id', '=', 'portal_account.login_id'),
    )
    .where('portal_account.state', '<>', 'withdrawn')
    .select([
      'portal_account.id',
      'portal_account.contact_id',
      'portal_account.state',
      'portal_account.last_sign_in_at',
      'contact.full_name',
      'company.name as company',
      'login.email',
      rolesNow.as('roles'),
      invitation.as('invitation'),
      hasFactor.as('has_factor'),
    ])
}
export type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['executeTakeFirstOrThrow']>>

/** How many active companies in scope nobody looks after at the customer's. */
export async function companiesWithoutUserManager(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from company where company.state = 'active' and not exists (
    select from role_grant g join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
    where g.brokerage_id = company.brokerage_id and g.company_id = company.id and g.role = 'user_manager' and a.state = 'active'
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))`.execute(db)
  return rows[0]!.n
}
