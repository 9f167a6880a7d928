import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { today } from '../../records/today.ts'

/** The source says that something is still to be paid; of `unknown` it says nothing. */
export const unpaid = sql<boolean>`premium_invoice.state in ('open', 'due', 'overdue', 'reminded', 'cover_suspended', 'partly_paid')`

/** Past its due day and, as far as the source knows, not paid. */
export const overdue = sql<boolean>`(${unpaid} and coalesce(premium_invoice.due_on < ${today}, premium_invoice.state = 'overdue'))`

/** The premium invoices that exist for the actor, with what a list shows of them. */
export function premiumInvoiceRows(db: Db) {
  return db
    .selectFrom('premium_invoice')
    .innerJoin('company', (join) =>
      join
        .onRef('company.brokerage_id', '=', 'premium_invoice.brokerage_id')
        .onRef('company.id', '=', 'premium_invoice.company_id'),
    )
    .leftJoin('policy', (join) =>
      join.onRef('policy.brokerage_id', '=', 'premium_invoice.brokerage_id').onRef('policy.id', '=', 'premium_invoice.policy_id'),
    )
    .leftJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select([
      'premium_invoice.id',
      'premium_invoice.number',
      'premium_invoice.kind',
      'premium_invoice.period_from',
      'premium_invoice.period_to',
      'premium_invoice.due_on',
      'premium_invoice.total',
      'premium_invoice.currency',
      'premium_invoice.state',
      'premium_invoice.data_as_of',
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.insurer',
      'line.name as line',
      overdue.as('overdue'),
    ])
}
export type PremiumInvoiceRow = Awaited<ReturnType<ReturnType<typeof premiumInvoiceRows>['execute']>>[number]

/** One premium invoice with all its fields; throws NotFound when it does not exist for the actor. */
export async function premiumInvoiceById(db: Db, id: string) {
  const invoice = await premiumInvoiceRows(db)
    .select([
      'premium_invoice.invoiced_on',
      'premium_invoice.net',
      'premium_invoice.stamp_duty',
      'premium_invoice.paid_on',
      'premium_invoice.confidential',
    ])
    .where('premium_invoice.id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw notFound()
  return invoice
}
export type PremiumInvoice = Awaited<ReturnType<typeof premiumInvoiceById>>
