import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import { passwordPage } from './pages/password.tsx'
import { profilePage } from './pages/profile.tsx'

const since = new Date('2026-11-12T08:10:00Z')
const grants = [
  { id: 'g1', role: 'user_manager', valid_from: since, valid_until: null, granted_by: 'Sophie Dubois' },
  {
    id: 'g2',
    role: 'personal_lines',
    valid_from: since,
    valid_until: new Date('2027-01-31T22:59:59Z'),
    granted_by: 'Franziska Keller',
  },
]
const sessions = [
  { id: 's1', user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', last_seen_at: since },
  { id: 's2', user_agent: null, last_seen_at: since },
]

export const gallery: GalleryEntry[] = [
  { name: 'profile', render: (visit) => profilePage(visit, { person: inventedCustomer, grants, sessions }) },
  {
    name: 'profile, saved',
    render: (visit) => profilePage(visit, { person: inventedCustomer, grants, sessions, done: 'saved' }),
  },
  {
    name: 'profile, refused',
    render: (visit) =>
      profilePage(visit, { person: inventedCustomer, grants, sessions, errors: [{ field: 'theme', code: 'choose' }] }),
  },
  {
    name: 'profile, password changed',
    render: (visit) => profilePage(visit, { person: inventedCustomer, grants, sessions: sessions.slice(0, 1), done: 'password' }),
  },
  { name: 'profile, password', render: (visit) => passwordPage(visit, { person: inventedCustomer }) },
  {
    name: 'profile, password refused',
    render: (visit) =>
      passwordPage(visit, {
        person: inventedCustomer,
        errors: [
          { field: 'present', code: 'missing' },
          { field: 'password', code: 'common' },
          { field: 'confirmation', code: 'different' },
        ],
      }),
  },
  {
    name: 'profile, password wrong',
    render: (visit) => passwordPage(visit, { person: inventedCustomer, errors: [{ field: 'present', code: 'wrong' }] }),
  },
  {
    name: 'profile, password with a wait',
    render: (visit) => passwordPage(visit, { person: inventedCustomer, errors: [{ field: 'present', code: 'wait' }] }),
  },
  {
    name: 'profile of staff',
    render: (visit) =>
      profilePage({ ...visit, actor: inventedStaff }, { person: inventedStaff, grants: [], sessions: sessions.slice(0, 1) }),
  },
]
