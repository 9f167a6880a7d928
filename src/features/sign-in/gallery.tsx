import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer } from '../house/invented.ts'
import { companyPage } from './pages/company.tsx'
import { type SecondStepForm, secondStepPage } from './pages/second-step.tsx'
import { type SignInForm, signInFormPage } from './pages/sign-in.tsx'

const empty: SignInForm = { email: '', returnurl: '', remember: false, errors: [], signedOut: false }

const second: SecondStepForm = { returnurl: '/de-de/policies', recovery: false, app: true, stays: false }

const trustee = {
  ...inventedCustomer,
  elsewhere: [
    { accountId: 'a2', companyName: 'Matte Maschinen AG', unread: 3 },
    { accountId: 'a3', companyName: 'Reuss Pflegezentrum', unread: 0 },
  ],
}

export const gallery: GalleryEntry[] = [
  {
    name: 'company, to choose',
    render: (visit) => companyPage({ ...visit, actor: trustee }, { person: trustee, accountId: null, returnurl: '' }),
  },
  {
    name: 'company, refused',
    render: (visit) => companyPage({ ...visit, actor: trustee }, { person: trustee, accountId: null, returnurl: '', gone: true }),
  },
  {
    name: 'company of a record',
    render: (visit) =>
      companyPage({ ...visit, actor: trustee }, { person: trustee, accountId: 'a2', returnurl: '/de-de/policies' }),
  },
  {
    name: 'company, only one',
    render: (visit) => companyPage(visit, { person: inventedCustomer, accountId: null, returnurl: '' }),
  },
  { name: 'second step', render: (visit) => secondStepPage(visit, second) },
  {
    name: 'second step, wrong',
    render: (visit) => secondStepPage(visit, { ...second, stays: true, error: 'wrong', demonstration: '123456' }),
  },
  {
    name: 'second step, recovery code',
    render: (visit) => secondStepPage(visit, { ...second, recovery: true, error: 'wrong_recovery' }),
  },
  {
    name: 'second step, passkey alone',
    render: (visit) => secondStepPage(visit, { ...second, app: false, passkey: '{}', error: 'passkey_failed' }),
  },
  { name: 'sign-in-passkey', render: (visit) => signInFormPage(visit, { ...empty, passkey: '{}' }) },
  { name: 'sign-in-again', render: (visit) => signInFormPage(visit, { ...empty, again: true }) },
  { name: 'sign-in', render: (visit) => signInFormPage(visit, empty) },
  { name: 'sign-in-signed-out', render: (visit) => signInFormPage(visit, { ...empty, signedOut: true }) },
  {
    name: 'sign-in-refused',
    render: (visit) =>
      signInFormPage(visit, {
        ...empty,
        email: 'anja.rieder@muster.example',
        remember: true,
        errors: [{ field: '', code: 'refused' }],
      }),
  },
  {
    name: 'sign-in-empty',
    render: (visit) =>
      signInFormPage(visit, {
        ...empty,
        errors: [
          { field: 'email', code: 'user_name_missing' },
          { field: 'password', code: 'password_missing' },
        ],
      }),
  },
]
