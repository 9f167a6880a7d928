import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { readsHealth } from './health.ts'

// What the insurer sets aside is for staff, and for those the brokerage has chosen (`reserve_for`): to others the database does not
// say it. The roles that open a claim's line are those of its health audience, whatever the line is about.
const knowsReserve = sql<boolean>`((select access.knows_reserves()) or (select access.knows_reserves_by_line())
  and coalesce(access.health_audience(claim.company_id, claim.policy_id, claim.kind) && access.roles(), false))`
const reserve = sql<string | null>`case when ${knowsReserve} then claim.reserve end`

/** The claims that exist for the actor, with what a list shows of them. */
export function claimRows(db: Db) {
  return db
    .selectFrom('claim')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'claim.brokerage_id').onRef('company.id', '=', 'claim.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'claim.brokerage_id').onRef('policy.id', '=', 'claim.policy_id'),
    )
    .leftJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select([
      'claim.id',
      'claim.number',
      'claim.insurer_number',
      'claim.occurred_on',
      'claim.place',
      'claim.cause',
      'claim.paid',
      'claim.state',
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.insurer',
      'policy.currency',
      'line.name as line',
      reserve.as('reserve'),
    ])
}
export type ClaimRow = Awaited<ReturnType<ReturnType<typeof claimRows>['execute']>>[number]

/** One claim with all its fields; throws NotFound when it does not exist for the actor. */
export async function claimById(db: Db, id: string) {
  const claim = await claimRows(db)
    .leftJoin('insured_object as object', (join) =>
      join.onRef('object.brokerage_id', '=', 'claim.brokerage_id').onRef('object.id', '=', 'claim.object_id'),
    )
    .select([
      'object.id as object_id',
      sql<string | null>`coalesce(nullif(object.name, ''), object.make_model, object.plate, object.kind)`.as('object_name'),
      'claim.reported_on',
      readsHealth.as('whole'),
      sql<string | null>`case when ${readsHealth} then claim.description end`.as('description'),
      'claim.claimed',
      'claim.closed_on',
      'claim.data_as_of',
      'claim.confidential',
      'claim.kind',
      'claim.version',
      'claim.company_id',
      'claim.author_account_id',
      knowsReserve.as('knows_reserve'),
      sql<'nobody' | 'full_access' | 'line'>`(select b.reserve_for from brokerage b)`.as('reserve_for'),
      sql<number>`(select b.claim_answer_days from brokerage b)`.as('answer_days'),
    ])
    .where('claim.id', '=', id)
    .executeTakeFirst()
  if (!claim) throw notFound()
  return claim
}
export type Claim = Awaited<ReturnType<typeof claimById>>

/** The conversation about a claim in which something was said last; null where there is none yet. */
export async function findConversationOn(db: Db, claimId: string): Promise<string | null> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('about_kind', '=', 'claim')
    .where('about_id', '=', claimId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id ?? null
}
