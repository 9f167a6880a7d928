import type { Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { portalPage } from '../../house/page.tsx'
import { invoiceList } from '../list.tsx'
import { invoicePhrases } from '../phrases.ts'
import type { InvoiceRow } from '../queries.ts'

/** All fee invoices that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<InvoiceRow>) {
  const t = invoicePhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'invoices',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: <ListBody visit={visit as Visit} list={invoiceList} state={state} result={result} />,
  })
}
