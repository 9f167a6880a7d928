import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import type { Notification } from '../notifications/queries.ts'
import { homePage } from './pages/home.tsx'

const request = {
  id: 'r1',
  role: 'fleet',
  requested_at: new Date('2026-11-22T09:30:00Z'),
  contact_id: 'c1',
  full_name: 'Rieder Anja',
}

const message: Notification = {
  id: 'n1',
  kind: 'message',
  detail: null,
  actor_name: 'Sophie Dubois',
  created_at: new Date('2026-11-23T08:10:00Z'),
  read_at: null,
  conversation_id: 'v1',
  request_id: null,
  conversation_subject: 'Ihre Frage zur Flotte',
  conversation_about: null,
  conversation_about_id: null,
  request_number: null,
  request_subject: null,
  role: null,
  contact_id: null,
  person: null,
}

const quiet = { toDecide: [], notifications: [], unread: 0 }
const news = { toDecide: [request], notifications: [message], unread: 1 }

export const gallery: GalleryEntry[] = [
  { name: 'home', render: (visit) => homePage(visit, quiet) },
  { name: 'home, something to decide', render: (visit) => homePage(visit, { ...quiet, toDecide: [request] }) },
  { name: 'home, something new', render: (visit) => homePage(visit, news) },
  { name: 'home without a contact', render: (visit) => homePage({ ...visit, accountManager: null }, quiet) },
  { name: 'home for staff', render: (visit) => homePage({ ...visit, actor: inventedStaff, accountManager: null }, news) },
]
