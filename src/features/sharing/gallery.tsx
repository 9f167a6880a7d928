import type { Visit } from '../../platform/visit.ts'
import type { Company } from '../companies/queries.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import type { Effect } from './effect.ts'
import type { Change, RecordState } from './items.ts'
import { sharedKind } from './kinds.ts'
import { changePage } from './pages/change.tsx'
import { checkPage } from './pages/check.tsx'
import { choosePage } from './pages/choose.tsx'
import { historyPage } from './pages/history.tsx'
import { linesPage } from './pages/lines.tsx'
import { sharingPhrases } from './phrases.ts'
import type { KeptChange, Line } from './queries.ts'

const as = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })
const company = { id: '0190a0b0-0000-7000-8000-000000000021', name: 'Muster Holding AG', state: 'active' } as Company
const line = (code: string, name: string, audience: Line['audience'], more: Partial<Line> = {}): Line => ({
  code,
  name,
  audience,
  active: true,
  health: false,
  ...more,
})
const lines = [
  line('BVG', 'Berufliche Vorsorge (BVG), Basis', ['occupational_pension'], { health: true }),
  line('MASCH', 'Maschinenversicherung', ['fleet', 'other_lines']),
  line('MF', 'Motorfahrzeugflotte', ['fleet']),
  line('DO', 'Organhaftpflicht (D&O)', []),
  line('LUFT', 'Luftfahrt', ['other_lines'], { active: false }),
]
const house = new Map(lines.map(({ code, audience }) => [code, { audience }]))
const own = new Map([...house].map(([code]) => [code, { audience: code === 'MASCH' ? ['fleet' as const] : null }]))

const shown: RecordState = { confidential: false, shared_with: null, published_at: '2026-11-20 08:00:00+00' }
const ids = ['0190a0b0-0000-7000-8000-000000000031', '0190a0b0-0000-7000-8000-000000000032']
const change: Change = {
  scope: 'policy',
  companyId: null,
  items: [
    { id: ids[0]!, before: shown, after: { ...shown, confidential: true } },
    { id: ids[1]!, before: { ...shown, shared_with: ['fleet'] }, after: { ...shown, confidential: true } },
  ],
}
const names = new Map([
  [ids[0]!, { label: '14.801.337 · Kollektiv-Krankentaggeld', path: `/policies/${ids[0]}` }],
  [ids[1]!, { label: '7.102.556 · Flotte', path: `/policies/${ids[1]}` }],
])
const person = { contactId: '0190a0b0-0000-7000-8000-000000000041', company: company.name }
const effect: Effect = {
  people: [
    { ...person, accountId: 'a1', name: 'Keller Franziska', added: 14, removed: 0, health: 3 },
    { ...person, accountId: 'a2', name: 'Rieder Anja', added: 0, removed: 2, health: 0 },
  ],
  kinds: [
    { kind: 'policy', added: 2, removed: 1, health: 1 },
    { kind: 'document', added: 12, removed: 1, health: 2 },
  ],
  seers: 4,
  opened: [ids[0]!],
}
const nobody: Effect = { people: [], kinds: [], seers: 0, opened: [] }
const kept = (more: Partial<KeptChange> = {}) =>
  ({
    ...change,
    id: '0190a0b0-0000-7000-8000-000000000051',
    at: new Date('2026-11-24T09:12:00Z'),
    by: 'Sophie Dubois',
    company: null,
    gaining: 1,
    losing: 2,
    undoneAt: null,
    undoneBy: null,
    until: new Date('2026-11-25T09:12:00Z'),
    late: false,
    ...more,
  }) as KeptChange
const check = {
  subject: { scope: 'policy' as const, company: null },
  change,
  names,
  id: '0190a0b0-0000-7000-8000-000000000061',
  path: '/sharing/policies',
  fields: [] as [string, string][],
  back: '/policies',
}
const choose = {
  kind: sharedKind('policy')!,
  rows: change.items.map(({ id, before }) => ({ id, name: names.get(id)!.label, state: before as RecordState })),
}

export const gallery: GalleryEntry[] = [
  {
    name: 'lines of the house',
    render: (visit) => linesPage(as(visit), { company: null, lines, states: house, changes: true, errors: [] }),
  },
  {
    name: 'lines of the house, to read',
    render: (visit) => linesPage(as(visit), { company: null, lines, states: house, changes: false, errors: [] }),
  },
  {
    name: 'lines of a company',
    render: (visit) => linesPage(as(visit), { company, lines, states: own, changes: true, errors: [] }),
  },
  {
    name: 'lines of a company, refused',
    render: (visit) => {
      const errors = [sharingPhrases(visit.language).own_and_house('Motorfahrzeugflotte')]
      return linesPage(as(visit), { company, lines, states: own, changes: true, errors })
    },
  },
  {
    name: 'choose',
    render: (visit) => choosePage(as(visit), { ...choose, share: 'line', roles: [], errors: [], past: [kept()] }),
  },
  {
    name: 'choose, refused',
    render: (visit) => {
      const errors = [{ field: 'share' as const, message: sharingPhrases(visit.language).error_share }]
      return choosePage(as(visit), { ...choose, share: '', roles: [], errors })
    },
  },
  { name: 'check', render: (visit) => checkPage(as(visit), { ...check, effect, notify: true }) },
  {
    name: 'check, changed meanwhile',
    render: (visit) => checkPage(as(visit), { ...check, effect: nobody, notify: null, meanwhile: true }),
  },
  {
    name: 'change',
    render: (visit) =>
      changePage(as(visit), { change: kept(), names, undoes: true, done: sharingPhrases(visit.language).done, refused: null }),
  },
  {
    name: 'change, not undone',
    render: (visit) => {
      const refused = { text: sharingPhrases(visit.language).undo_refused, blocked: [ids[0]!] }
      return changePage(as(visit), { change: kept(), names, undoes: true, refused })
    },
  },
  {
    name: 'change, undone',
    render: (visit) => {
      const undone = kept({ undoneAt: new Date('2026-11-24T10:00:00Z'), undoneBy: 'Sophie Dubois' })
      return changePage(as(visit), { change: undone, names, undoes: true, refused: null })
    },
  },
  { name: 'history', render: (visit) => historyPage(as(visit), { scope: 'lines', company: null }, [kept()]) },
  { name: 'history, empty', render: (visit) => historyPage(as(visit), { scope: 'company_lines', company }, []) },
]
