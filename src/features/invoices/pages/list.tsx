import type { Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { listPage as page } from '../../house/list-page.tsx'
import { invoiceList } from '../list.tsx'
import type { InvoiceRow } from '../queries.ts'

/** All fee invoices that exist for this person. */
export function listPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<InvoiceRow>) {
  return page(visit, { list: invoiceList, state, result })
}
