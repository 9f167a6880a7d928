import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

// Whose name the reader may know the row rules of people say; `own` tells the reader's own doing apart.
const person = (table: string) => sql<string | null>`(select c.full_name from portal_account a
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  where a.brokerage_id = ${sql.ref(`${table}.brokerage_id`)} and a.id = ${sql.ref(`${table}.account_id`)})`
const own = (table: string) => sql<boolean>`coalesce(${sql.ref(`${table}.account_id`)} = access.actor(), false)`

/** What somebody at the customer said of the payment and did not take back; null where nobody did. */
export async function paymentReportOf(db: Db, invoiceId: string) {
  const row = await db
    .selectFrom('premium_payment_report')
    .select([
      'id',
      'paid_on',
      'reported_at',
      person('premium_payment_report').as('name'),
      own('premium_payment_report').as('own'),
    ])
    .where('premium_invoice_id', '=', invoiceId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
export type PaymentReport = NonNullable<Awaited<ReturnType<typeof paymentReportOf>>>

/** The reminders that were uploaded for an invoice and not taken back, the first one first. */
export function remindersOf(db: Db, invoiceId: string) {
  return db
    .selectFrom('premium_reminder')
    .select([
      'id',
      'dispatched_on',
      'added_at',
      'document_id',
      person('premium_reminder').as('name'),
      own('premium_reminder').as('own'),
      sql<boolean>`premium_reminder.staff_id is not null`.as('by_broker'),
    ])
    .where('premium_invoice_id', '=', invoiceId)
    .where('withdrawn_at', 'is', null)
    .orderBy('dispatched_on')
    .orderBy('id')
    .execute()
}
export type Reminder = Awaited<ReturnType<typeof remindersOf>>[number]
