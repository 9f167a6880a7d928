import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Stated as ListStated } from '../../records/list-columns.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import { premiumInvoicePhrases } from './phrases.ts'
import type { PremiumInvoiceRow } from './queries.ts'
import { type PremiumInvoiceState, stateKinds } from './states.ts'

type Stated = Pick<PremiumInvoiceRow, 'state' | 'overdue' | 'data_as_of' | 'reported_paid_on'>

/** What the source reports, and a warning where the due day has passed since. */
export function StateBadge({ invoice, language }: { invoice: Stated; language: Language }) {
  const t = premiumInvoicePhrases(language)
  return (
    <>
      <Badge kind={stateKinds[invoice.state]}>{t[`state_${invoice.state as PremiumInvoiceState}`]}</Badge>
      {invoice.overdue && invoice.state !== 'overdue' && (
        <>
          {' '}
          <Badge kind="warn">{t.state_overdue}</Badge>
        </>
      )}
      {saysPaid(invoice) && (
        <>
          {' '}
          <Badge kind="info">{t.state_reported}</Badge>
        </>
      )}
    </>
  )
}

// Once the source says so itself, what the customer said beside it is settled.
function saysPaid({ reported_paid_on: day, state }: Stated): boolean {
  return day !== null && state !== 'paid'
}

/** The same in a list, with the day of the source: «offen» alone would claim more than anybody knows (domain 2.3). */
export function statedIn(invoice: Stated, language: Language): ListStated {
  const t = premiumInvoicePhrases(language)
  return {
    text: t[`state_${invoice.state as PremiumInvoiceState}`],
    kind: stateKinds[invoice.state],
    note: saysPaid(invoice)
      ? { text: t.state_reported, kind: 'info' }
      : invoice.overdue && invoice.state !== 'overdue' && { text: t.state_overdue, kind: 'warn' },
    below: invoice.data_as_of && t.as_of(shortDate(invoice.data_as_of)),
  }
}
