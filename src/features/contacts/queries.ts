import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

export const accountStates = ['none', 'invited', 'active', 'suspended'] as const
export type AccountState = (typeof accountStates)[number]

/** Withdrawn counts as none: the person can be invited again. */
export const accountState = sql<AccountState>`coalesce(nullif(account.state, 'withdrawn'), 'none')`

/** The rows of the contact list; which of them exist for the actor the row rules say. */
export function contactRows(db: Db) {
  return db
    .selectFrom('contact')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'contact.brokerage_id').onRef('company.id', '=', 'contact.company_id'),
    )
    .leftJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'contact.brokerage_id').onRef('account.contact_id', '=', 'contact.id'),
    )
    .select([
      'contact.id',
      'contact.full_name',
      'contact.email',
      'contact.position',
      'contact.phone',
      'contact.mobile',
      'company.name as company',
      accountState.as('account_state'),
    ])
}
export type ContactRow = Awaited<ReturnType<ReturnType<typeof contactRows>['executeTakeFirstOrThrow']>>

/** Everything a form or page of one contact needs; throws NotFound where there is none for this person. */
export async function contactById(db: Db, id: string) {
  const row = await db
    .selectFrom('contact')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'contact.brokerage_id').onRef('company.id', '=', 'contact.company_id'),
    )
    .leftJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'contact.brokerage_id').onRef('account.contact_id', '=', 'contact.id'),
    )
    .select([
      'contact.id',
      'contact.company_id',
      'contact.salutation',
      'contact.first_name',
      'contact.last_name',
      'contact.full_name',
      'contact.email',
      'contact.email_key',
      'contact.position',
      'contact.phone',
      'contact.mobile',
      'contact.language',
      'contact.version',
      'company.name as company',
      'account.id as account_id',
      accountState.as('account_state'),
    ])
    .where('contact.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type Contact = Awaited<ReturnType<typeof contactById>>

/** Others at the company with this address, so that nobody is entered twice unawares. */
export function contactsWithEmail(db: Db, companyId: string, emailKey: string, except: string) {
  return db
    .selectFrom('contact')
    .select(['id', 'full_name'])
    .where('company_id', '=', companyId)
    .where('email_key', '=', emailKey)
    .where('id', '<>', except)
    .orderBy('full_name')
    .limit(3)
    .execute()
}

/** The companies whose contacts the actor looks after, for the choice in the form. */
export function managedCompanies(db: Db) {
  return db
    .selectFrom('company')
    .select(['id', 'name', 'language'])
    .where(sql<boolean>`id = any ((select access.managed_companies())::uuid[])`)
    .where('state', '=', 'active')
    .orderBy('name')
    .execute()
}
export type ManagedCompany = Awaited<ReturnType<typeof managedCompanies>>[number]
