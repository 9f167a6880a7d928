import { notFound } from '../../platform/errors.ts'
import { anyone, get, page } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { inventedCustomer, inventedManager } from '../house/invented.ts'
import { galleries } from './entries.ts'
import { galleryPage } from './pages/gallery.tsx'

// For those who build the portal: in production these addresses do not exist.
export const routes = [
  get('/gallery', anyone, async (visit) => {
    if (visit.services.config.production) throw notFound()
    return page(galleryPage(visit))
  }),

  get('/gallery/:feature/:index', anyone, async (visit, { params, query }) => {
    const entry = galleries[params.feature!]?.[Number(params.index)]
    if (visit.services.config.production || !entry) throw notFound()
    return page(entry.render(inventedVisit(visit, query.theme)))
  }),
]

function inventedVisit(visit: Visit, theme: unknown): Visit {
  const shown = theme === 'light' || theme === 'dark' ? theme : 'system'
  return { ...visit, actor: { ...inventedCustomer, theme: shown }, accountManager: inventedManager }
}
