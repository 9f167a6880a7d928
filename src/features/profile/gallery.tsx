import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import type { OwnFactors } from '../second-factor/own.ts'
import { acceptedTermsPage, dataPage } from './pages/data.tsx'
import { passwordPage } from './pages/password.tsx'
import { profilePage } from './pages/profile.tsx'
import { rightsPage } from './pages/rights.tsx'
import { securityPage } from './pages/security.tsx'
import type { OwnSession, RememberedBrowser } from './queries.ts'
import type { AreaCounts, Grant } from './rights.ts'

const since = new Date('2026-11-12T08:10:00Z')
const soon = new Date('2027-01-31T22:59:59Z')
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/20.0 Safari/604.1'

const userManagers = ['Franziska Keller']
const employee = { ...inventedCustomer, roles: new Set(['customer', 'personal_lines']) }
const trustee = { ...inventedCustomer, elsewhere: [{ accountId: 'a2', companyName: 'Matte Maschinen AG', unread: 3 }] }
const values = { position: 'Leitung HR', phone: '031 555 00 96', mobile: '' }
const contact = { values, version: 3, errors: {}, conflict: null }

const session = { way: 'password', account_id: 'a1', source: '203.0.113.7', created_at: since, last_seen_at: since }
const sessions: OwnSession[] = [
  { ...session, id: 's1', user_agent: firefox, way: 'code', remember_id: 'r1' },
  { ...session, id: 's2', account_id: 'a2', user_agent: phone, remember_id: null },
  { ...session, id: 's3', user_agent: null, source: null, remember_id: null },
]
const noFactor: OwnFactors = { factors: [], codesLeft: 0, required: false }
const factors: OwnFactors = {
  factors: [
    { id: 'f1', kind: 'app', name: 'Authenticator', created_at: since, last_used_at: since },
    { id: 'f2', kind: 'passkey', name: 'Notebook im Büro', created_at: since, last_used_at: null },
  ],
  codesLeft: 9,
  required: true,
}
const oneFactor = { ...factors, factors: factors.factors.slice(0, 1), codesLeft: 1 }
const remembered: RememberedBrowser[] = [
  { id: 'r1', account_id: 'a1', user_agent: firefox, created_at: since, rotated_at: since, expires_at: soon },
  { id: 'r2', account_id: 'a2', user_agent: null, created_at: since, rotated_at: since, expires_at: soon },
]

const grant = {
  valid_from: since,
  valid_until: null,
  granted_by: 'Franziska Keller',
  approved_by: null,
  withdrawn_by: null,
  reason: null,
  current: true,
}
const grants: Grant[] = [
  { ...grant, id: 'g0', role: 'customer', granted_by: 'Sophie Dubois' },
  { ...grant, id: 'g1', role: 'user_manager', granted_by: 'Sophie Dubois' },
  { ...grant, id: 'g2', role: 'personal_lines', valid_until: soon, reason: 'Vertretung während des Mutterschaftsurlaubs' },
  { ...grant, id: 'g3', role: 'full_access', approved_by: 'Sophie Dubois' },
  { ...grant, id: 'g4', role: 'group_manager' },
  { ...grant, id: 'g5', role: 'fleet', valid_from: soon, current: false },
  { ...grant, id: 'g6', role: 'other_lines', valid_until: since, withdrawn_by: 'Franziska Keller', current: false },
]
const counted = (all: number, lines = 0): AreaCounts => ({
  all,
  below: Math.floor(all / 3),
  only_full: Math.floor(all / 5),
  occupational_pension: 0,
  personal_lines: lines,
  fleet: 0,
  other_lines: 0,
})
const counts = {
  policy: counted(23, 3),
  premium_invoice: counted(10_001, 41),
  insured_object: counted(38),
  claim: counted(1),
  invoice: counted(0),
  document: counted(54, 1),
}
const rights = {
  person: inventedCustomer,
  grants,
  waiting: [{ id: 'q1', role: 'occupational_pension', requested_at: since, requested_by: 'Franziska Keller' }],
  counts,
  people: { contacts: 5, accounts: 3 },
  userManagers: ['Anja Rieder'],
}
const nothing = counted(0)
const none = {
  policy: nothing,
  premium_invoice: nothing,
  insured_object: nothing,
  claim: nothing,
  invoice: nothing,
  document: nothing,
}

const terms = [
  { version: 2, language: 'de', title: 'Allgemeine Geschäftsbedingungen', accepted_at: since, current: true },
  { version: 1, language: 'fr', title: 'Conditions générales', accepted_at: since, current: false },
]
const text = { ...terms[0]!, body: 'Geltungsbereich\n\nDiese Bedingungen gelten für das Kundenportal.', unchanged: true }

export const gallery: GalleryEntry[] = [
  { name: 'profile', render: (visit) => profilePage(visit, { person: employee, contact, userManagers }) },
  { name: 'profile, saved', render: (visit) => profilePage(visit, { person: employee, contact, userManagers, done: 'saved' }) },
  {
    name: 'profile, refused',
    render: (visit) =>
      profilePage(visit, { person: employee, contact, userManagers, errors: [{ field: 'theme', code: 'choose' }] }),
  },
  {
    name: 'profile, contact refused',
    render: (visit) =>
      profilePage(visit, {
        person: employee,
        userManagers,
        contact: { ...contact, values: { ...values, phone: 'abc' }, errors: { phone: 'Geben Sie eine Telefonnummer ein.' } },
      }),
  },
  {
    name: 'profile, contact in conflict',
    render: (visit) =>
      profilePage(visit, {
        person: employee,
        userManagers,
        contact: { ...contact, conflict: { ...values, phone: '031 555 00 97' } },
      }),
  },
  {
    name: 'profile of a user manager',
    render: (visit) => profilePage(visit, { person: inventedCustomer, contact, userManagers: [] }),
  },
  {
    name: 'profile of staff',
    render: (visit) =>
      profilePage({ ...visit, actor: inventedStaff }, { person: inventedStaff, contact: null, userManagers: [] }),
  },
  {
    name: 'profile, security',
    render: (visit) => securityPage({ ...visit, actor: trustee }, { person: trustee, sessions, remembered, second: factors }),
  },
  {
    name: 'profile, security, one device',
    render: (visit) =>
      securityPage(visit, {
        person: inventedCustomer,
        sessions: sessions.slice(0, 1),
        remembered: [],
        second: noFactor,
        done: 'password',
      }),
  },
  {
    name: 'profile, security of staff',
    render: (visit) =>
      securityPage(
        { ...visit, actor: inventedStaff },
        { person: inventedStaff, sessions, remembered: [], second: oneFactor, done: 'last_factor' },
      ),
  },
  { name: 'profile, rights', render: (visit) => rightsPage(visit, rights) },
  {
    name: 'profile, no rights',
    render: (visit) => {
      const actor = { ...inventedCustomer, roles: new Set(['customer', 'fleet']) }
      const held = [grants[0]!, { ...grant, id: 'g7', role: 'fleet' }]
      return rightsPage(
        { ...visit, actor },
        { ...rights, person: actor, grants: held, waiting: [], counts: none, userManagers: [] },
      )
    },
  },
  { name: 'profile, data', render: (visit) => dataPage(visit, { person: inventedCustomer, terms }) },
  {
    name: 'profile, data asked for too often',
    render: (visit) => dataPage(visit, { person: inventedCustomer, terms, tooOften: true }),
  },
  {
    name: 'profile, data of staff',
    render: (visit) => dataPage({ ...visit, actor: inventedStaff }, { person: inventedStaff, terms: [] }),
  },
  { name: 'profile, terms again', render: (visit) => acceptedTermsPage(visit, text) },
  { name: 'profile, terms changed', render: (visit) => acceptedTermsPage(visit, { ...text, unchanged: false }) },
  { name: 'profile, password', render: (visit) => passwordPage(visit, { person: inventedCustomer }) },
  {
    name: 'profile, password refused',
    render: (visit) =>
      passwordPage(visit, {
        person: inventedCustomer,
        errors: [
          { field: 'present', code: 'missing' },
          { field: 'password', code: 'common' },
          { field: 'confirmation', code: 'different' },
        ],
      }),
  },
  {
    name: 'profile, password wrong',
    render: (visit) => passwordPage(visit, { person: inventedCustomer, errors: [{ field: 'present', code: 'wrong' }] }),
  },
  {
    name: 'profile, password with a wait',
    render: (visit) => passwordPage(visit, { person: inventedCustomer, errors: [{ field: 'present', code: 'wait' }] }),
  },
]
