import type { Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { listPage as page } from '../../house/list-page.tsx'
import { premiumInvoiceList } from '../list.tsx'
import type { PremiumInvoiceRow } from '../queries.ts'

/** All premium invoices that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<PremiumInvoiceRow>) {
  return page(visit, { list: premiumInvoiceList, state, result })
}
