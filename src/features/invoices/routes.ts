import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { invoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { noSlipPage } from './pages/no-slip.tsx'
import { paymentSlip } from './payment-slip.ts'
import { invoicePdf } from './pdf.ts'
import { invoiceById, partiesOf } from './queries.ts'
import { invoiceRecord } from './record.tsx'

export const routes = [
  ...listRoutes(invoiceList, signedIn, listPage),

  ...recordRoutes(invoiceRecord, signedIn),

  get('/invoices/:id/pdf', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const invoice = await invoiceById(visit.db, params.id!)
    const parties = await partiesOf(visit.db, invoice.id)
    const slip = invoice.state === 'open' ? paymentSlip(invoice, parties.creditor, parties.debtor) : null
    if (slip && !slip.ok) return page(noSlipPage(visit, invoice, slip.problems), 404)
    const body = await invoicePdf({ invoice, ...parties, slip: slip?.data ?? null }, visit.language, visit.brokerage.brandColour)
    const name = invoice.number.replace(/[^\w.-]/g, '_')
    const headers = { 'content-disposition': `attachment; filename="${name}.pdf"`, 'cache-control': 'private, no-store' }
    return { kind: 'text', type: 'application/pdf', body, headers }
  }),
]
