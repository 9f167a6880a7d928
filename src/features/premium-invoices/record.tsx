import { longDate, money, shortDate } from '../../platform/format.ts'
import { type Language, labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import type { FactGroup, PastDay, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, wordField } from '../../records/record-fields.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { amounts } from './amounts.tsx'
import { period, premiumInvoiceList } from './list.tsx'
import { type OpenedInvoice, openedInvoice } from './opened.ts'
import { PaymentCard } from './payment-card.tsx'
import { paymentPhrases } from './payment-phrases.ts'
import { premiumInvoicePhrases } from './phrases.ts'
import type { PremiumInvoice } from './queries.ts'
import { RiskNote } from './risk-note.tsx'
import { StateBadge } from './state-badge.tsx'
import type { PremiumInvoiceKind, PremiumInvoiceState } from './states.ts'

type View = Omit<Visit, 'db'>

const label = labels(premiumInvoicePhrases)

/** The page of a premium invoice: what the insurer asks for, and what is known of the payment and from where. */
export const premiumInvoiceRecord: RecordDescription<OpenedInvoice> = {
  kind: 'premium_invoice',
  list: premiumInvoiceList,
  area: 'premium_invoices',
  read: ({ db }, id) => openedInvoice(db, id),
  id: (invoice) => invoice.id,
  title: (invoice, language) => `${premiumInvoicePhrases(language).one} ${invoice.number}`,
  name: (invoice) => invoice.number,
  badge: (invoice, { language }) => <StateBadge invoice={invoice} language={language} />,
  summary: (invoice, { language }) =>
    premiumInvoicePhrases(language).summary({
      kind: kindWord(invoice, language),
      insurer: invoice.insurer,
      total: money(invoice.total, invoice.currency),
      period: period(invoice),
      due: invoice.due_on && longDate(invoice.due_on, language),
    }),
  notes: (invoice, visit) => invoice.suspension && <RiskNote visit={visit} risk={{ suspension: invoice.suspension, invoice }} />,
  facts: (invoice, visit) => [facts(invoice, visit), amounts(invoice, visit.language)],
  side: (invoice, visit) => <PaymentCard visit={visit} invoice={invoice} />,
  copy: (invoice) => ({ text: invoice.number, label: label('copy') }),
  past,
  events: {
    'premium_invoice.payment_reported': ({ paid_on: day }, l) => paymentPhrases(l).past_reported(shortDate(String(day))),
    'premium_invoice.payment_withdrawn': (_details, l) => paymentPhrases(l).past_withdrawn,
    'premium_invoice.reminder_added': ({ dispatched_on: day }, l) => paymentPhrases(l).past_reminder(shortDate(String(day))),
    'premium_invoice.reminder_withdrawn': (_details, l) => paymentPhrases(l).past_reminder_withdrawn,
  },
  fields: {
    state: wordField(
      label('state'),
      (value, language) => premiumInvoicePhrases(language)[`state_${value as PremiumInvoiceState}`],
    ),
    due_on: dayField(label('due')),
    total: amountField(label('total')),
    paid_on: dayField(label('paid_on')),
  },
}

function kindWord(invoice: PremiumInvoice, language: Language): string {
  return premiumInvoicePhrases(language)[`kind_${invoice.kind as PremiumInvoiceKind}`]
}

function facts(invoice: PremiumInvoice, visit: View): FactGroup {
  const t = premiumInvoicePhrases(visit.language)
  const r = recordPhrases(visit.language)
  return {
    key: 'invoice',
    title: t.invoice,
    rows: [
      [t.number, invoice.number],
      [r.policy, policyLink(visit, invoice)],
      [r.line, invoice.line],
      [r.insurer, invoice.insurer],
      [r.company, invoice.company],
      [t.kind, kindWord(invoice, visit.language)],
      [t.period, period(invoice)],
      [t.invoiced, shortDate(invoice.invoiced_on)],
    ],
  }
}

function past(invoice: PremiumInvoice, { language }: View): PastDay[] {
  const t = premiumInvoicePhrases(language)
  return [
    ...(invoice.invoiced_on ? [{ day: invoice.invoiced_on, text: t.past_invoiced }] : []),
    ...(invoice.paid_on ? [{ day: invoice.paid_on, text: t.past_paid }] : []),
  ]
}
