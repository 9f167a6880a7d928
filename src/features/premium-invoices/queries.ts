import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { today } from '../../records/today.ts'

/** The source says that something is still to be paid; of `unknown` it says nothing. */
export const unpaid = sql<boolean>`premium_invoice.state in ('open', 'due', 'overdue', 'reminded', 'cover_suspended', 'partly_paid')`

// On which day somebody at the customer says it was paid; null where nobody did, or took it back.
const reportedPaidOn = sql<string | null>`(select r.paid_on from premium_payment_report r
  where r.brokerage_id = premium_invoice.brokerage_id and r.premium_invoice_id = premium_invoice.id and r.withdrawn_at is null)`

/** Still to be paid, as far as the source knows and nobody at the customer says otherwise. */
export const stillToPay = sql<boolean>`(${unpaid} and ${reportedPaidOn} is null)`

/** Past its due day and still to be paid. */
export const overdue = sql<boolean>`(${stillToPay} and coalesce(premium_invoice.due_on < ${today}, premium_invoice.state = 'overdue'))`

// The day the insurer dispatched its reminder: of the first that was uploaded, or of a reminder that the source delivers as an invoice.
const remindedOn = sql<string | null>`coalesce(
  (select min(m.dispatched_on) from premium_reminder m
   where m.brokerage_id = premium_invoice.brokerage_id and m.premium_invoice_id = premium_invoice.id and m.withdrawn_at is null),
  case when premium_invoice.kind = 'reminder' then premium_invoice.invoiced_on end)`

/** The last day to pay: fourteen days after a reminder (VVG Art. 20), else the due day. */
export const payableBy = sql<string | null>`coalesce((${remindedOn} + 14)::date, premium_invoice.due_on)`

// As of which day the source says what it says; where it does not tell, the day it was taken over.
const asOf = sql<
  string | null
>`coalesce(premium_invoice.data_as_of, (premium_invoice.imported_at at time zone 'Europe/Zurich')::date)`

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
      asOf.as('data_as_of'),
      'company.name as company',
      'policy.id as policy_id',
      'policy.number as policy_number',
      'policy.insurer',
      'line.name as line',
      overdue.as('overdue'),
      reportedPaidOn.as('reported_paid_on'),
      remindedOn.as('reminded_on'),
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
      'premium_invoice.company_id',
      'policy.line_code',
      'policy.name as policy_name',
    ])
    .where('premium_invoice.id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw notFound()
  return invoice
}
export type PremiumInvoice = Awaited<ReturnType<typeof premiumInvoiceById>>
