import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { sqlState } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Company } from './queries.ts'

/** What merging one company into another would move, and who stands in the way. */
export async function mergeEffects(db: Db, from: string, into: string) {
  const { rows } = await sql<{
    contacts: number
    accounts: number
    records: number
    below: number
    renumbered: number
    at_both: string[]
  }>`select
    (select count(*)::int from contact c where c.company_id = ${from}) as contacts,
    (select count(*)::int from portal_account a where a.company_id = ${from} and a.state <> 'withdrawn') as accounts,
    ((select count(*) from policy x where x.company_id = ${from}) + (select count(*) from premium_invoice x where x.company_id = ${from})
      + (select count(*) from insured_object x where x.company_id = ${from}) + (select count(*) from claim x where x.company_id = ${from})
      + (select count(*) from invoice x where x.company_id = ${from}) + (select count(*) from document x where x.company_id = ${from})
      + (select count(*) from service_request x where x.company_id = ${from})
      + (select count(*) from conversation x where x.company_id = ${from}))::int as records,
    (select count(*)::int from company c where c.parent_id = ${from} and c.id <> ${into}) as below,
    (select count(*)::int from service_request r where r.company_id = ${from} and exists (
      select from service_request o where o.company_id = ${into} and o.number = r.number)) as renumbered,
    array(select c.full_name::text from portal_account a join portal_account b on b.login_id = a.login_id and b.company_id = ${into}
      join contact c on c.id = a.contact_id where a.company_id = ${from} order by 1) as at_both`.execute(db)
  return rows[0]!
}
export type MergeEffects = Awaited<ReturnType<typeof mergeEffects>>

/**
 * Makes everything of `from` the other company's. False where one of the two is no longer as the check page showed it, or where
 * somebody has an account at both: then nothing is changed.
 */
export async function mergeCompanies(visit: Visit, from: Company, into: Company, version: number): Promise<boolean> {
  if (from.version !== version) return false
  await sql`savepoint merge`.execute(visit.db)
  try {
    await sql`select access.merge_companies(${from.id}, ${into.id})`.execute(visit.db)
  } catch (error) {
    if (!['DS030', 'DS031', '40P01'].includes(sqlState(error) ?? '')) throw error
    await sql`rollback to savepoint merge`.execute(visit.db)
    return false
  }
  for (const [id, details] of [
    [from.id, { into: into.name }],
    [into.id, { from: from.name }],
  ] as const)
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      ...{ verb: 'company.merged', subjectKind: 'company', subjectId: id, companyId: id, details },
    })
  return true
}
