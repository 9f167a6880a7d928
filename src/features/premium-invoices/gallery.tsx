import type { GalleryEntry } from '../house/gallery.ts'
import { invented, inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { premiumInvoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import type { PremiumInvoice, PremiumInvoiceRow } from './queries.ts'
import { premiumInvoiceRecord } from './record.tsx'

const states = ['open', 'paid', 'reminded', 'unknown', 'cover_suspended', 'partly_paid', 'overdue', 'cancelled', 'credited']

const row = (n: number): PremiumInvoiceRow => ({
  id: `0190a0b0-0000-7000-8000-00000000010${n}`,
  number: `PR202600000${n}`,
  kind: ['instalment', 'provisional', 'renewal', 'final', 'credit'][n % 5]!,
  period_from: '2026-01-01',
  period_to: '2026-03-31',
  due_on: '2026-01-31',
  total: '9078.14',
  currency: 'CHF',
  state: states[n]!,
  data_as_of: n % 2 ? null : '2026-11-13',
  company: 'Muster Holding AG',
  policy_id: '0190a0b0-0000-7000-8000-000000000001',
  policy_number: 'UVG-52.375.119',
  insurer: 'Baslerhof Versicherung',
  line: 'Unfallversicherung UVG',
  overdue: ['reminded', 'cover_suspended', 'partly_paid', 'overdue'].includes(states[n]!),
})

const invoice: PremiumInvoice = {
  ...row(2),
  invoiced_on: '2025-12-12',
  net: '8645.85',
  stamp_duty: '432.29',
  paid_on: null,
  confidential: false,
}

const paid: PremiumInvoice = {
  ...invoice,
  ...row(1),
  paid_on: '2026-01-27',
  policy_id: null,
  policy_number: null,
  insurer: null,
  line: null,
}

const own = { documents: null, deadlines: [] }

const state = { view: 'all', search: '', order: premiumInvoiceList.order, size: 10, page: 1 }
const rows = states.map((_, n) => row(n))

export const inventedResult = { rows, total: 48, capped: false, page: 1, pages: 5 }

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'premium invoice, overdue', render: (visit) => recordPage(visit, premiumInvoiceRecord, inventedManaged(invoice, own)) },
  {
    name: 'premium invoice, state unknown',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, invented({ ...invoice, ...row(3) }, own)),
  },
  {
    name: 'premium invoice, cover suspended',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, invented({ ...invoice, ...row(4) }, own)),
  },
  {
    name: 'premium invoice, paid, confidential, policy not shared',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, inventedSparse(paid, own)),
  },
]
