import type { GalleryEntry } from '../house/gallery.ts'
import { inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { invoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { noSlipPage } from './pages/no-slip.tsx'
import type { Invoice, InvoiceRow } from './queries.ts'
import { invoiceRecord } from './record.tsx'

const row = (n: number): InvoiceRow => ({
  id: `0190a0b0-0000-7000-8000-00000000040${n}`,
  number: `H2026-000${n}`,
  subject: 'Honorar Brokermandat 2026',
  invoiced_on: '2026-09-30',
  due_on: '2026-10-30',
  total: '6161.70',
  currency: 'CHF',
  state: ['open', 'paid', 'cancelled'][n % 3]!,
  company: 'Muster Holding AG',
  overdue: n === 0,
})

const invoice: Invoice = {
  ...row(0),
  net: '5700.00',
  vat_rate: '8.10',
  vat: '461.70',
  qr_iban: 'CH4431999123000889012',
  qr_reference: '210000000003139471430009017',
  data_as_of: '2026-11-13',
  confidential: false,
}

const own = { documents: null, deadlines: null }
const state = { view: 'all', search: '', order: invoiceList.order, size: 10, page: 1 }

export const inventedResult = {
  rows: Array.from({ length: 3 }, (_, n) => row(n)),
  total: 3,
  capped: false,
  page: 1,
  pages: 1,
}

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'invoice, overdue', render: (visit) => recordPage(visit, invoiceRecord, inventedManaged(invoice, own)) },
  {
    name: 'invoice, paid, without payment details',
    render: (visit) =>
      recordPage(visit, invoiceRecord, inventedSparse({ ...invoice, ...row(1), qr_iban: null, qr_reference: null }, own)),
  },
  {
    name: 'no QR-bill',
    render: (visit) => noSlipPage(visit, invoice, ['creditor_address', 'iban_invalid', 'reference_missing', 'amount']),
  },
]
