import type { GalleryEntry } from './gallery.ts'
import { errorPage } from './page.tsx'

export const gallery: GalleryEntry[] = [400, 403, 404, 409, 413, 429, 500, 503].map((status) => ({
  name: `refusal ${status}`,
  render: (visit) => errorPage(visit, status),
}))
