import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { forgottenPage, resetSentPage } from './pages/forgotten.tsx'
import { deadResetPage, type ResetForm, resetDonePage, resetPage } from './pages/reset.tsx'

const form: ResetForm = { name: 'Anja Rieder', email: 'anja.rieder@muster.example', first: false, errors: [] }

export const gallery: GalleryEntry[] = [
  { name: 'password-forgotten', render: (visit) => forgottenPage(visit, { missing: false }) },
  { name: 'password-forgotten-empty', render: (visit) => forgottenPage(visit, { missing: true }) },
  { name: 'password-forgotten-sent', render: resetSentPage },
  { name: 'password-reset', render: (visit) => resetPage(visit, form) },
  { name: 'password-set-up', render: (visit) => resetPage(visit, { ...form, first: true }) },
  {
    name: 'password-reset-refused',
    render: (visit) =>
      resetPage(visit, {
        ...form,
        errors: [
          { field: 'password', code: 'length' },
          { field: 'confirmation', code: 'different' },
        ],
      }),
  },
  { name: 'password-reset-done', render: resetDonePage },
  ...(['expired', 'used', 'revoked', 'unknown'] as const).map((state) => ({
    name: `password-reset-link-${state}`,
    render: (visit: Visit) => deadResetPage(visit, state),
  })),
]
