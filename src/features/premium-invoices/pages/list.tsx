import type { Visit } from '../../../platform/visit.ts'
import { ListBody } from '../../../records/list.tsx'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { portalPage } from '../../house/page.tsx'
import { premiumInvoiceList } from '../list.tsx'
import { premiumInvoicePhrases } from '../phrases.ts'
import type { PremiumInvoiceRow } from '../queries.ts'

/** All premium invoices that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<PremiumInvoiceRow>) {
  const t = premiumInvoicePhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'premium_invoices',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: <ListBody visit={visit as Visit} list={premiumInvoiceList} state={state} result={result} />,
  })
}
