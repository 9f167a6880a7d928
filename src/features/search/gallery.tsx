import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { destinations } from './destinations.ts'
import { type Search, searchPage } from './pages/search.tsx'
import type { Group, Hit, Results } from './results.ts'

type View = Omit<Visit, 'db'>

const nothing: Results = { groups: [], words: [], near: false }

const hit = (kind: Hit['kind'], title: string, more: Partial<Hit> = {}): Hit => ({
  kind,
  id: `0190a0b0-0000-7000-8000-${title.length.toString().padStart(12, '0')}`,
  opensKind: kind === 'message' ? 'conversation' : kind,
  opensId: `0190a0b0-0000-7000-8000-${title.length.toString().padStart(12, '0')}`,
  title,
  detail: null,
  code: null,
  state: null,
  day: null,
  confidential: false,
  company: 'Muster Bau AG',
  rank: 1,
  extract: null,
  ...more,
})

const group = (kind: Hit['kind'], hits: Hit[], total = hits.length, capped = false): Group => ({
  kind,
  total,
  capped,
  rank: 1,
  hits,
})

const byNumber: Results = {
  near: false,
  words: ['mf10207'],
  groups: [
    group('policy', [hit('policy', 'MF-10.207.239', { detail: 'Motorfahrzeugflotte · Alpina Allgemeine', state: 'active' })]),
    group(
      'insured_object',
      [
        hit('insured_object', 'VW Crafter', { detail: 'ZH 207 123', code: 'Fahrzeug', day: '2024-01-01' }),
        hit('insured_object', 'Iveco Daily', { detail: 'ZH 10 207', code: 'Fahrzeug', day: '2024-04-01' }),
      ],
      38,
    ),
    group('claim', [hit('claim', 'S-2026-00003', { detail: 'Glasbruch · Basel', state: 'rejected', day: '2026-04-07' })]),
  ],
}

const byWord: Results = {
  near: false,
  words: ['kuhlraum'],
  groups: [
    group('document', [
      hit('document', 'Police SACH-44.108.220', {
        code: 'Police',
        day: '2026-02-05',
        confidential: true,
        extract:
          '… eingeschlossen sind Waren im Kühlraum, sofern die Temperatur dauernd überwacht und ein Ausfall innert einer Stunde gemeldet wird. Der Selbstbehalt beträgt CHF 1’000.00 je Ereignis …',
      }),
      hit('document', 'Besondere Bedingungen Lebensmittel', { code: 'AVB/Bedingungen', day: '2024-01-01' }),
    ]),
    group('message', [
      hit('message', 'Neuer Kühlraum in Emmen', {
        detail: 'Anja Rieder',
        day: '2026-11-20',
        extract: 'Guten Tag, wir haben in Emmen einen zweiten Kühlraum gebaut. Ist er in der Sachversicherung schon dabei?',
      }),
    ]),
  ],
}

const nearly: Results = {
  near: true,
  words: ['bettriebshaftpflicht'],
  groups: [
    group('policy', [hit('policy', 'BHP-57.301.004', { detail: 'Betriebshaftpflicht · Elvetia', state: 'active', rank: 4 })]),
  ],
}

const search = (term: string, results: Results, more: Partial<Search> = {}): Search => ({
  term,
  results,
  suggestion: null,
  destinations: [],
  kind: null,
  page: 1,
  ...more,
})

const show = (make: (visit: View) => Search) => (visit: View) => searchPage(visit, make(visit))

export const gallery: GalleryEntry[] = [
  { name: 'before a search', render: show((visit) => search('', nothing, { destinations: destinations(visit, '') })) },
  { name: 'a policy number', render: show(() => search('MF-10.207', byNumber)) },
  { name: 'a word in texts', render: show(() => search('Kühlraum', byWord)) },
  {
    name: 'one kind',
    render: show(() =>
      search('MF-10.207', { ...byNumber, groups: byNumber.groups.slice(1, 2) }, { kind: 'insured_object', page: 1 }),
    ),
  },
  {
    name: 'very many',
    render: show(() =>
      search('AG', {
        near: false,
        words: ['ag'],
        groups: [group('policy', byNumber.groups[0]!.hits, 500, true), ...byNumber.groups.slice(1)],
      }),
    ),
  },
  { name: 'nearly', render: show(() => search('Bettriebshaftpflicht', nearly, { suggestion: 'Betriebshaftpflicht' })) },
  {
    name: 'something to do',
    render: show((visit) => search('Schaden', nothing, { destinations: destinations(visit, 'Schaden') })),
  },
  { name: 'nothing found', render: show(() => search('Zeppelin', nothing)) },
]
