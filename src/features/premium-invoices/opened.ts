import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { type InvoiceLine, linesOf } from './lines.ts'
import { type PaymentReport, paymentReportOf, type Reminder, remindersOf } from './payments.ts'
import { type PremiumInvoice, premiumInvoiceById } from './queries.ts'
import { type Suspension, suspensionOf } from './suspension.ts'

/** A premium invoice with everything that its page says of it. */
export type OpenedInvoice = PremiumInvoice & {
  lines: InvoiceLine[]
  rest: string | null
  report: PaymentReport | null
  reminders: Reminder[]
  suspension: Suspension | null
}

/** Reads a premium invoice for its page; throws NotFound when it does not exist for the actor. */
export async function openedInvoice(db: Db, id: string): Promise<OpenedInvoice> {
  const invoice = await premiumInvoiceById(db, id)
  const [lines, report, reminders] = await allOf([linesOf(db, id), paymentReportOf(db, id), remindersOf(db, id)])
  return { ...invoice, ...lines, report, reminders, suspension: suspensionOf(invoice, todayHere()) }
}
