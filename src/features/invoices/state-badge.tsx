import type { Language } from '../../platform/phrases.ts'
import type { Stated } from '../../records/list-columns.tsx'
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

/** The same in a list. */
export function statedIn(invoice: Pick<InvoiceRow, 'state' | 'overdue'>, language: Language): Stated {
  const t = invoicePhrases(language)
  return {
    text: t[`state_${invoice.state as InvoiceState}`],
    kind: stateKinds[invoice.state],
    note: invoice.overdue && { text: t.overdue, kind: 'warn' },
  }
}
