import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { calendarPage } from './pages/calendar.tsx'
import { eventPage } from './pages/event.tsx'
import { listPage } from './pages/list.tsx'
import type { Deadline, NoticeDeadline, PremiumDeadline } from './queries.ts'
import { windowPhrases } from './window-phrases.ts'
import { windowKinds } from './windows.ts'

const today = '2026-11-23'
const base = {
  company: 'Muster Holding AG',
  insurer: 'Alpina Allgemeine Versicherungsgesellschaft',
  policyId: '0190a0b0-0000-7000-8000-000000000001',
  policyNumber: 'MF-10.207.239',
  updatedAt: new Date('2026-11-20T08:00:00Z'),
}

const notice = (n: number, day: string, rule: NoticeDeadline['rule']): NoticeDeadline => ({
  ...base,
  kind: 'notice',
  id: `0190a0b0-0000-7000-8000-00000000000${n}`,
  day,
  name: 'Motorfahrzeugflotte',
  rule,
})

const premium = (n: number, day: string): PremiumDeadline => ({
  ...base,
  kind: 'premium',
  id: `0190a0b0-0000-7000-8000-00000000010${n}`,
  day,
  number: `PR202600000${n}`,
  line: 'Krankentaggeld',
  total: '9078.14',
  currency: 'CHF',
  dataAsOf: '2026-11-13',
})

const deadlines: Deadline[] = [
  premium(1, '2026-11-01'),
  premium(2, '2026-11-23'),
  notice(1, '2026-11-30', { by: 'clause', months: 1, endsOn: '2026-12-31' }),
  notice(2, '2027-01-31', { by: 'law', endsOn: '2027-04-30' }),
  premium(3, '2027-01-31'),
  {
    ...base,
    kind: 'window',
    id: base.policyId,
    day: '2026-12-02',
    name: 'Unfallversicherung UVG',
    eventId: '0190a0b0-0000-7000-8000-000000000201',
    event: 'change',
    happenedOn: '2026-11-02',
    effectiveOn: '2027-01-01',
    rule: 'uvg_59a',
    note: 'Prämiensatz 0.84 → 0.97 %',
  },
  { ...base, kind: 'expiry', id: base.policyId, day: '2026-12-31', name: 'Technische Versicherung' },
  {
    ...base,
    kind: 'limitation',
    id: '0190a0b0-0000-7000-8000-000000000301',
    day: '2027-02-14',
    number: 'S-2022-00017',
    occurredOn: '2022-02-14',
  },
  notice(3, '2027-09-30', { by: 'clause', months: 3, endsOn: '2027-12-31' }),
]

const feed = {
  id: '0190a0b0-0000-7000-8000-0000000000f1',
  created_at: new Date('2026-11-20T08:00:00Z'),
  last_read_at: null,
}

const policy = { id: base.policyId, number: base.policyNumber }
const event = { id: '0190a0b0-0000-7000-8000-000000000202', kinds: [...windowKinds] }
const nothing = { kind: '', happened_on: '', effective_on: '', agreed_day: '', note: '' }
const asStaff = (visit: Visit): Visit => ({ ...visit, actor: inventedStaff, accountManager: null })

export const gallery: GalleryEntry[] = [
  { name: 'event', render: (visit) => eventPage(asStaff(visit), policy, { ...event, values: nothing, errors: {} }) },
  {
    name: 'event, with errors',
    render: (visit) =>
      eventPage(asStaff(visit), policy, {
        ...event,
        values: { ...nothing, kind: 'change', happened_on: '2.11.2026' },
        errors: { agreed_day: windowPhrases(visit.language).error_agreed },
      }),
  },
  { name: 'list', render: (visit) => listPage(visit, { deadlines, more: false, view: 'year', kinds: 'all', today }) },
  { name: 'list, cut off', render: (visit) => listPage(visit, { deadlines, more: true, view: 'all', kinds: 'notice', today }) },
  {
    name: 'list, nothing',
    render: (visit) => listPage(visit, { deadlines: [], more: false, view: 'quarter', kinds: 'limitation', today }),
  },
  { name: 'calendar, none yet', render: (visit) => calendarPage(visit, { feed: undefined, address: null, revoked: false }) },
  {
    name: 'calendar, just made',
    render: (visit) =>
      calendarPage(visit, {
        feed,
        address: 'https://6323.portal.example.ch/calendar/lJ0kqk0S5Jt4h8uX2mYwC1nRzQvB7dE9fG3pTa6Ls_o.ics',
        revoked: false,
      }),
  },
  {
    name: 'calendar, in use',
    render: (visit) =>
      calendarPage(visit, {
        feed: { ...feed, last_read_at: new Date('2026-11-23T06:12:00Z') },
        address: null,
        revoked: false,
      }),
  },
  { name: 'calendar, revoked', render: (visit) => calendarPage(visit, { feed: undefined, address: null, revoked: true }) },
]
