import { uploadPhrases } from '../documents/upload-phrases.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { invented, inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { premiumInvoiceList } from './list.tsx'
import type { OpenedInvoice } from './opened.ts'
import { listPage } from './pages/list.tsx'
import { paymentPage } from './pages/payment.tsx'
import { reminderPage } from './pages/reminder.tsx'
import { paymentPhrases } from './payment-phrases.ts'
import type { PremiumInvoiceRow } from './queries.ts'
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
  reported_paid_on: null,
  reminded_on: null,
  overdue: ['reminded', 'cover_suspended', 'partly_paid', 'overdue'].includes(states[n]!),
})

const invoice: OpenedInvoice = {
  ...row(2),
  invoiced_on: '2025-12-12',
  net: '8645.85',
  stamp_duty: '432.29',
  paid_on: null,
  company_id: 'f1',
  line_code: 'SACH',
  policy_name: 'Sach / Geschäftsinventar',
  lines: [
    { kind: 'net', label: null, amount: '8600.00' },
    { kind: 'instalment_surcharge', label: 'Zahlung in vier Raten', amount: '45.85' },
    { kind: 'stamp_duty', label: null, amount: '432.30' },
  ],
  rest: '-0.01',
  report: null,
  reminders: [],
  suspension: { phase: 'undated' },
}

const reminded: OpenedInvoice = {
  ...invoice,
  reminded_on: '2026-11-18',
  reminders: [
    {
      id: row(7).id,
      dispatched_on: '2026-11-18',
      added_at: new Date('2026-11-20T09:00:00Z'),
      document_id: row(8).id,
      name: 'Keller Franziska',
      own: true,
      by_broker: false,
    },
    {
      id: row(5).id,
      dispatched_on: '2026-11-20',
      added_at: new Date('2026-11-23T09:00:00Z'),
      document_id: row(6).id,
      name: null,
      own: false,
      by_broker: true,
    },
  ],
  suspension: { phase: 'running', remindedOn: '2026-11-18', payBy: '2026-12-02', since: '2026-12-03' },
}

const reported: OpenedInvoice = {
  ...invoice,
  ...row(0),
  reported_paid_on: '2026-11-20',
  overdue: false,
  report: {
    id: row(6).id,
    paid_on: '2026-11-20',
    reported_at: new Date('2026-11-21T09:00:00Z'),
    name: null,
    own: false,
  },
  suspension: null,
}

const form = { id: row(7).id, dispatchedOn: '', errors: {}, fileErrors: [] }

const paid: OpenedInvoice = {
  ...invoice,
  ...row(1),
  paid_on: '2026-01-27',
  suspension: null,
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
  {
    name: 'premium invoice, reminded of, nobody knows when',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, inventedManaged(invoice, own)),
  },
  {
    name: 'premium invoice, fourteen days run',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, invented(reminded, own)),
  },
  {
    name: 'premium invoice, fourteen days are over',
    render: (visit) =>
      recordPage(
        visit,
        premiumInvoiceRecord,
        invented(
          {
            ...reminded,
            suspension: {
              phase: 'suspended',
              remindedOn: '2026-10-18',
              payBy: '2026-11-01',
              since: '2026-11-02',
              lapses: '2027-01-01',
            },
          },
          own,
        ),
      ),
  },
  {
    name: 'premium invoice, state unknown',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, invented({ ...invoice, ...row(3), suspension: null }, own)),
  },
  {
    name: 'premium invoice, reported as paid',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, invented(reported, own)),
  },
  {
    name: 'premium invoice, cover suspended',
    render: (visit) =>
      recordPage(visit, premiumInvoiceRecord, invented({ ...invoice, ...row(4), suspension: { phase: 'stated' } }, own)),
  },
  {
    name: 'premium invoice, paid, confidential, policy not shared',
    render: (visit) => recordPage(visit, premiumInvoiceRecord, inventedSparse(paid, own)),
  },
  { name: 'report as paid', render: (visit) => paymentPage(visit, invoice, { id: row(7).id, paidOn: '25.11.2026' }) },
  {
    name: 'report as paid, refused',
    render: (visit) =>
      paymentPage(visit, invoice, {
        id: row(7).id,
        paidOn: '31.12.2026',
        error: paymentPhrases(visit.language).error_future,
      }),
  },
  { name: 'reminder', render: (visit) => reminderPage(visit, invoice, form) },
  {
    name: 'reminder, refused',
    render: (visit) => {
      const t = paymentPhrases(visit.language)
      const errors = { dispatched_on: t.error_dispatched_on, files: uploadPhrases(visit.language).error_none }
      return reminderPage(visit, invoice, { ...form, errors })
    },
  },
]
