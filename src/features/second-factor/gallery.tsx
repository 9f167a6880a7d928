import { totpAddress } from '../../platform/totp.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import { type AppForm, appPage } from './pages/app.tsx'
import { codesPage } from './pages/codes.tsx'
import { type PasskeySetUp, passkeyPage } from './pages/passkey.tsx'
import { type RulesForm, rulesPage } from './pages/rules.tsx'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const form: AppForm = {
  person: inventedCustomer,
  sealed: 'x',
  secret,
  address: totpAddress(secret, 'Muster Broker AG', inventedCustomer.email),
  returnurl: '',
  passkeys: true,
}
const passkey: PasskeySetUp = { person: inventedCustomer, name: 'Google Chrome, Windows', options: '{}', returnurl: '' }
const due = { ...inventedStaff, factorDue: true }
const dueCustomer = { ...inventedCustomer, factorDue: true }
const codes = Array.from({ length: 10 }, (_, index) => `A${index}BC-2345-EFGH-67X9`)

const rules: RulesForm = {
  rules: ['user_manager', 'full_access'],
  ticked: ['user_manager', 'full_access'],
  holders: new Map([['user_manager', { role: 'user_manager', people: 12, ready: 3 }]]),
  may: true,
}

export const gallery: GalleryEntry[] = [
  { name: 'rules', render: (visit) => rulesPage({ ...visit, actor: inventedStaff }, { ...rules, done: true }) },
  {
    name: 'rules, changed by somebody else',
    render: (visit) => rulesPage({ ...visit, actor: inventedStaff }, { ...rules, ticked: ['customer'], error: 'conflict' }),
  },
  { name: 'rules, to look at', render: (visit) => rulesPage({ ...visit, actor: inventedStaff }, { ...rules, may: false }) },
  { name: 'app, to set up', render: (visit) => appPage({ ...visit, actor: inventedCustomer }, form) },
  {
    name: 'app, wrong code',
    render: (visit) => appPage({ ...visit, actor: inventedCustomer }, { ...form, error: 'wrong' }),
  },
  { name: 'app, due for staff', render: (visit) => appPage({ ...visit, actor: due }, { ...form, person: due }) },
  {
    name: 'app, due by role',
    render: (visit) => appPage({ ...visit, actor: dueCustomer }, { ...form, person: dueCustomer, error: 'too_late' }),
  },
  { name: 'passkey, to make', render: (visit) => passkeyPage({ ...visit, actor: inventedCustomer }, passkey) },
  {
    name: 'passkey, without a name',
    render: (visit) => passkeyPage({ ...visit, actor: inventedCustomer }, { ...passkey, name: '', error: 'name_missing' }),
  },
  {
    name: 'passkey, due for staff',
    render: (visit) => passkeyPage({ ...visit, actor: due }, { ...passkey, person: due, error: 'refused' }),
  },
  {
    name: 'recovery codes',
    render: (visit) => codesPage({ ...visit, actor: inventedCustomer }, { codes, returnurl: '' }),
  },
]
