import { inventedFile } from '../attachments/invented.ts'
import type { Deadline } from '../deadlines/queries.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import type { Message } from '../messages/queries.ts'
import { inventedManaged } from '../record-page/invented.ts'
import { categoryKeys } from './categories.ts'
import { requestErrors } from './errors.ts'
import { requestList } from './list.tsx'
import { choosePage } from './pages/choose.tsx'
import { listPage } from './pages/list.tsx'
import { type NewState, newPage } from './pages/new.tsx'
import { printPage } from './pages/print.tsx'
import { showPage } from './pages/show.tsx'
import type { RequestRow, ServiceRequest } from './queries.ts'
import { requestStates } from './states.ts'

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`

const row = (n: number): RequestRow => ({
  id: id(n),
  number: `A-2026-000${n + 1}`,
  category: categoryKeys[n % categoryKeys.length]!,
  subject: ['Fahrzeug einlösen: LU 123456', 'Versicherungsnachweis: Stadt Luzern, Tiefbauamt', 'Offerte'][n % 3]!,
  state: requestStates[n % requestStates.length]!,
  state_since: new Date('2026-11-23T08:20:00Z'),
  urgent: n === 2,
  author_name: 'Franziska Keller',
  created_at: new Date('2026-11-23T08:10:00Z'),
  company: 'Muster Holding AG',
})

const request: ServiceRequest = {
  ...row(0),
  category: 'vehicle_in',
  state: 'in_progress',
  urgent: true,
  company_id: id(90),
  audience: ['fleet'],
  version: 2,
  lately: true,
  handler_staff_id: inventedStaff.id,
  handler_name: 'Sophie Dubois',
  next_step: 'Wir erhalten den Nachweis des Versicherers',
  next_on: '2026-11-27',
  cover_confirmed_at: null,
  cover_confirmed_by: null,
  outcome_id: null,
  body: 'Das Fahrzeug wird am Montag abgeholt.\nBitte den Nachweis direkt ans Strassenverkehrsamt.',
  details: {
    ...{ make_model: 'VW Crafter', plate: 'LU 123456', master_number: '123.456.789', vin: 'WV1ZZZ2EZF602' },
    ...{
      first_registered_on: '2026-11-30',
      value: '58400.00',
      cover: 'full',
      leasing: 'yes',
      lessor: 'Muster Leasing AG',
      evn: 'yes',
    },
  },
  wished_on: '2026-11-30',
  about_kind: 'policy',
  about_id: id(50),
  about_label: 'MF-10.207.233 · Motorfahrzeugflotte',
  author_account_id: inventedCustomer.id,
}

const messages: Message[] = [
  {
    id: id(40),
    author_name: 'Sophie Dubois',
    body: 'Guten Tag Frau Keller\n\nWir haben den Nachweis beim Versicherer bestellt.',
    written_at: new Date('2026-11-23T08:30:00Z'),
    own: false,
    by_staff: true,
    seconds_left: 0,
  },
]

const notice: Deadline = {
  kind: 'notice',
  day: '2027-09-30',
  rule: { by: 'clause', months: 3, endsOn: '2027-12-31' },
  id: id(50),
  name: 'Motorfahrzeugflotte',
  company: 'Muster Holding AG',
  insurer: 'Helvetia',
  policyId: id(50),
  policyNumber: 'MF-10.207.233',
  updatedAt: new Date('2026-11-20T08:00:00Z'),
}

const state = { view: 'all', search: '', order: requestList.order, size: 10, page: 1 }
const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const fleet = { kind: 'policy', id: id(50), companyId: id(90), label: 'MF-10.207.233 · Motorfahrzeugflotte' } as const
const policies = [{ id: id(50), number: 'MF-10.207.233', name: 'Motorfahrzeugflotte' }]
const choices = {
  policies,
  vehicles: [{ id: id(51), plate: 'LU 123456', make_model: 'VW Crafter', master_number: '123.456.789' }],
  lines: ['Cyber', 'Motorfahrzeug'],
}
const form = (category: NewState['category']): NewState => ({
  id: id(9),
  category,
  about: null,
  choices,
  values: {},
  errors: {},
  files: nothing,
})
const nothing = { draftId: id(9), files: [], errors: [], tooMuch: false }
const talk = { conversationId: id(41), messages, files: new Map(), firstNew: null, earlierThan: null, past: false, mark: '1.1.1' }
const handlers = [{ id: inventedStaff.id, name: 'Sophie Dubois' }]
const quiet = {
  around: inventedManaged({}).around,
  talk,
  handlers,
  files: [inventedFile],
  mark: '2.0',
  answer: { id: id(8), body: '', files: nothing },
  unread: 0,
}

export const gallery: GalleryEntry[] = [
  {
    name: 'list',
    render: (visit) => listPage(visit, state, { rows: [0, 1, 2, 3, 4, 5].map(row), total: 6, capped: false, page: 1, pages: 1 }),
  },
  { name: 'list, nothing yet', render: (visit) => listPage(visit, state, none) },
  { name: 'list, nothing yet, for staff', render: (visit) => listPage({ ...visit, actor: inventedStaff }, state, none) },
  { name: 'choose', render: (visit) => choosePage(visit, null) },
  ...categoryKeys.map((category) => ({
    name: `new, ${category}`,
    render: (visit: Parameters<GalleryEntry['render']>[0]) => newPage(visit, form(category)),
  })),
  {
    name: 'new, from a policy',
    render: (visit) => newPage(visit, { ...form('contract_change'), about: fleet, choices: { ...choices, policies: [] } }),
  },
  {
    name: 'new, refused',
    render: (visit) => {
      const wrong = [
        { field: 'plate', code: 'required' },
        { field: 'wished_on', code: 'day' },
      ]
      return newPage(visit, {
        ...form('vehicle_in'),
        values: { wished_on: 'morgen' },
        errors: requestErrors(visit.language, 'vehicle_in', wrong),
      })
    },
  },
  {
    name: 'new, termination of a policy',
    render: (visit) => newPage(visit, { ...form('termination'), about: fleet, choices: { ...choices, policies: [] }, notice }),
  },
  { name: 'request', render: (visit) => showPage(visit, request, quiet) },
  {
    name: 'request for staff',
    render: (visit) => showPage({ ...visit, actor: inventedStaff, accountManager: null }, request, quiet),
  },
  {
    name: 'request, changed by somebody else meanwhile',
    render: (visit) => {
      const values = { state: 'done', handler: '', next_step: 'Erledigt', next_on: 'bald', urgent: '', cover_confirmed: 'on' }
      const errors = requestErrors(visit.language, 'vehicle_in', [{ field: 'next_on', code: 'day' }])
      return showPage({ ...visit, actor: inventedStaff, accountManager: null }, request, {
        ...quiet,
        handling: { values, errors },
        conflict: true,
      })
    },
  },
  {
    name: 'request, done, cover confirmed, can be opened again',
    render: (visit) => {
      const confirmed = { cover_confirmed_at: new Date('2026-11-24T08:30:00Z'), cover_confirmed_by: 'Sophie Dubois' }
      return showPage(visit, { ...request, ...confirmed, state: 'done', urgent: false }, quiet)
    },
  },
  {
    name: 'request, done long ago',
    render: (visit) => showPage(visit, { ...request, state: 'done', category: 'offer', details: {}, lately: false }, quiet),
  },
  {
    name: 'termination, with its deadline',
    render: (visit) => showPage(visit, { ...request, category: 'termination', details: {}, state: 'new' }, { ...quiet, notice }),
  },
  {
    name: 'print',
    render: (visit) => printPage(visit, request, { messages, files: new Map(), cut: false }, [inventedFile]),
  },
  {
    name: 'request, withdrawn, record out of sight',
    render: (visit) =>
      showPage(
        visit,
        { ...request, state: 'withdrawn', about_label: null },
        { ...quiet, talk: { ...talk, messages: [] }, tooLate: true },
      ),
  },
]
