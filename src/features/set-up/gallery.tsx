import type { GalleryEntry } from '../house/gallery.ts'
import { setUpDeadPage, setUpDonePage, setUpPage } from './pages/set-up.tsx'

const empty = { number: '', name: '', host: 'portal.example.ch', firstName: '', lastName: '', email: '' }

export const gallery: GalleryEntry[] = [
  { name: 'set-up', render: ({ language, nonce }) => setUpPage({ language, nonce, token: 't', values: empty, errors: [] }) },
  {
    name: 'set-up, refused',
    render: ({ language, nonce }) =>
      setUpPage({
        language,
        nonce,
        token: 't',
        values: empty,
        errors: ['number', 'name', 'firstName', 'lastName', 'email', 'password'].map((field) => ({ field, code: field })),
      }),
  },
  { name: 'set-up, done', render: ({ language, nonce }) => setUpDonePage({ language, nonce, signInHref: '/de-de/PortalLogin' }) },
  { name: 'set-up, dead link', render: ({ language, nonce }) => setUpDeadPage({ language, nonce }) },
]
