import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import type { ContactField } from './input.ts'
import { contactList } from './list.tsx'
import { editPage, newPage } from './pages/form.tsx'
import { listPage } from './pages/list.tsx'
import type { AccountState, Contact, ContactRow } from './queries.ts'
import { typedValues } from './values.ts'

const states: AccountState[] = ['active', 'none', 'invited', 'suspended']
const people = [
  ['Keller Franziska', 'franziska.keller@muster.example', null, null, null],
  ['Rieder Anja', 'anja.rieder@muster.example', 'Backoffice', '+41315550096', '+41795555059'],
  ['Rolf Mustermann', 'rolf.mustermann@muster.example', null, null, '+41765557202'],
  ['Studer Daniel', 'daniel.studer@muster.example', 'Mitarbeiter', null, '+41795552243'],
] as const

const rows: ContactRow[] = people.map(([full_name, email, position, phone, mobile], n) => ({
  id: `0190a0b0-0000-7000-8000-00000000001${n}`,
  full_name,
  email,
  position,
  phone,
  mobile,
  company: 'Muster Holding AG',
  account_state: states[n]!,
}))

const contact: Contact = {
  id: '0190a0b0-0000-7000-8000-000000000011',
  company_id: 'f1',
  salutation: 'mrs',
  first_name: 'Anja',
  last_name: 'Rieder',
  full_name: 'Rieder Anja',
  email: 'anja.rieder@muster.example',
  email_key: 'anja.rieder@muster.example',
  position: 'Backoffice',
  phone: '+41315550096',
  mobile: '+41795555059',
  language: 'de',
  version: 3,
  company: 'Muster Holding AG',
  account_id: 'a2',
  account_state: 'active',
}

const state = { view: 'all', search: '', order: contactList.order, size: 10, page: 1 }
const found = { rows, total: rows.length, capped: false, page: 1, pages: 1 }
const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const company = { id: 'f1', name: 'Muster Holding AG', language: 'de' }
const empty: Record<ContactField, string> = {
  salutation: '',
  first_name: '',
  last_name: '',
  email: '',
  position: '',
  phone: '',
  mobile: '',
  language: 'de',
}
const clean = { errors: {}, sameEmail: false }
const fresh = { id: '0190a0b0-0000-7000-8000-000000000099', companies: [company], companyId: 'f1' }

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, found) },
  {
    name: 'list, for staff',
    render: (visit) => listPage({ ...visit, actor: inventedStaff, accountManager: null }, state, found),
  },
  {
    name: 'list, for everybody else',
    render: (visit) => {
      const actor = { ...visit.actor, roles: new Set(['customer', 'fleet']) } as typeof visit.actor
      return listPage({ ...visit, actor }, state, { ...found, rows: rows.slice(0, 1), total: 1 })
    },
  },
  { name: 'list, empty', render: (visit) => listPage(visit, state, none) },
  { name: 'list, no match', render: (visit) => listPage(visit, { ...state, search: 'Zürcher' }, none) },
  { name: 'new', render: (visit) => newPage(visit, { ...fresh, ...clean, values: empty }) },
  {
    name: 'new, for staff',
    render: (visit) =>
      newPage(
        { ...visit, actor: inventedStaff, accountManager: null },
        { ...fresh, companies: [company, { id: 'f2', name: 'Muster Bau AG', language: 'fr' }], ...clean, values: empty },
      ),
  },
  {
    name: 'new, with errors',
    render: (visit) =>
      newPage(visit, {
        ...fresh,
        values: { ...empty, first_name: 'Lea', email: 'lea@', phone: 'abc' },
        errors: {
          last_name: 'Geben Sie den Nachnamen ein',
          email: 'Geben Sie eine E-Mail-Adresse wie anja.rieder@muster.example ein',
          phone: 'Geben Sie eine Telefonnummer ein, zum Beispiel 031 555 00 96 oder +49 30 123456, oder lassen Sie das Feld leer',
        },
        sameEmail: false,
      }),
  },
  {
    name: 'new, address known at the company',
    render: (visit) =>
      newPage(visit, {
        ...fresh,
        values: { ...empty, last_name: 'Rieder', email: 'anja.rieder@muster.example' },
        errors: {
          email: 'Mit dieser E-Mail-Adresse ist in der Firma schon erfasst: Rieder Anja. Prüfen Sie, ob es dieselbe Person ist.',
        },
        sameEmail: true,
      }),
  },
  {
    name: 'edit',
    render: (visit) => editPage(visit, { contact, version: 3, conflict: null, values: typedValues(contact), ...clean }),
  },
  {
    name: 'edit, invited',
    render: (visit) =>
      editPage(visit, {
        contact: { ...contact, account_state: 'invited' },
        version: 3,
        conflict: null,
        values: typedValues(contact),
        ...clean,
      }),
  },
  {
    name: 'edit, somebody was faster',
    render: (visit) =>
      editPage(visit, {
        contact,
        version: 4,
        conflict: { ...contact, position: 'Leiterin Backoffice', mobile: null, version: 4 },
        values: { ...typedValues(contact), position: 'Assistentin der Geschäftsleitung' },
        ...clean,
      }),
  },
]
