import type { GalleryEntry } from '../house/gallery.ts'
import { type SignInForm, signInFormPage } from './pages/sign-in.tsx'

const empty: SignInForm = { email: '', returnurl: '', remember: false, errors: [], signedOut: false }

export const gallery: GalleryEntry[] = [
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
