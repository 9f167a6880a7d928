import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { keptState } from '../../platform/kept-files.ts'
import { isNew } from './news.ts'

// The driver reads bigint as a number; the generated types do not know.
const size = sql<number>`document.byte_size`

/** The documents that exist for the actor, with what a list shows of them. */
export function documentRows(db: Db) {
  return db
    .selectFrom('document')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'document.brokerage_id').onRef('company.id', '=', 'document.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'document.brokerage_id').onRef('policy.id', '=', 'document.policy_id'),
    )
    .leftJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select([
      'document.id',
      'document.title',
      'document.category',
      'document.dated_on',
      'document.media_type',
      size.as('byte_size'),
      'document.confidential',
      isNew().as('is_new'),
      keptState('document').as('scan_state'),
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'line.name as line',
    ])
}
export type DocumentRow = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number]

/** One document with all its fields; throws NotFound when it does not exist for the actor. */
export async function documentById(db: Db, id: string) {
  const document = await documentRows(db)
    // A document may be shared more widely than its claim: then there is no way to it.
    .leftJoin('claim', (join) =>
      join.onRef('claim.brokerage_id', '=', 'document.brokerage_id').onRef('claim.id', '=', 'document.claim_id'),
    )
    .leftJoin('premium_invoice', (join) =>
      join
        .onRef('premium_invoice.brokerage_id', '=', 'document.brokerage_id')
        .onRef('premium_invoice.id', '=', 'document.premium_invoice_id'),
    )
    .select([
      'premium_invoice.id as premium_invoice_id',
      'premium_invoice.number as premium_invoice_number',
      'claim.number as claim_number',
      'document.company_id',
      'document.claim_id',
      'document.language',
      'document.file_name',
      'document.sha256',
      'document.file_number',
      'document.file_since',
      'document.data_as_of',
      'document.version',
      // Who hears who read it: the broker, who looks after the company's people, and who filed it.
      sql<boolean>`((select access.is_staff()) or document.company_id = any ((select access.managed_companies())::uuid[])
        or coalesce(document.author_account_id = (select access.actor()), false))`.as('knows_readers'),
    ])
    .where('document.id', '=', id)
    .executeTakeFirst()
  if (!document) throw notFound()
  return document
}
export type DocumentRecord = Awaited<ReturnType<typeof documentById>>
