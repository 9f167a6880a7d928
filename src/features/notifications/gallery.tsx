import type { GalleryEntry } from '../house/gallery.ts'
import { listPage } from './pages/list.tsx'
import type { Notification, NotificationKind } from './queries.ts'

const one = (n: number, kind: NotificationKind, more: Partial<Notification> = {}): Notification => ({
  id: `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  kind,
  detail: null,
  actor_name: 'Sophie Dubois',
  created_at: new Date('2026-11-23T08:10:00Z'),
  read_at: n % 2 ? null : new Date('2026-11-23T08:30:00Z'),
  conversation_id: null,
  request_id: null,
  conversation_subject: 'Frage zur Prämie 2027',
  conversation_about: null,
  conversation_about_id: null,
  request_number: 'A-2026-0004',
  request_subject: 'Fahrzeug einlösen: LU 123456',
  role: 'fleet',
  contact_id: 'c1',
  person: 'Rieder Anja',
  ...more,
})

const all = [
  one(1, 'message'),
  one(2, 'message'),
  one(3, 'request_state', { detail: 'waiting_insurer' }),
  one(4, 'request_opened'),
  one(5, 'roles_changed'),
  one(6, 'role_request'),
  one(7, 'role_decided', { detail: 'approved' }),
  one(8, 'role_decided', { detail: 'rejected' }),
]

export const gallery: GalleryEntry[] = [
  { name: 'notifications', render: (visit) => listPage(visit, all, 1, null) },
  { name: 'notifications, nothing yet', render: (visit) => listPage(visit, [], 0, null) },
]
