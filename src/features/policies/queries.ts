import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { readShortListWithin } from '../../records/short-list.tsx'
import { claimList } from '../claims/list.tsx'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'

/** The policies that exist for the actor, with what a list shows of them. */
export function policyRows(db: Db) {
  return db
    .selectFrom('policy')
    .innerJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'policy.brokerage_id').onRef('company.id', '=', 'policy.company_id'),
    )
    .select([
      'policy.id',
      'policy.number',
      'line.name as line',
      'policy.insurer',
      'company.name as company',
      'policy.premium_gross',
      'policy.currency',
      'policy.ends_on',
      'policy.state',
      'policy.confidential',
    ])
}
export type PolicyRow = Awaited<ReturnType<ReturnType<typeof policyRows>['execute']>>[number]

/** One policy with all its fields and what hangs on it; throws NotFound when it does not exist for the actor. */
export async function policyById(db: Db, id: string) {
  const [policy, related] = await allOf([findPolicy(db, id), relatedTo(db, id)])
  if (!policy) throw notFound()
  return { ...policy, related }
}
export type Policy = Awaited<ReturnType<typeof policyById>>

function findPolicy(db: Db, id: string) {
  return policyRows(db)
    .select([
      'policy.company_id',
      'policy.name',
      'policy.line_code',
      'policy.starts_on',
      'policy.notice_months',
      'policy.payment_mode',
      'policy.premium_net',
      'policy.stamp_duty',
      'policy.deductible',
      'policy.sum_insured',
      'policy.data_as_of',
    ])
    .where('policy.id', '=', id)
    .executeTakeFirst()
}

// The row rules choose among these too: what is shared more narrowly than its policy is neither shown nor counted.
async function relatedTo(db: Db, id: string) {
  const [objects, premiumInvoices, claims] = await allOf([
    readShortListWithin(db, insuredObjectList, { column: 'insured_object.policy_id', id }),
    readShortListWithin(db, premiumInvoiceList, { column: 'premium_invoice.policy_id', id }),
    readShortListWithin(db, claimList, { column: 'claim.policy_id', id }),
  ])
  return { objects, premiumInvoices, claims }
}
