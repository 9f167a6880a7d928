import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { hubPage } from './pages/hub.tsx'

const as = (visit: Visit, fn: typeof inventedStaff.function) => ({
  ...visit,
  actor: { ...inventedStaff, function: fn },
  accountManager: null,
})

export const gallery: GalleryEntry[] = [
  { name: 'hub', render: (visit) => hubPage(as(visit, 'administrator'), []) },
  {
    name: 'hub, for an auditor',
    render: (visit) => hubPage(as(visit, 'auditor'), [{ source: 'Policen', at: new Date('2026-11-10T02:00:00Z'), days: 15 }]),
  },
]
