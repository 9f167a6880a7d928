import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { premiumInvoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { premiumInvoiceById } from './queries.ts'

export const routes = [
  ...listRoutes(premiumInvoiceList, signedIn, listPage),

  get('/premium-invoices/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await premiumInvoiceById(visit.db, params.id!)))
  }),
]
