import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import type { Claim, ClaimRow } from './queries.ts'

const states = ['reported', 'in_progress', 'query', 'forwarded', 'settled', 'rejected', 'closed', 'draft']

const row = (n: number): ClaimRow => ({
  id: `0190a0b0-0000-7000-8000-00000000030${n}`,
  number: `S-2026-0000${n}`,
  insurer_number: n % 2 ? null : '245201302',
  occurred_on: '2026-04-07',
  place: 'Basel',
  cause: ['Glasbruch', 'Sturz', 'Elementarereignis'][n % 3]!,
  paid: '27090.00',
  state: states[n]!,
  company: 'Muster Holding AG',
  policy_id: '0190a0b0-0000-7000-8000-000000000001',
  policy_number: 'MF-10.207.239',
  insurer: 'Alpina Allgemeine Versicherungsgesellschaft',
  currency: 'CHF',
  line: 'Motorfahrzeugflotte',
  reserve: '4500.00',
})

const claim: Claim = {
  ...row(1),
  reported_on: '2026-04-09',
  description: 'Sturm über Nacht, Dach beschädigt.\n\nMeldung durch Mitarbeitende, Rapport folgt.',
  claimed: '30100.00',
  closed_on: null,
  data_as_of: null,
  confidential: false,
  kind: 'vehicle',
  whole: true,
}

const state = { view: 'all', search: '', order: claimList.order, size: 10, page: 1 }

export const inventedResult = { rows: states.map((_, n) => row(n)), total: 8, capped: false, page: 1, pages: 1 }

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  { name: 'list, with reserves', render: (visit) => listPage(withFullAccess(visit), state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'claim', render: (visit) => showPage(visit, { ...claim, reserve: null }) },
  { name: 'claim, with reserve', render: (visit) => showPage(withFullAccess(visit), claim) },
  {
    name: 'claim, confidential and sparse',
    render: (visit) =>
      showPage(visit, {
        ...claim,
        state: 'closed',
        cause: null,
        place: null,
        description: null,
        claimed: null,
        paid: null,
        reserve: null,
        closed_on: '2026-08-05',
        confidential: true,
      }),
  },
]

function withFullAccess(visit: Visit): Visit {
  return visit.actor.kind === 'customer' ? { ...visit, actor: { ...visit.actor, roles: new Set(['full_access']) } } : visit
}
