import { longDate, money, shortDate } from '../../platform/format.ts'
import { type Language, labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import type { FactGroup, PastDay, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, wordField } from '../../records/record-fields.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { period, premiumInvoiceList } from './list.tsx'
import { PaymentCard } from './payment-card.tsx'
import { premiumInvoicePhrases } from './phrases.ts'
import { type PremiumInvoice, premiumInvoiceById } from './queries.ts'
import { StateBadge } from './state-badge.tsx'
import type { PremiumInvoiceKind, PremiumInvoiceState } from './states.ts'

type View = Omit<Visit, 'db'>

const label = labels(premiumInvoicePhrases)

/** The page of a premium invoice: what the insurer asks for, and what is known of the payment and from where. */
export const premiumInvoiceRecord: RecordDescription<PremiumInvoice> = {
  kind: 'premium_invoice',
  list: premiumInvoiceList,
  area: 'premium_invoices',
  read: ({ db }, id) => premiumInvoiceById(db, id),
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
  facts: (invoice, visit) => [facts(invoice, visit), amounts(invoice, visit)],
  side: (invoice, visit) => <PaymentCard visit={visit} invoice={invoice} />,
  copy: (invoice) => ({ text: invoice.number, label: label('copy') }),
  past,
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

// What is no premium must be named and listed by itself (StV Art. 28).
function amounts(invoice: PremiumInvoice, { language }: View): FactGroup {
  const t = premiumInvoicePhrases(language)
  return {
    key: 'amount',
    title: t.amounts,
    rows: [
      [t.net, money(invoice.net, invoice.currency)],
      [t.stamp, money(invoice.stamp_duty, invoice.currency)],
      [t.total, <strong>{money(invoice.total, invoice.currency)}</strong>],
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
