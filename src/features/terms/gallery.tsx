import type { GalleryEntry } from '../house/gallery.ts'
import { acceptTermsPage, termsPage } from './pages/terms.tsx'
import type { Terms } from './queries.ts'

const terms: Terms = {
  version: 2,
  language: 'de',
  title: 'Nutzungsbedingungen für das Kundenportal',
  body: '1. Geltungsbereich. Diese Bedingungen regeln die Nutzung des Kundenportals.\n\n2. Zugang. Passwörter sind persönlich.',
}

export const gallery: GalleryEntry[] = [
  { name: 'terms', render: (visit) => termsPage(visit, terms) },
  { name: 'terms-none', render: (visit) => termsPage(visit, null) },
  { name: 'terms-accept', render: (visit) => acceptTermsPage(visit, { terms, returnurl: '/de-de/', missing: false }) },
  { name: 'terms-accept-missing', render: (visit) => acceptTermsPage(visit, { terms, returnurl: '/de-de/', missing: true }) },
]
