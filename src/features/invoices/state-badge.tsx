import type { Language } from '../../platform/phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { invoicePhrases } from './phrases.ts'
import type { InvoiceRow } from './queries.ts'
import { type InvoiceState, stateKinds } from './states.ts'

/** Paid or not, and a warning where the due day has passed. */
export function StateBadge({ invoice, language }: { invoice: Pick<InvoiceRow, 'state' | 'overdue'>; language: Language }) {
  const t = invoicePhrases(language)
  return (
    <>
      <Badge kind={stateKinds[invoice.state]}>{t[`state_${invoice.state as InvoiceState}`]}</Badge>
      {invoice.overdue && (
        <>
          {' '}
          <Badge kind="warn">{t.overdue}</Badge>
        </>
      )}
    </>
  )
}
