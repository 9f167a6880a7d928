import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { hashPassword, temporaryPassword } from '../../platform/password.ts'
import { newToken } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Contact, contactById } from '../contacts/queries.ts'
import { isOwn } from './access.ts'
import { type Applied, addGrant, applyRoles, countUp, endGrant, keepOneUserManager, lockUserManagers } from './changes-roles.ts'
import type { Wanted } from './input.ts'
import { sendWelcome } from './letters.ts'
import { refuseTooMany } from './limits.ts'
import { type Account, findAccount, lockedAccount } from './queries.ts'
import { Refused } from './refused.ts'

/**
 * Opens the portal account of a contact (again, after a withdrawal) and invites: login, account, roles, link and mail in one
 * transaction (security.md I1). null when an account is open already, so that pressing twice invites once.
 * Call it inside `guarded`; throws Refused.
 */
export async function openAccount(
  visit: Visit,
  contactId: string,
  id: string,
  wanted: Wanted[],
  reason: string,
): Promise<{ account: Account; roles: Applied } | null> {
  await lockContact(visit, contactId)
  const contact = await contactById(visit.db, contactId)
  const before = await findAccount(visit.db, contactId)
  if (before && before.state !== 'withdrawn') return null
  const loginId = await loginOf(visit, contact)
  await refuseTooMany(visit, before?.id ?? id)
  if (before) await reopenWithdrawn(visit, before.id, loginId)
  else await insertAccount(visit, contact, id, loginId)
  const account = await lockedAccount(visit.db, before?.id ?? id)
  await addGrant(visit, account, { role: 'customer', until: null }, { reason: null })
  const roles = await applyRoles(visit, account, wanted, { reason, version: null })
  await makeLink(visit, contact, account)
  await record(visit, account, 'portal_account.invited', { email: contact.email })
  return { account, roles }
}

// Two who open the account of the same person stand in line here; the second finds it open.
async function lockContact(visit: Visit, id: string) {
  const found = await visit.db.selectFrom('contact').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!found) throw notFound()
}

/** The login that the contact's address signs in with; refuses where another person of the company has it already. */
async function loginOf(visit: Visit, contact: Contact): Promise<string> {
  if (!contact.email || !contact.email_key) throw new Refused('no_email')
  const { rows } = await sql<{ id: string }>`
    select access.login_for(${contact.email}, ${contact.email_key}, ${contact.language}) as id`.execute(visit.db)
  const loginId = rows[0]!.id
  const taken = await visit.db
    .selectFrom('portal_account as account')
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select('contact.full_name')
    .where('account.login_id', '=', loginId)
    .where('account.company_id', '=', contact.company_id)
    .where('account.contact_id', '<>', contact.id)
    .executeTakeFirst()
  if (taken) throw new Refused('email_taken', taken.full_name)
  return loginId
}

async function insertAccount(visit: Visit, contact: Contact, id: string, loginId: string) {
  await visit.db
    .insertInto('portal_account')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      contact_id: contact.id,
      company_id: contact.company_id,
      login_id: loginId,
      invited_by: actorName(visit.actor).slice(0, 200),
    })
    .execute()
}

async function reopenWithdrawn(visit: Visit, id: string, loginId: string) {
  await visit.db
    .updateTable('portal_account')
    .set({
      login_id: loginId,
      state: 'invited',
      state_reason: null,
      invited_at: sql<Date>`now()`,
      invited_by: actorName(visit.actor).slice(0, 200),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** A fresh link with its temporary password; the former link is dead from now on (security.md I2, I3). */
async function makeLink(visit: Visit, contact: Contact, account: Pick<Account, 'id'>) {
  await revokeLinks(visit, account.id)
  const { invitation_hours: hours } = await visit.db
    .selectFrom('brokerage')
    .select('invitation_hours')
    .where('brokerage_id', '=', visit.brokerage.id)
    .executeTakeFirstOrThrow()
  const { token, hash } = newToken()
  const password = temporaryPassword()
  const expiresAt = new Date(Date.now() + hours * 3_600_000)
  await visit.db
    .insertInto('activation_token')
    .values({
      brokerage_id: visit.brokerage.id,
      id: newId(),
      account_id: account.id,
      token_hash: hash,
      temporary_password_hash: await hashPassword(password),
      expires_at: expiresAt,
    })
    .execute()
  await sendWelcome(visit, contact, account.id, { token, temporaryPassword: password, expiresAt })
}

async function revokeLinks(visit: Visit, accountId: string) {
  await visit.db
    .updateTable('activation_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/**
 * Sends the invitation again, to the address the contact has today: an account that was never activated follows its
 * contact's address, an activated one never does (security.md I9).
 */
export async function resendInvitation(visit: Visit, accountId: string): Promise<Account> {
  const account = await lockedAccount(visit.db, accountId)
  if (account.state !== 'invited') throw new Refused('other_state')
  const contact = await contactById(visit.db, account.contact_id)
  const loginId = await loginOf(visit, contact)
  await refuseTooMany(visit, account.id)
  await visit.db
    .updateTable('portal_account')
    .set({
      login_id: loginId,
      invited_at: sql<Date>`now()`,
      invited_by: actorName(visit.actor).slice(0, 200),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', account.id)
    .execute()
  await makeLink(visit, contact, account)
  await record(visit, account, 'portal_account.invitation_resent', { email: contact.email })
  return account
}

/** Takes an invitation back: the link is dead, the roles are gone, the contact stays. */
export async function withdrawInvitation(visit: Visit, accountId: string): Promise<Account> {
  const account = await lockedAccount(visit.db, accountId)
  if (account.state !== 'invited') throw new Refused('other_state')
  await revokeLinks(visit, account.id)
  await rejectOpenRequests(visit, account.id)
  await setState(visit, account, 'withdrawn', null)
  const grants = await visit.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', account.id)
    .where(sql<boolean>`(valid_until is null or valid_until > clock_timestamp())`)
    .execute()
  for (const grant of grants) await endGrant(visit, grant.id)
  await record(visit, account, 'portal_account.invitation_withdrawn')
  return account
}

async function rejectOpenRequests(visit: Visit, accountId: string) {
  await visit.db
    .updateTable('role_request')
    .set({ state: 'rejected', decided_by: actorName(visit.actor).slice(0, 200), decided_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('state', '=', 'pending')
    .execute()
}

/** Shuts an active account: its sessions and remembered browsers end at once. Not the own one, not the last User Manager's. */
export async function suspendAccount(visit: Visit, accountId: string, reason: string): Promise<Account> {
  const account = await lockedAccount(visit.db, accountId)
  if (isOwn(visit.actor, account)) throw new Refused('own_account')
  if (account.state !== 'active') throw new Refused('other_state')
  const managers = await visit.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', account.id)
    .where('role', '=', 'user_manager')
    .where(sql<boolean>`(valid_until is null or valid_until > clock_timestamp())`)
    .execute()
  if (managers.length > 0) await lockUserManagers(visit, account.company_id)
  await setState(visit, account, 'suspended', reason)
  if (managers.length > 0) await keepOneUserManager(visit, account.company_id)
  await endSessions(visit, account.id)
  await record(visit, account, 'portal_account.suspended', { reason })
  return account
}

async function endSessions(visit: Visit, accountId: string) {
  await visit.db
    .updateTable('session')
    .set({ ended_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await visit.db
    .updateTable('remember_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Opens a suspended account again; its roles are the ones it had, as far as they have not run out. */
export async function reopenAccount(visit: Visit, accountId: string): Promise<Account> {
  const account = await lockedAccount(visit.db, accountId)
  if (isOwn(visit.actor, account)) throw new Refused('own_account')
  if (account.state !== 'suspended') throw new Refused('other_state')
  await setState(visit, account, 'active', null)
  await record(visit, account, 'portal_account.reopened')
  return account
}

async function setState(visit: Visit, account: Account, state: string, reason: string | null) {
  await visit.db.updateTable('portal_account').set({ state, state_reason: reason }).where('id', '=', account.id).execute()
  await countUp(visit, account)
}

async function record(visit: Visit, account: Account, verb: `portal_account.${string}`, details: Record<string, unknown> = {}) {
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb,
    subjectKind: 'portal_account',
    subjectId: account.id,
    companyId: account.company_id,
    details,
  })
}
