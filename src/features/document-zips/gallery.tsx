import type { GalleryEntry } from '../house/gallery.ts'
import { refusedPage, zipPage } from './pages/zip.tsx'
import type { DocumentZip } from './queries.ts'

const ids = Array.from({ length: 12 }, (_, n) => `0190a0b0-0000-7000-8000-0000000006${String(n).padStart(2, '0')}`)

const zip: DocumentZip = {
  id: '0190a0b0-0000-7000-8000-000000000700',
  state: 'waiting',
  asked: 14,
  document_ids: [],
  numbers: [],
  byte_size: null,
  sha256: null,
  created_at: new Date('2026-11-25T08:00:00Z'),
  ready_at: null,
  stalled: false,
  expired: false,
}

const ready: DocumentZip = {
  ...zip,
  state: 'ready',
  document_ids: ids,
  numbers: ids.map(() => 1),
  byte_size: 18_400_000,
  sha256: Buffer.alloc(32),
  ready_at: new Date('2026-11-25T08:00:20Z'),
}

export const gallery: GalleryEntry[] = [
  { name: 'being made', render: (visit) => zipPage(visit, zip) },
  { name: 'ready, two left out', render: (visit) => zipPage(visit, ready) },
  { name: 'gone', render: (visit) => zipPage(visit, { ...ready, expired: true }) },
  { name: 'nothing in it', render: (visit) => zipPage(visit, { ...zip, state: 'empty' }) },
  { name: 'failed', render: (visit) => zipPage(visit, { ...zip, stalled: true }) },
  { name: 'not all of it is there any more', render: (visit) => zipPage(visit, ready, { changed: true }) },
  { name: 'too many documents', render: (visit) => refusedPage(visit, 'too_many') },
  { name: 'too many within the hour', render: (visit) => refusedPage(visit, 'too_often') },
]
