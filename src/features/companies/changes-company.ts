import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { type CompanyDetails, companyFields } from './company-input.ts'
import { type Company, companyById } from './queries.ts'
import { tabPhrases } from './tab-phrases.ts'

/** What the table holds of what the form says. */
export function columnsOf({ approval, ...details }: CompanyDetails) {
  return { ...details, sensitive_roles_need_approval: approval === 'house' ? null : approval === 'yes' }
}

/** Enters a company; sent again it changes nothing. Whoever entered it goes on with it in the same transaction. */
export async function enterCompany(visit: Visit, id: string, details: CompanyDetails): Promise<void> {
  const { manages_subsidiaries, sensitive_roles_need_approval, ...entered } = columnsOf(details)
  // Pressed twice at once: the second waits here, and then sees the company. («On conflict» would want to read the new row, which
  // is in nobody's scope before it is worked out anew.)
  await sql`select pg_advisory_xact_lock(hashtextextended('company:' || ${id}, 0)), access.work_out()`.execute(visit.db)
  const known = await visit.db.selectFrom('company').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return
  await visit.db
    .insertInto('company')
    .values({ ...entered, brokerage_id: visit.brokerage.id, id })
    .execute()
  await sql`select access.work_out()`.execute(visit.db)
  if (manages_subsidiaries || sensitive_roles_need_approval !== null)
    await visit.db
      .updateTable('company')
      .set({ manages_subsidiaries, sensitive_roles_need_approval })
      .where('id', '=', id)
      .execute()
  await record(visit, id, 'company.created')
}

export type Changed = { kind: 'saved' } | { kind: 'conflict'; current: Company }

/** Saves a company that still has the version the form was opened with. */
export async function changeCompany(visit: Visit, before: Company, version: number, details: CompanyDetails): Promise<Changed> {
  const columns = columnsOf(details)
  const saved = await visit.db
    .updateTable('company')
    .set({ ...columns, ...touched })
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return { kind: 'conflict', current: await companyById(visit.db, before.id) }
  await sql`select access.work_out()`.execute(visit.db)
  const fields = companyFields.map((field) => (field === 'approval' ? 'sensitive_roles_need_approval' : field))
  const changed = fields.filter(
    (field) => (columns[field as keyof typeof columns] ?? null) !== (before[field as keyof Company] ?? null),
  )
  if (changed.length > 0) await record(visit, before.id, 'company.edited', { fields: changed })
  return { kind: 'saved' }
}

const touched = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` }

/**
 * Puts a company below another one, or on its own. From the next request on the group managers above see it. Throws what the database
 * says where it would stand below itself (DS001) or too deep (DS002). False where somebody changed it in between.
 */
export async function moveCompany(visit: Visit, company: Company, parentId: string | null, version: number): Promise<boolean> {
  const parent = parentId ? await companyById(visit.db, parentId) : null
  if (parent && parent.state !== 'active') throw notFound()
  const moved = await visit.db
    .updateTable('company')
    .set({ parent_id: parentId, ...touched })
    .where('id', '=', company.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return false
  await record(visit, company.id, 'company.moved', { below: parent?.name ?? null })
  return true
}

/**
 * Archives a company: nobody at the customer's sees anything of it any more, its accounts are suspended, their sessions and
 * invitations end. False where somebody changed it in between.
 */
export async function archiveCompany(visit: Visit, company: Company, version: number): Promise<boolean> {
  const archived = await visit.db
    .updateTable('company')
    .set({ state: 'archived', archived_at: sql`now()`, ...touched })
    .where('id', '=', company.id)
    .where('version', '=', version)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  if (!archived) return false
  await shutAccounts(visit, company.id)
  await record(visit, company.id, 'company.archived')
  return true
}

async function shutAccounts(visit: Visit, companyId: string) {
  const accounts = visit.db.selectFrom('portal_account').select('id').where('company_id', '=', companyId)
  await visit.db
    .updateTable('portal_account')
    .set({
      state: 'suspended',
      archived_with_company: true,
      state_reason: tabPhrases(visit.brokerage.language).archived_reason,
      version: sql`version + 1`,
    })
    .where('company_id', '=', companyId)
    .where('state', '=', 'active')
    .execute()
  await visit.db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('account_id', 'in', accounts)
    .where('ended_at', 'is', null)
    .execute()
  const revoked = { revoked_at: sql<Date>`now()` }
  await visit.db
    .updateTable('remember_token')
    .set(revoked)
    .where('account_id', 'in', accounts)
    .where('revoked_at', 'is', null)
    .execute()
  await visit.db
    .updateTable('activation_token')
    .set(revoked)
    .where('account_id', 'in', accounts)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Takes a company out of the archive; the accounts that were shut with it are open again, with the roles they had. */
export async function restoreCompany(visit: Visit, company: Company, version: number): Promise<boolean> {
  const restored = await visit.db
    .updateTable('company')
    .set({ state: 'active', archived_at: null, ...touched })
    .where('id', '=', company.id)
    .where('version', '=', version)
    .where('state', '=', 'archived')
    .where('merged_into', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!restored) return false
  await visit.db
    .updateTable('portal_account')
    .set({ state: 'active', archived_with_company: false, state_reason: null, version: sql`version + 1` })
    .where('company_id', '=', company.id)
    .where('archived_with_company', '=', true)
    .where('state', '=', 'suspended')
    .execute()
  await record(visit, company.id, 'company.restored')
  return true
}

async function record(visit: Visit, id: string, verb: `company.${string}`, details: Record<string, unknown> = {}) {
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb,
    subjectKind: 'company',
    subjectId: id,
    companyId: id,
    details,
  })
}
