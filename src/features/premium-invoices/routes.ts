import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { readList } from '../../records/list-query.ts'
import { listState } from '../../records/list-state.ts'
import { premiumInvoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { premiumInvoiceById } from './queries.ts'

export const routes = [
  get('/premium-invoices', signedIn, async (visit, { query }) => {
    const state = listState(premiumInvoiceList, query)
    return page(listPage(visit, state, await readList(visit.db, premiumInvoiceList, state)))
  }),

  get('/premium-invoices/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await premiumInvoiceById(visit.db, params.id!)))
  }),
]
