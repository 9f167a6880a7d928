import { longDate, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { DataAsOf, policyLink } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { portalPage } from '../../house/page.tsx'
import { period } from '../list.tsx'
import { premiumInvoicePhrases } from '../phrases.ts'
import type { PremiumInvoice } from '../queries.ts'
import { StateBadge } from '../state-badge.tsx'
import type { PremiumInvoiceKind } from '../states.ts'

type View = Omit<Visit, 'db'>
type Part = { visit: View; invoice: PremiumInvoice }

/** One premium invoice: a sentence, the invoice, the amount, and what is known of the payment and from where. */
export function showPage(visit: View, invoice: PremiumInvoice) {
  const t = premiumInvoicePhrases(visit.language)
  return portalPage(visit, {
    title: `${t.one} ${invoice.number}`,
    area: 'premium_invoices',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/premium-invoices') },
      { label: invoice.number },
    ],
    badge: <StateBadge invoice={invoice} language={visit.language} />,
    lead: t.summary({
      kind: t[`kind_${invoice.kind as PremiumInvoiceKind}`],
      insurer: invoice.insurer,
      total: money(invoice.total, invoice.currency),
      period: period(invoice),
      due: invoice.due_on && longDate(invoice.due_on, visit.language),
    }),
    actions: <CopyButton text={invoice.number} label={t.copy} />,
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

function InvoiceCard({ visit, invoice }: Part) {
  const t = premiumInvoicePhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="invoice" title={t.invoice}>
      <Facts
        rows={[
          [t.number, invoice.number],
          [r.policy, policyLink(visit, invoice)],
          [r.line, invoice.line],
          [r.insurer, invoice.insurer],
          [r.company, invoice.company],
          [t.kind, t[`kind_${invoice.kind as PremiumInvoiceKind}`]],
          [t.period, period(invoice)],
          [t.invoiced, shortDate(invoice.invoiced_on)],
          ...(invoice.confidential
            ? [[r.confidential, <Badge kind="warn">{r.confidential}</Badge>] as [string, preact.VNode]]
            : []),
        ]}
      />
    </Card>
  )
}

// What is no premium must be named and listed by itself (StV Art. 28).
function AmountCard({ visit, invoice }: Part) {
  const t = premiumInvoicePhrases(visit.language)
  return (
    <Card id="amount" title={t.amounts}>
      <Facts
        rows={[
          [t.net, money(invoice.net, invoice.currency)],
          [t.stamp, money(invoice.stamp_duty, invoice.currency)],
          [t.total, <strong>{money(invoice.total, invoice.currency)}</strong>],
        ]}
      />
    </Card>
  )
}

function PaymentCard({ visit, invoice }: Part) {
  const t = premiumInvoicePhrases(visit.language)
  const source = recordPhrases(visit.language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  const hint = paymentHint(invoice, visit)
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
          [t.paid_on, shortDate(invoice.paid_on)],
        ]}
      />
      {hint && <p class="hint">{hint}</p>}
    </Card>
  )
}

function paymentHint(invoice: PremiumInvoice, { language }: View): string | null {
  const t = premiumInvoicePhrases(language)
  if (['paid', 'cancelled', 'credited'].includes(invoice.state)) return null
  if (invoice.state === 'unknown') return t.unknown_hint
  if (invoice.state === 'cover_suspended') return t.suspended_hint
  return invoice.overdue && invoice.due_on
    ? `${t.overdue_hint(longDate(invoice.due_on, language))} ${t.state_hint}`
    : t.state_hint
}
