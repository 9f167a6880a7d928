import { longDate, shortDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { Card } from '../../ui/components/Card.tsx'
import { Facts } from '../../ui/components/Facts.tsx'
import { premiumInvoicePhrases } from './phrases.ts'
import type { PremiumInvoice } from './queries.ts'
import { StateBadge } from './state-badge.tsx'

type View = Omit<Visit, 'db'>

/** What is known of the payment, always with its source: «offen» alone would claim more than anybody knows (domain 2.3). */
export function PaymentCard({ visit, invoice }: { visit: View; invoice: PremiumInvoice }) {
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
