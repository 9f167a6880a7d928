import { longDate, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { DataAsOf } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { portalPage } from '../../house/page.tsx'
import { ibanShown, rateShown, referenceShown } from '../payment-format.ts'
import { invoicePhrases } from '../phrases.ts'
import type { Invoice } from '../queries.ts'
import { slipPhrases } from '../slip-phrases.ts'
import { StateBadge } from '../state-badge.tsx'

type View = Omit<Visit, 'db'>
type Part = { visit: View; invoice: Invoice }

/** One fee invoice: a sentence, the invoice, the amount with its VAT, and how to pay it. */
export function showPage(visit: View, invoice: Invoice) {
  const t = invoicePhrases(visit.language)
  return portalPage(visit, {
    title: `${t.one} ${invoice.number}`,
    area: 'invoices',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/invoices') }, { label: invoice.number }],
    badge: <StateBadge invoice={invoice} language={visit.language} />,
    lead: t.summary({
      subject: invoice.subject,
      total: money(invoice.total, invoice.currency),
      due: invoice.due_on && longDate(invoice.due_on, visit.language),
    }),
    actions: <Actions visit={visit} invoice={invoice} />,
    children: (
      <div class="split wide-first">
        <div class="stack">
          <InvoiceCard visit={visit} invoice={invoice} />
          <AmountCard visit={visit} invoice={invoice} />
        </div>
        <div class="stack">
          <PaymentCard visit={visit} invoice={invoice} />
          <DataAsOf language={visit.language} day={invoice.data_as_of} />
        </div>
      </div>
    ),
  })
}

function Actions({ visit, invoice }: Part) {
  const t = invoicePhrases(visit.language)
  const s = slipPhrases(visit.language)
  const open = invoice.state === 'open'
  return (
    <>
      {invoice.qr_reference && <CopyButton text={invoice.qr_reference} label={t.copy_reference} />}
      <LinkButton href={href(visit, `/invoices/${invoice.id}/pdf`)} icon="download" kind={open ? 'primary' : 'plain'}>
        {open ? s.download : s.download_settled}
      </LinkButton>
    </>
  )
}

function InvoiceCard({ visit, invoice }: Part) {
  const t = invoicePhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="invoice" title={t.invoice}>
      <Facts
        rows={[
          [t.number, invoice.number],
          [t.subject, invoice.subject],
          [r.company, invoice.company],
          [t.invoiced, shortDate(invoice.invoiced_on)],
          ...(invoice.confidential
            ? [[r.confidential, <Badge kind="warn">{r.confidential}</Badge>] as [string, preact.VNode]]
            : []),
        ]}
      />
    </Card>
  )
}

function AmountCard({ visit, invoice }: Part) {
  const t = invoicePhrases(visit.language)
  return (
    <Card id="amount" title={t.amounts}>
      <Facts
        rows={[
          [t.net, money(invoice.net, invoice.currency)],
          [t.vat(rateShown(invoice.vat_rate)), money(invoice.vat, invoice.currency)],
          [t.total, <strong>{money(invoice.total, invoice.currency)}</strong>],
        ]}
      />
    </Card>
  )
}

function PaymentCard({ visit, invoice }: Part) {
  const t = invoicePhrases(visit.language)
  const source = recordPhrases(visit.language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  return (
    <Card id="payment" title={t.payment}>
      <Facts
        rows={[
          [t.due, shortDate(invoice.due_on)],
          [
            t.state,
            <>
              <StateBadge invoice={invoice} language={visit.language} />
              <div class="small muted">{source}</div>
            </>,
          ],
          [t.qr_iban, invoice.qr_iban && <span class="numbers">{ibanShown(invoice.qr_iban)}</span>],
          [t.qr_reference, invoice.qr_reference && <span class="numbers">{referenceShown(invoice.qr_reference)}</span>],
        ]}
      />
      {invoice.overdue && invoice.due_on && <p class="hint">{t.overdue_hint(longDate(invoice.due_on, visit.language))}</p>}
    </Card>
  )
}
