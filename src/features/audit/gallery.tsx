import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { auditList } from './list.tsx'
import { eventPage } from './pages/event.tsx'
import { trailPage } from './pages/list.tsx'
import type { Anchor, AuditEvent, AuditRow } from './queries.ts'

const at = new Date('2026-11-24T14:05:09Z')
const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000e${n}`

function row(n: number, verb: string, kind: string, subject: string | null, details: AuditRow['details'] = {}): AuditRow {
  const [actor_kind, actor_name] = (
    [
      ['customer', 'Franziska Keller'],
      ['staff', 'Sophie Dubois'],
      ['visitor', ''],
    ] as const
  )[n % 3]!
  return {
    id: id(n),
    at,
    actor_kind,
    actor_name,
    verb,
    subject_kind: kind,
    subject_id: id(9),
    details,
    subject,
    company: n % 3 === 2 ? '' : 'Muster Holding AG',
  }
}

const rows = [
  row(0, 'portal_account.roles_changed', 'portal_account', 'Rieder Anja', {
    added: [{ role: 'occupational_pension', until: '2027-01-31T22:59:59.000Z' }],
    removed: ['fleet'],
    reason: 'Ferienvertretung',
  }),
  row(1, 'record.read', 'claim', null, { why: ['health'] }),
  row(2, 'login.refused', 'login', null, { source: '203.0.113.7' }),
  row(3, 'contact.edited', 'contact', 'Studer Daniel', { email: ['d.studer@muster.example', 'daniel.studer@muster.example'] }),
  row(4, 'list.exported', 'list', null, { list: 'policies', format: 'xlsx', rows: 14 }),
]

const state = { view: 'all', search: '', order: auditList.order, size: 10, page: 1 }
const found = { rows, total: rows.length, capped: false, page: 1, pages: 1 }
const none = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
const whole: Anchor = { at, seq: '1284', finding: null, broken_seq: null }
const broken: Anchor = { at, seq: '1284', finding: 'event_changed', broken_seq: '917' }
const sealed: AuditEvent = {
  ...rows[3]!,
  seq: '918',
  sealed_at: at,
  link: '5e884898da28047151d0e56f8dc6292773603d0d6aabbd62a11ef721d1542d80',
}
const asStaff = (visit: Visit): Visit => ({ ...visit, actor: inventedStaff, accountManager: null })

export const gallery: GalleryEntry[] = [
  { name: 'trail', render: (visit) => trailPage(visit, state, found, null) },
  { name: 'trail, for staff', render: (visit) => trailPage(asStaff(visit), state, found, whole) },
  { name: 'trail, broken', render: (visit) => trailPage(asStaff(visit), state, found, broken) },
  { name: 'trail, empty', render: (visit) => trailPage(visit, state, none, null) },
  { name: 'event', render: (visit) => eventPage(visit, sealed) },
  { name: 'event, not sealed yet', render: (visit) => eventPage(visit, { ...rows[1]!, seq: null, sealed_at: null, link: null }) },
]
