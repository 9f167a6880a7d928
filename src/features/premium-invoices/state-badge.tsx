import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { premiumInvoicePhrases } from './phrases.ts'
import type { PremiumInvoiceRow } from './queries.ts'
import { type PremiumInvoiceState, stateKinds } from './states.ts'

type Stated = Pick<PremiumInvoiceRow, 'state' | 'overdue' | 'data_as_of'>

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
    </>
  )
}

/** The same in a list, with the day of the source: «offen» alone would claim more than anybody knows (domain 2.3). */
export function StateCell({ invoice, language }: { invoice: Stated; language: Language }) {
  const t = premiumInvoicePhrases(language)
  return (
    <>
      <StateBadge invoice={invoice} language={language} />
      {invoice.data_as_of && <div class="small muted">{t.as_of(shortDate(invoice.data_as_of))}</div>}
    </>
  )
}
