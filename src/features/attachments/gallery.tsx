import type { GalleryEntry } from '../house/gallery.ts'
import { inventedFile } from './invented.ts'
import { heldPage } from './pages/held.tsx'

export const gallery: GalleryEntry[] = [
  { name: 'infected', render: (visit) => heldPage(visit, { ...inventedFile, scan_state: 'infected' }, '/messages') },
  { name: 'missing', render: (visit) => heldPage(visit, inventedFile, '/messages') },
]
