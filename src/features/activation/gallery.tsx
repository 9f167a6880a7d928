import type { GalleryEntry } from '../house/gallery.ts'
import { type ActivationForm, activatePage } from './pages/activate.tsx'
import { activatedPage, deadLinkPage, linkSentPage } from './pages/results.tsx'

const form: ActivationForm = {
  name: 'Anja Rieder',
  email: 'anja.rieder@muster.example',
  companyName: 'Muster Holding AG',
  hasPassword: false,
  termsVersion: 1,
  accepted: false,
  errors: [],
}

export const gallery: GalleryEntry[] = [
  { name: 'activation', render: (visit) => activatePage(visit, form) },
  {
    name: 'activation-refused',
    render: (visit) =>
      activatePage(visit, {
        ...form,
        errors: [
          { field: 'temporary', code: 'temporary_wrong' },
          { field: 'password', code: 'common' },
          { field: 'confirmation', code: 'different' },
          { field: 'terms', code: 'terms_required' },
        ],
      }),
  },
  { name: 'activation-second-company', render: (visit) => activatePage(visit, { ...form, hasPassword: true }) },
  { name: 'activation-done', render: activatedPage },
  ...(['expired', 'used', 'revoked', 'exhausted', 'unknown'] as const).map((state) => ({
    name: `activation-link-${state}`,
    render: (visit: Parameters<typeof activatedPage>[0]) => deadLinkPage(visit, state),
  })),
  { name: 'activation-link-sent', render: linkSentPage },
]
