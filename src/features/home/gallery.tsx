import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { homePage } from './pages/home.tsx'

const request = {
  id: 'r1',
  role: 'fleet',
  requested_at: new Date('2026-11-22T09:30:00Z'),
  contact_id: 'c1',
  full_name: 'Rieder Anja',
}

export const gallery: GalleryEntry[] = [
  { name: 'home', render: (visit) => homePage(visit, []) },
  { name: 'home, something to decide', render: (visit) => homePage(visit, [request]) },
  { name: 'home without a contact', render: (visit) => homePage({ ...visit, accountManager: null }, []) },
  { name: 'home for staff', render: (visit) => homePage({ ...visit, actor: inventedStaff, accountManager: null }, []) },
]
