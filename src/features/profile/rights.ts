import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { lineRoles } from '../../records/roles.ts'

/** The kinds of record that are counted, in the order of the navigation. */
export const areas = ['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'] as const
export type Area = (typeof areas)[number]

/** Counting stops here: «mehr als 10’000». */
export const countCap = 10_000

export interface AreaCounts {
  /** Everything that exists for the person. */
  all: number
  /** At companies below the own one. */
  below: number
  /** Reached by Kompletter Zugriff and by no other role of the person. */
  only_full: number
  occupational_pension: number
  personal_lines: number
  fleet: number
  other_lines: number
}

/** How many records of each kind which role opens. Counted among those that exist for the person, by the audience they carry. */
export async function rightsCounts(db: Db, person: { companyId: string; roles: ReadonlySet<string> }) {
  const lines = lineRoles.filter((role) => person.roles.has(role))
  const counted = await allOf(areas.map((area) => countsOf(db, area, person.companyId, lines)))
  return Object.fromEntries(areas.map((area, index) => [area, counted[index]!])) as Record<Area, AreaCounts>
}

async function countsOf(db: Db, area: Area, companyId: string, lines: readonly string[]): Promise<AreaCounts> {
  const opened = lineRoles.map((role) => sql`count(*) filter (where ${role}::text = any (audience))::int as ${sql.ref(role)}`)
  const { rows } = await sql<AreaCounts>`
    select count(*)::int as "all", count(*) filter (where company_id <> ${companyId}::uuid)::int as below,
      count(*) filter (where not audience && ${lines}::text[])::int as only_full, ${sql.join(opened)}
    from (select audience, company_id from ${sql.table(area)} limit ${countCap + 1}::int) as some_records`.execute(db)
  return rows[0]!
}

/** The roles that are in force for an account now, with who gave them and since when; those that ended after them. */
export async function grantsOf(db: Db, accountId: string) {
  return db
    .selectFrom('role_grant')
    .select([
      'id',
      'role',
      'valid_from',
      'valid_until',
      'granted_by',
      'approved_by',
      'withdrawn_by',
      'reason',
      sql<boolean>`valid_from <= now() and (valid_until is null or valid_until > now())`.as('current'),
    ])
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .limit(200)
    .execute()
}
export type Grant = Awaited<ReturnType<typeof grantsOf>>[number]

/** Roles that were asked for and wait for a second person. */
export async function waitingRequests(db: Db, accountId: string) {
  return db
    .selectFrom('role_request')
    .select(['id', 'role', 'requested_at', 'requested_by'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'pending')
    .where(sql<boolean>`expires_at > now()`)
    .orderBy('requested_at')
    .execute()
}
export type WaitingRequest = Awaited<ReturnType<typeof waitingRequests>>[number]

/** Whom a User Manager looks after; for everybody else the own contact alone exists. */
export async function peopleLookedAfter(db: Db): Promise<{ contacts: number; accounts: number }> {
  const { rows } = await sql<{ contacts: number; accounts: number }>`
    select (select count(*)::int from contact) as contacts,
      (select count(*)::int from portal_account where state in ('invited', 'active', 'suspended')) as accounts`.execute(db)
  return rows[0]!
}
