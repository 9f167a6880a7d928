import { forbidden, notFound } from '../../platform/errors.ts'
import { shortDate } from '../../platform/format.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { uploadPhrases } from '../documents/upload-phrases.ts'
import { formId } from '../messages/answer.ts'
import { addsReminder, reportsPayment } from './access.ts'
import { addReminder, reportPayment, withdrawPayment, withdrawReminder } from './changes.ts'
import { paymentPage } from './pages/payment.tsx'
import { reminderPage } from './pages/reminder.tsx'
import { readDispatchedOn, readPaidOn } from './payment-input.ts'
import { paymentPhrases } from './payment-phrases.ts'
import { type PremiumInvoice, premiumInvoiceById } from './queries.ts'

type Params = Record<string, string>
type Body = Record<string, unknown>

/** «Als bezahlt melden», with today in the field. */
export async function paymentForm(visit: Visit, params: Params): Promise<Reply> {
  const invoice = await invoiceOf(visit, params)
  if (!reportsPayment(visit.actor, invoice)) throw forbidden()
  return page(paymentPage(visit, invoice, { id: newId(), paidOn: shortDate(todayHere()) }))
}

/** Notes the payment, or shows the form again. Sent twice it is noted once, and the second time leads to the invoice as well. */
export async function paymentReply(visit: Visit, params: Params, body: Body): Promise<Reply> {
  const invoice = await invoiceOf(visit, params)
  const id = formId(body)
  const said = typed(body, ['paid_on']).paid_on!
  if (invoice.reported_paid_on === null) {
    if (!reportsPayment(visit.actor, invoice)) throw forbidden()
    const { day, error } = readPaidOn(said, invoice, visit.language)
    if (error !== null) return page(paymentPage(visit, invoice, { id, paidOn: said, error }), 422)
    await reportPayment(visit, invoice, { id, paidOn: day })
  } else if (visit.actor.kind !== 'customer') throw forbidden()
  return back(visit, invoice, 'reported')
}

/** Takes the report of a payment back. */
export async function withdrawalReply(visit: Visit, params: Params, body: Body): Promise<Reply> {
  const invoice = await invoiceOf(visit, params)
  if (visit.actor.kind !== 'customer') throw forbidden()
  const report = uuid.safeParse(body.report)
  if (invoice.reported_paid_on !== null && report.success) await withdrawPayment(visit, invoice, report.data)
  return back(visit, invoice, 'withdrawn')
}

/** The invoice, where the actor may add a reminder to it: 404 where it is not there, 403 where that is not theirs to do. */
export async function invoiceToRemind(visit: Visit, params: Params): Promise<PremiumInvoice> {
  const invoice = await invoiceOf(visit, params)
  if (!addsReminder(visit.actor, invoice)) throw forbidden()
  return invoice
}

/** «Mahnung hochladen», empty. */
export async function reminderForm(visit: Visit, params: Params): Promise<Reply> {
  const invoice = await invoiceToRemind(visit, params)
  return page(reminderPage(visit, invoice, { id: newId(), dispatchedOn: '', errors: {}, fileErrors: [] }))
}

/** Files the reminder, or shows the form again: nothing is kept unless all of it is right. */
export async function reminderReply(visit: Visit, params: Params, body: Body, upload: Upload | undefined): Promise<Reply> {
  const invoice = await invoiceToRemind(visit, params)
  const id = formId(body)
  const said = typed(body, ['dispatched_on']).dispatched_on!
  const { day, error } = readDispatchedOn(said, invoice, visit.language)
  const errors: Record<string, string> = error === null ? {} : { dispatched_on: error }
  const fileErrors = uploadErrors(visit, upload)
  const [file, ...more] = upload?.files ?? []
  if (fileErrors.length === 0 && !file) errors.files = uploadPhrases(visit.language).error_none
  if (more.length > 0) errors.files = paymentPhrases(visit.language).one_file
  if (!day || !file || Object.keys(errors).length + fileErrors.length > 0) {
    return page(reminderPage(visit, invoice, { id, dispatchedOn: said, errors, fileErrors }), upload?.tooMuch ? 413 : 422)
  }
  await addReminder(visit, invoice, { id, dispatchedOn: day, file })
  return back(visit, invoice, visit.actor.kind === 'staff' ? 'filed' : 'reminder')
}

/** Takes a reminder back. */
export async function reminderWithdrawal(visit: Visit, params: Params): Promise<Reply> {
  const invoice = await invoiceToRemind(visit, params)
  if (!uuid.safeParse(params.reminder).success) throw notFound()
  await withdrawReminder(visit, invoice, params.reminder!)
  return back(visit, invoice, 'withdrawn')
}

async function invoiceOf({ db }: Visit, params: Params): Promise<PremiumInvoice> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return premiumInvoiceById(db, params.id!)
}

function back(visit: Visit, invoice: PremiumInvoice, done: 'reported' | 'withdrawn' | 'reminder' | 'filed'): Reply {
  return redirect(href(visit, `/premium-invoices/${invoice.id}?done=${done}`))
}
