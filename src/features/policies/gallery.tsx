import type { Language } from '../../platform/phrases.ts'
import type { ListAround } from '../../records/list-around.ts'
import type { Closed } from '../../records/list-closed.ts'
import type { SavedView } from '../../records/list-saved.ts'
import { lineRoles } from '../../records/roles.ts'
import { inventedResult as claims } from '../claims/gallery.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { listPage as anyListPage } from '../house/list-page.tsx'
import { inventedResult as objects } from '../insured-objects/gallery.tsx'
import { messagePhrases } from '../messages/phrases.ts'
import { inventedResult as premiumInvoices } from '../premium-invoices/gallery.tsx'
import { invented, inventedManaged, inventedSparse, writing } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { policyList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { policyPhrases } from './phrases.ts'
import type { PolicyRow } from './queries.ts'
import { type OpenedPolicy, policyRecord } from './record.tsx'
import { policyStates } from './states.ts'

const row = (n: number): PolicyRow => ({
  id: `0190a0b0-0000-7000-8000-00000000000${n}`,
  number: `MF-10.207.23${n}`,
  line: 'Motorfahrzeugflotte',
  insurer: 'Alpina Allgemeine Versicherungsgesellschaft',
  company: 'Muster Holding AG',
  premium_gross: '20789.80',
  currency: 'CHF',
  ends_on: '2028-12-31',
  state: ['active', 'terminated', 'expired', 'replaced', 'offer', 'suspended'][n % 6]!,
  confidential: n === 3,
})

const suspension = { phase: 'running', remindedOn: '2026-11-18', payBy: '2026-12-02', since: '2026-12-03' } as const

const policy: OpenedPolicy = {
  ...row(0),
  company_id: '0190a0b0-0000-7000-8000-0000000000c1',
  name: 'Motorfahrzeugflotte',
  line_code: 'MF',
  starts_on: '2026-01-01',
  notice_months: 3,
  payment_mode: 'yearly',
  premium_net: '19799.80',
  stamp_duty: '990.00',
  deductible: '5000.00',
  sum_insured: '10000000.00',
  data_as_of: '2026-10-17',
  related: { objects, premiumInvoices, claims },
  atRisk: [{ suspension, invoice: { ...premiumInvoices.rows[2]!, policy_name: 'Motorfahrzeugflotte', line_code: 'MF' } }],
}

const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const sparse: OpenedPolicy = {
  ...policy,
  confidential: true,
  name: '',
  starts_on: null,
  ends_on: null,
  notice_months: null,
  deductible: null,
  sum_insured: null,
  payment_mode: null,
  related: { objects: none, premiumInvoices: none, claims: none },
  atRisk: [],
}

const state = { view: 'all', search: '', order: policyList.order, size: 10, page: 1 }
const rows = Array.from({ length: 9 }, (_, n) => row(n))

const fleet: SavedView = {
  id: '0190a0b0-0000-7000-8000-0000000000f1',
  name: 'Flotte, läuft 2027 ab',
  query: 'f.line=MF',
  shared: true,
  own: true,
}
const colleagues: SavedView = { ...fleet, id: '0190a0b0-0000-7000-8000-0000000000f2', name: 'Jahresgespräch', own: false }
const active = { state: ['active', 'suspended'], 'ends.from': ['2027-01-01'], 'ends.to': ['2027-12-31'] }
const around: ListAround = {
  saved: [fleet, colleagues],
  filters: {
    active,
    options: {
      state: policyStates.map((value) => ({ value, label: policyPhrases('de')[value] })),
      line: [
        { value: 'MF', label: 'Motorfahrzeugflotte' },
        { value: 'BH', label: 'Betriebshaftpflicht' },
      ],
      insurer: Array.from({ length: 12 }, (_, n) => ({
        value: `V${n}`,
        label: `Alpina Allgemeine Versicherungsgesellschaft ${n}`,
      })),
      company: [],
    },
  },
  notice: null,
  closed: null,
  print: null,
}
const filtered = { ...state, filters: active, saved: { id: fleet.id, query: fleet.query } }
const closed = (ask: string[]): Closed => ({ roles: [...lineRoles, 'full_access'], ask })
const choosing = {
  ...policyList,
  selection: { actions: [{ path: '/policies', label: (l: Language) => policyPhrases(l).title, icon: 'download' }] },
}
const found = { rows: rows.slice(0, 4), total: 4, capped: false, page: 1, pages: 1 }

export const gallery: GalleryEntry[] = [
  { name: 'list, filters open', render: (visit) => listPage(visit, { ...filtered, panel: true }, { ...found, around }) },
  { name: 'list, chips and a changed view', render: (visit) => listPage(visit, filtered, { ...found, around }) },
  {
    name: 'list, view just saved',
    render: (visit) =>
      listPage(
        visit,
        { ...state, filters: { line: ['MF'] }, saved: { id: fleet.id, query: fleet.query } },
        { ...found, around: { ...around, notice: 'view_created' } },
      ),
  },
  {
    name: 'list, too many exports',
    render: (visit) => listPage(visit, state, { ...found, around: { ...around, notice: { exportsFull: { minutes: 42 } } } }),
  },
  {
    name: 'list, for paper',
    render: (visit) => listPage(visit, filtered, { ...found, total: 1200, around: { ...around, print: { cut: true } } }),
  },
  { name: 'list', render: (visit) => listPage(visit, state, { rows, total: 48, capped: false, page: 1, pages: 5 }) },
  {
    name: 'list, very many',
    render: (visit) => listPage(visit, { ...state, page: 7 }, { rows, total: 10000, capped: true, page: 7, pages: 1000 }),
  },
  {
    name: 'list, no match',
    render: (visit) =>
      listPage(visit, { ...state, search: 'Kühltransport' }, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  {
    name: 'list, no match for filters',
    render: (visit) => listPage(visit, filtered, { ...none, around }),
  },
  {
    name: 'list, closed: a role is missing',
    render: (visit) =>
      listPage(visit, state, { ...none, around: { ...around, closed: closed(['Franziska Keller', 'Rolf Mustermann']) } }),
  },
  {
    name: 'list, closed: nobody to ask but the broker',
    render: (visit) => listPage(visit, state, { ...none, around: { ...around, closed: closed([]) } }),
  },
  {
    name: 'list, rows chosen',
    render: (visit) => anyListPage(visit, { list: choosing, state: { ...state, allChosen: true }, result: { ...found, around } }),
  },
  { name: 'policy', render: (visit) => recordPage(visit, policyRecord, invented(policy)) },
  { name: 'policy, who sees it', render: (visit) => recordPage(visit, policyRecord, inventedManaged(policy)) },
  {
    name: 'policy, message refused',
    render: (visit) =>
      recordPage(visit, policyRecord, invented(policy), {
        writing: { ...writing, error: messagePhrases(visit.language).error_body },
      }),
  },
  {
    name: 'policy, confidential and sparse',
    render: (visit) => recordPage(visit, policyRecord, inventedSparse(sparse)),
  },
]
