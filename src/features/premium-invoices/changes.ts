import { sql } from 'kysely'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { money, shortDate } from '../../platform/format.ts'
import { newId } from '../../platform/ids.ts'
import type { UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { fileDocuments } from '../documents/changes.ts'
import { sayAbout } from '../messages/say.ts'
import { addsReminder, reportsPayment, withdrawsPayment, withdrawsReminder } from './access.ts'
import { paymentPhrases } from './payment-phrases.ts'
import { remindersOf } from './payments.ts'
import type { PremiumInvoice } from './queries.ts'

/** Says that a premium was paid, and tells the broker in the conversation about the invoice. Sent again it says nothing new. */
export async function reportPayment(
  visit: Visit,
  invoice: PremiumInvoice,
  { id, paidOn }: { id: string; paidOn: string },
): Promise<void> {
  const { actor, db, brokerage } = visit
  if (!reportsPayment(actor, invoice)) throw forbidden()
  const said = await db
    .insertInto('premium_payment_report')
    .values({ brokerage_id: brokerage.id, id, premium_invoice_id: invoice.id, account_id: actor.id, paid_on: paidOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!said) return
  await happened(visit, invoice, 'premium_invoice.payment_reported', { paid_on: paidOn })
  const t = paymentPhrases(visit.language)
  await say(visit, invoice, id, t.said_paid(invoice.number, money(invoice.total, invoice.currency), shortDate(paidOn)))
}

/** Takes the report of a payment back; one that was taken back already stays so. */
export async function withdrawPayment(visit: Visit, invoice: PremiumInvoice, reportId: string): Promise<void> {
  if (!withdrawsPayment(visit.actor, invoice)) throw forbidden()
  const withdrawn = await visit.db
    .updateTable('premium_payment_report')
    .set({ withdrawn_at: sql<Date>`now()`, withdrawn_by: visit.actor.id })
    .where('id', '=', reportId)
    .where('premium_invoice_id', '=', invoice.id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) return
  await happened(visit, invoice, 'premium_invoice.payment_withdrawn', {})
  await say(visit, invoice, newId(), paymentPhrases(visit.language).said_withdrawn(invoice.number))
}

/** Files a reminder on the policy and notes when it was dispatched; from then fourteen days run. Sent again it adds nothing. */
export async function addReminder(
  visit: Visit,
  invoice: PremiumInvoice,
  { id, dispatchedOn, file }: { id: string; dispatchedOn: string; file: UploadedFile },
): Promise<void> {
  const { actor, db, brokerage } = visit
  if (!addsReminder(actor, invoice)) throw forbidden()
  const [documentId] = await fileDocuments(
    visit,
    id,
    {
      claimId: null,
      policyId: invoice.policy_id,
      premiumInvoiceId: invoice.id,
      companyId: invoice.company_id,
      category: 'reminder',
      title: paymentPhrases(visit.language).reminder_title(invoice.number),
      datedOn: dispatchedOn,
      confidential: false,
    },
    [file],
  )
  const added = await db
    .insertInto('premium_reminder')
    .values({
      brokerage_id: brokerage.id,
      id,
      premium_invoice_id: invoice.id,
      dispatched_on: dispatchedOn,
      document_id: documentId!,
      ...(actor.kind === 'staff' ? { staff_id: actor.id } : { account_id: actor.id }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  await happened(visit, invoice, 'premium_invoice.reminder_added', { dispatched_on: dispatchedOn })
  // What the broker adds is news of a document; to the broker it is said in words.
  if (actor.kind === 'staff') return
  await say(visit, invoice, id, paymentPhrases(visit.language).said_reminder(invoice.number, shortDate(dispatchedOn)))
}

/** Takes a reminder back that does not count; its document stays in the dossier. */
export async function withdrawReminder(visit: Visit, invoice: PremiumInvoice, reminderId: string): Promise<void> {
  const { actor } = visit
  if (!addsReminder(actor, invoice)) throw forbidden()
  const reminder = (await remindersOf(visit.db, invoice.id)).find(({ id }) => id === reminderId)
  if (!reminder) return
  if (!withdrawsReminder(actor, invoice, reminder)) throw forbidden()
  const withdrawn = await visit.db
    .updateTable('premium_reminder')
    .set({
      withdrawn_at: sql<Date>`now()`,
      ...(actor.kind === 'staff' ? { withdrawn_by_staff: actor.id } : { withdrawn_by: actor.id }),
    })
    .where('id', '=', reminderId)
    .where('premium_invoice_id', '=', invoice.id)
    .where('withdrawn_at', 'is', null)
    .returning('dispatched_on')
    .executeTakeFirst()
  if (!withdrawn) return
  await happened(visit, invoice, 'premium_invoice.reminder_withdrawn', { dispatched_on: withdrawn.dispatched_on })
  if (actor.kind === 'staff') return
  const t = paymentPhrases(visit.language)
  await say(visit, invoice, newId(), t.said_reminder_withdrawn(invoice.number, shortDate(withdrawn.dispatched_on)))
}

function happened(visit: Visit, invoice: PremiumInvoice, verb: `premium_invoice.${string}`, details: Record<string, unknown>) {
  return recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb,
    subjectKind: 'premium_invoice',
    subjectId: invoice.id,
    companyId: invoice.company_id,
    details,
  })
}

function say(visit: Visit, invoice: PremiumInvoice, id: string, body: string): Promise<void> {
  const about = { kind: 'premium_invoice' as const, id: invoice.id, companyId: invoice.company_id, label: invoice.number }
  return sayAbout(visit, about, { id, body })
}
