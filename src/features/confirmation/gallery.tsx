import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer } from '../house/invented.ts'
import { type ConfirmForm, confirmPage } from './pages/confirm.tsx'

const form: ConfirmForm = {
  path: '/contacts/c1/account/roles',
  kept: [
    ['roles', 'full_access'],
    ['roles', 'group_manager'],
  ],
  secondFactor: false,
  passkey: null,
}
const actor = inventedCustomer

export const gallery: GalleryEntry[] = [
  { name: 'confirm, a form kept', render: (visit) => confirmPage({ ...visit, actor }, form) },
  { name: 'confirm, wrong password', render: (visit) => confirmPage({ ...visit, actor }, { ...form, error: 'password' }) },
  {
    name: 'confirm, ahead of a page, with a second factor',
    render: (visit) =>
      confirmPage({ ...visit, actor }, { ...form, path: '/confirm', kept: [], secondFactor: true, passkey: '{}', error: 'code' }),
  },
]
