import { longDate, money, shortDate } from '../../platform/format.ts'
import { labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import type { FactGroup, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, wordField } from '../../records/record-fields.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { invoiceList } from './list.tsx'
import { ibanShown, rateShown, referenceShown } from './payment-format.ts'
import { invoicePhrases } from './phrases.ts'
import { type Invoice, invoiceById } from './queries.ts'
import { slipPhrases } from './slip-phrases.ts'
import { StateBadge } from './state-badge.tsx'
import type { InvoiceState } from './states.ts'

type View = Omit<Visit, 'db'>

const label = labels(invoicePhrases)

/** The page of the broker's own invoice: the amount with its VAT, and how to pay it. */
export const invoiceRecord: RecordDescription<Invoice> = {
  kind: 'invoice',
  list: invoiceList,
  area: 'invoices',
  read: ({ db }, id) => invoiceById(db, id),
  id: (invoice) => invoice.id,
  title: (invoice, language) => `${invoicePhrases(language).one} ${invoice.number}`,
  name: (invoice) => invoice.number,
  badge: (invoice, { language }) => <StateBadge invoice={invoice} language={language} />,
  summary: (invoice, { language }) =>
    invoicePhrases(language).summary({
      subject: invoice.subject,
      total: money(invoice.total, invoice.currency),
      due: invoice.due_on && longDate(invoice.due_on, language),
    }),
  facts: (invoice, visit) => [facts(invoice, visit), amounts(invoice, visit), payment(invoice, visit)],
  primary: (invoice, { language }) => {
    const s = slipPhrases(language)
    const text = invoice.state === 'open' ? s.download : s.download_settled
    return { label: text, icon: 'download', path: `/invoices/${invoice.id}/pdf`, download: true }
  },
  copy: (invoice) => (invoice.qr_reference ? { text: invoice.qr_reference, label: label('copy_reference') } : null),
  past: (invoice, { language }) => [{ day: invoice.invoiced_on, text: invoicePhrases(language).past_invoiced }],
  fields: {
    state: wordField(label('state'), (value, language) => invoicePhrases(language)[`state_${value as InvoiceState}`]),
    due_on: dayField(label('due')),
    total: amountField(label('total')),
  },
}

function facts(invoice: Invoice, { language }: View): FactGroup {
  const t = invoicePhrases(language)
  return {
    key: 'invoice',
    title: t.invoice,
    rows: [
      [t.number, invoice.number],
      [t.subject, invoice.subject],
      [recordPhrases(language).company, invoice.company],
      [t.invoiced, shortDate(invoice.invoiced_on)],
    ],
  }
}

function amounts(invoice: Invoice, { language }: View): FactGroup {
  const t = invoicePhrases(language)
  return {
    key: 'amount',
    title: t.amounts,
    rows: [
      [t.net, money(invoice.net, invoice.currency)],
      [t.vat(rateShown(invoice.vat_rate)), money(invoice.vat, invoice.currency)],
      [t.total, <strong>{money(invoice.total, invoice.currency)}</strong>],
    ],
  }
}

function payment(invoice: Invoice, { language }: View): FactGroup {
  const t = invoicePhrases(language)
  const source = recordPhrases(language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  return {
    key: 'payment',
    title: t.payment,
    rows: [
      [t.due, shortDate(invoice.due_on)],
      [
        t.state,
        <>
          <StateBadge invoice={invoice} language={language} />
          <div class="small muted">{source}</div>
        </>,
      ],
      [t.qr_iban, invoice.qr_iban && <span class="numbers">{ibanShown(invoice.qr_iban)}</span>],
      [t.qr_reference, invoice.qr_reference && <span class="numbers">{referenceShown(invoice.qr_reference)}</span>],
    ],
    hint: invoice.overdue && invoice.due_on && t.overdue_hint(longDate(invoice.due_on, language)),
  }
}
