import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { keptState } from '../../platform/kept-files.ts'
import { readsHealth } from '../claims/health.ts'
import type { ReportData } from './input.ts'
import type { ClaimKind } from './kinds.ts'

/**
 * A reported claim with everything the report said and the files that came with it; throws NotFound when it is not there. Where
 * the report is about somebody's health and the actor may not read that, the words do not leave the database.
 */
export async function reportedClaim(db: Db, id: string) {
  const claim = await db
    .selectFrom('claim')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'claim.brokerage_id').onRef('company.id', '=', 'claim.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'claim.brokerage_id').onRef('policy.id', '=', 'claim.policy_id'),
    )
    .select([
      'claim.id',
      'claim.number',
      'claim.kind',
      'claim.occurred_on',
      'claim.reported_on',
      'claim.published_at',
      'claim.author_account_id',
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.name as policy_name',
      readsHealth.as('whole'),
      sql<string | null>`case when ${readsHealth} then claim.place end`.as('place'),
      sql<string | null>`case when ${readsHealth} then claim.cause end`.as('cause'),
      sql<string | null>`case when ${readsHealth} then claim.description end`.as('description'),
      sql<string | null>`case when ${readsHealth} then claim.claimed end`.as('claimed'),
      sql<ReportData>`case when ${readsHealth} then claim.details else '{}' end`.as('details'),
      sql<number>`(select b.claim_answer_days from brokerage b)`.as('answer_days'),
    ])
    .where('claim.id', '=', id)
    .where('claim.kind', 'is not', null)
    .executeTakeFirst()
  if (!claim) throw notFound()
  const files = await db
    .selectFrom('document')
    .select([
      'id',
      'title',
      'file_name',
      'media_type',
      keptState('document').as('scan_state'),
      sql<number>`byte_size`.as('byte_size'),
    ])
    .where('claim_id', '=', id)
    .orderBy('id')
    .execute()
  return { ...claim, kind: claim.kind as ClaimKind, files }
}
export type ReportedClaim = Awaited<ReturnType<typeof reportedClaim>>

/** The address of the brokerage, line by line, for the head of a paper. */
export async function brokerAddress(db: Db): Promise<string[]> {
  const row = await db.selectFrom('brokerage').select(['street', 'postal_code', 'town']).executeTakeFirst()
  return [row?.street ?? '', [row?.postal_code, row?.town].filter(Boolean).join(' ')].filter((line) => line !== '')
}
