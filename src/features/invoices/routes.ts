import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { readList } from '../../records/list-query.ts'
import { listState } from '../../records/list-state.ts'
import { invoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { invoiceById } from './queries.ts'

export const routes = [
  get('/invoices', signedIn, async (visit, { query }) => {
    const state = listState(invoiceList, query)
    return page(listPage(visit, state, await readList(visit.db, invoiceList, state)))
  }),

  get('/invoices/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await invoiceById(visit.db, params.id!)))
  }),
]
