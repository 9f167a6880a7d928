import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import { inventedGroups } from './invented.ts'
import { type AreaKey, areaKeys } from './kinds.ts'
import { groupPage } from './pages/group.tsx'
import { listPage, type Shown } from './pages/list.tsx'
import { type PreferencesForm, preferencesPage } from './pages/preferences.tsx'
import { type Choices, choosable, type Preferences } from './preferences.ts'

const everywhere = { area: null, unread: false, mailed: false, before: null }
const some: Shown = {
  groups: inventedGroups,
  after: inventedGroups.at(-1)!.id,
  place: everywhere,
  unread: new Map<AreaKey, number>([
    ['messages', 1],
    ['documents', 6],
    ['policies', 1],
    ['requests', 1],
    ['premium_invoices', 1],
  ]),
  used: areaKeys,
  conversations: 1,
  today: '2026-11-25',
}
const none: Shown = { ...some, groups: [], after: null, unread: new Map(), used: [], conversations: 0 }

const usual = Object.fromEntries(
  choosable.map((occasion, n) => [occasion, { portal: true, mail: n < 3, daily: n >= 3 }]),
) as Choices
const form: PreferencesForm = {
  person: inventedCustomer,
  choices: usual,
  quiet_from: '20:00',
  quiet_until: '07:00',
  weekends: true,
  version: 1,
}
const stored: Preferences = {
  choices: { ...usual, message: { portal: true, mail: false, daily: true } },
  quiet: { from: null, until: null, weekends: false },
  version: 2,
}

export const gallery: GalleryEntry[] = [
  { name: 'notifications', render: (visit) => listPage(visit, some) },
  { name: 'notifications, all marked', render: (visit) => listPage(visit, { ...some, unread: new Map(), done: 'OK' }) },
  {
    name: 'notifications, one area, older ones',
    render: (visit) =>
      listPage(visit, {
        ...some,
        groups: inventedGroups.slice(6, 8),
        place: { area: 'claims', unread: false, mailed: false, before: inventedGroups[0]!.id },
      }),
  },
  {
    name: 'notifications, from a mail',
    render: (visit) => listPage(visit, { ...some, place: { ...everywhere, mailed: true } }),
  },
  { name: 'notifications, nothing yet', render: (visit) => listPage(visit, none) },
  {
    name: 'notifications, nothing unread',
    render: (visit) => listPage(visit, { ...none, used: areaKeys, place: { ...everywhere, unread: true } }),
  },
  {
    name: 'notifications, nothing older',
    render: (visit) => listPage(visit, { ...none, used: areaKeys, place: { ...everywhere, before: inventedGroups[0]!.id } }),
  },
  { name: 'notifications, several records', render: (visit) => groupPage(visit, inventedGroups[1]!, 0) },
  { name: 'notifications, very many records', render: (visit) => groupPage(visit, inventedGroups[7]!, 0) },
  { name: 'notification settings', render: (visit) => preferencesPage(visit, form) },
  { name: 'notification settings, saved', render: (visit) => preferencesPage(visit, { ...form, done: 'OK' }) },
  {
    name: 'notification settings, refused',
    render: (visit) =>
      preferencesPage(visit, {
        ...form,
        quiet_from: '25:00',
        errors: [
          { field: 'quiet_from', code: 'time' },
          { field: 'quiet_until', code: 'both' },
        ],
      }),
  },
  { name: 'notification settings, changed elsewhere', render: (visit) => preferencesPage(visit, { ...form, stored }) },
  {
    name: 'notification settings of staff',
    render: (visit) =>
      preferencesPage({ ...visit, actor: inventedStaff }, { ...form, person: inventedStaff, quiet_from: '', quiet_until: '' }),
  },
]
