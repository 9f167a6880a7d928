import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { policyList } from '../policies/list.tsx'
import type { RoleRequest } from '../portal-accounts/queries.ts'
import { companyList } from './list.tsx'
import { mergePhrases } from './merge-phrases.ts'
import { archivePage } from './pages/archive.tsx'
import { type CompanyForm, companyFormPage, typedCompany } from './pages/form.tsx'
import { listPage } from './pages/list.tsx'
import { mergePage } from './pages/merge.tsx'
import { historyPage, peoplePage, recordsPage } from './pages/parts.tsx'
import { showPage } from './pages/show.tsx'
import { structurePage } from './pages/structure.tsx'
import { type UserManagerForm, userManagerPage } from './pages/user-manager.tsx'
import type { Company, CompanyEvent, CompanyRow, Person } from './queries.ts'
import { tabPhrases } from './tab-phrases.ts'

const row = (n: number, name: string, town: string, user_managers: number): CompanyRow => ({
  id: `0190a0b0-0000-7000-8000-0000000000f${n}`,
  name,
  number: `K-1000${n}`,
  town,
  state: 'active',
  account_manager: n % 2 ? 'Sophie Dubois' : 'Marc Hostettler',
  user_managers,
  policies: n * 7,
  open_claims: n % 2,
  last_sign_in: user_managers > 0 ? new Date('2026-11-24T09:12:00Z') : null,
})

const rows = [
  row(1, 'Muster Holding AG', 'Lugano', 2),
  row(2, 'Muster Bau AG', 'Fribourg', 0),
  row(3, 'Muster Logistik AG', 'Luzern', 1),
  row(4, 'Personenversicherungsvermittlungsgesellschaft Beispiel und Partner AG', 'La Chaux-de-Fonds', 0),
]

const company: Company = {
  ...rows[0]!,
  street: 'Rosenweg 1',
  postal_code: '6900',
  canton: 'TI',
  uid: 'CHE-530.201.652',
  noga: '642000',
  language: 'it',
  remark: 'Kein Anruf am Freitag',
  parent_id: null,
  assignable_roles: null,
  manages_subsidiaries: false,
  sensitive_roles_need_approval: null,
  account_manager_id: '0190a0b0-0000-7000-8000-0000000000a1',
  team_id: null,
  team: null,
  version: 3,
  merged_into: null,
  account_manager_email: 'sophie.dubois@broker6323.example',
}

const holding = [
  { id: rows[0]!.id, name: 'Muster Holding AG', level: 0 },
  { id: rows[1]!.id, name: 'Muster Bau AG', level: 1 },
  { id: 'f9', name: 'Muster Tiefbau AG', level: 2 },
  { id: rows[2]!.id, name: 'Muster Logistik AG', level: 1 },
]

const people: Person[] = [
  ['Keller Franziska', 'active', true],
  ['Rieder Anja', 'invited', false],
  ['Rolf Mustermann', 'suspended', false],
  ['Studer Daniel', 'none', false],
].map(([full_name, account_state, user_manager], n) => ({
  id: `p${n}`,
  full_name: full_name as string,
  email: `person${n}@muster.example`,
  position: null,
  account_state: account_state as Person['account_state'],
  user_manager: user_manager as boolean,
}))

const request: RoleRequest = {
  id: 'r1',
  role: 'fleet',
  account_id: 'a1',
  company_id: 'f1',
  valid_until: null,
  reason: 'Vertretung des Fuhrparkleiters',
  requested_by: 'Franziska Keller',
  requested_by_account: 'a1',
  requested_at: new Date('2026-11-21T09:00:00Z'),
  expires_at: new Date('2026-11-28T09:00:00Z'),
  login_id: 'l9',
  contact_id: 'c1',
  person: 'Keller Franziska',
  company: 'Muster Holding AG',
  assignable_roles: null,
  requester_id: 'a1',
}

const state = { view: 'all', search: '', order: companyList.order, size: 10, page: 1 }
const result = { rows, total: 4, capped: false, page: 1, pages: 1 }
const asStaff = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })
const asAuditor = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, function: 'auditor' as const },
  accountManager: null,
})

const form: UserManagerForm = {
  company,
  people,
  ids: { contact: '0190a0b0-0000-7000-8000-000000000098', account: '0190a0b0-0000-7000-8000-000000000099' },
  values: { person: '', salutation: '', first_name: '', last_name: '', email: '', language: 'it' },
  errors: {},
  refused: null,
}

const parents = [{ value: rows[1]!.id, label: 'Muster Bau AG (K-10002)' }]

const happened: CompanyEvent[] = [
  {
    id: 'e1',
    at: new Date('2026-11-24T10:00:00Z'),
    verb: 'company.edited',
    actor_name: 'Sophie Dubois',
    actor_kind: 'staff',
    details: {},
  },
]

const merging = { contacts: 4, accounts: 3, records: 128, below: 2, renumbered: 1, at_both: [] }

const edited: CompanyForm = {
  company,
  id: company.id,
  version: 3,
  values: typedCompany(company),
  managers: [{ value: company.account_manager_id!, label: 'Dubois Sophie' }],
  teams: [],
  errors: {},
  conflict: false,
}

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(asStaff(visit), state, result) },
  { name: 'list, something waits', render: (visit) => listPage(asStaff(visit), state, result, [request]) },
  { name: 'list, for an auditor', render: (visit) => listPage(asAuditor(visit), state, result, [request]) },
  {
    name: 'list, empty',
    render: (visit) => listPage(asStaff(visit), state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'company, holding', render: (visit) => showPage(asStaff(visit), { company, holding, people }) },
  {
    name: 'company, alone, nobody there',
    render: (visit) =>
      showPage(asStaff(visit), { company: { ...company, ...rows[3]!, remark: null }, holding: holding.slice(0, 1), people: [] }),
  },
  { name: 'company, for an auditor', render: (visit) => showPage(asAuditor(visit), { company, holding, people }) },
  {
    name: 'company, archived',
    render: (visit) =>
      showPage(asStaff(visit), { company: { ...company, state: 'archived' }, holding: [], people: people.slice(3) }),
  },
  { name: 'contacts and accounts', render: (visit) => peoplePage(asStaff(visit), { company, people }) },
  { name: 'contacts and accounts, nobody', render: (visit) => peoplePage(asStaff(visit), { company, people: [] }) },
  {
    name: 'records, none',
    render: (visit) =>
      recordsPage(asStaff(visit), { company, part: 'policies', list: policyList, result: { ...result, rows: [], total: 0 } }),
  },
  {
    name: 'structure',
    render: (visit) => structurePage(asStaff(visit), { company, holding, parents, parent: '', refused: null }),
  },
  {
    name: 'structure, refused',
    render: (visit) =>
      structurePage(asStaff(visit), {
        ...{ company, holding, parents, parent: parents[0]!.value },
        refused: tabPhrases(visit.language).why_cycle,
      }),
  },
  {
    name: 'structure, alone',
    render: (visit) => structurePage(asAuditor(visit), { company, holding: [], parents, parent: '', refused: null }),
  },
  { name: 'history', render: (visit) => historyPage(asStaff(visit), { company, happened }) },
  { name: 'history, nothing', render: (visit) => historyPage(asStaff(visit), { company, happened: [] }) },
  { name: 'edit', render: (visit) => companyFormPage(asStaff(visit), edited) },
  {
    name: 'edit, somebody was faster',
    render: (visit) =>
      companyFormPage(asStaff(visit), { ...edited, conflict: true, values: { ...edited.values, town: 'Paradiso', uid: '' } }),
  },
  {
    name: 'new, with errors',
    render: (visit) => {
      const t = tabPhrases(visit.language)
      const values = { ...edited.values, name: '', uid: 'CHE-1' }
      return companyFormPage(asStaff(visit), {
        ...edited,
        company: null,
        values,
        errors: { name: t.error_name, uid: t.error_uid },
      })
    },
  },
  {
    name: 'archive, check',
    render: (visit) =>
      archivePage(asStaff(visit), { company, effects: { accounts: 4, invitations: 1, records: 1284, requests: 2 } }),
  },
  {
    name: 'merge, choose',
    render: (visit) => mergePage(asStaff(visit), { company, choices: parents, chosen: null, refused: null }),
  },
  {
    name: 'merge, check',
    render: (visit) =>
      mergePage(asStaff(visit), { company, choices: parents, chosen: { into: company, effects: merging }, refused: null }),
  },
  {
    name: 'merge, somebody at both',
    render: (visit) =>
      mergePage(asStaff(visit), {
        ...{ company, choices: parents, refused: mergePhrases(visit.language).merged_meanwhile },
        chosen: { into: company, effects: { ...merging, at_both: ['Keller Franziska'] } },
      }),
  },
  {
    name: 'company, merged into another',
    render: (visit) =>
      showPage(asStaff(visit), { company: { ...company, state: 'archived', merged_into: rows[1]!.id }, holding: [], people: [] }),
  },
  { name: 'user manager', render: (visit) => userManagerPage(asStaff(visit), form) },
  {
    name: 'user manager, with errors',
    render: (visit) =>
      userManagerPage(asStaff(visit), {
        ...form,
        errors: {
          last_name: 'Geben Sie den Nachnamen ein',
          email: 'Geben Sie eine E-Mail-Adresse wie anja.rieder@muster.example ein',
        },
      }),
  },
]
