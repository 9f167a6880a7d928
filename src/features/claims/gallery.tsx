import type { Visit } from '../../platform/visit.ts'
import { inventedReport } from '../claim-reports/invented.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { invented, inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { papersPage } from './pages/papers.tsx'
import { statePage } from './pages/state.tsx'
import { progressPhrases } from './progress-phrases.ts'
import type { ClaimRow } from './queries.ts'
import { claimRecord, type OpenedClaim } from './record.tsx'

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

export const claim: OpenedClaim = {
  ...row(1),
  reported_on: '2026-04-09',
  description: 'Sturm über Nacht, Dach beschädigt.\n\nMeldung durch Mitarbeitende, Rapport folgt.',
  claimed: '30100.00',
  closed_on: null,
  data_as_of: null,
  confidential: false,
  kind: 'vehicle',
  whole: true,
  version: 1,
  company_id: '0190a0b0-0000-7000-8000-000000000002',
  author_account_id: null,
  knows_reserve: true,
  reserve_for: 'full_access',
  answer_days: 1,
  object_id: '0190a0b0-0000-7000-8000-000000000201',
  object_name: 'Toyota Hilux',
  report: null,
}

const sparse: OpenedClaim = {
  ...claim,
  state: 'closed',
  cause: null,
  place: null,
  description: null,
  claimed: null,
  paid: null,
  reserve: null,
  closed_on: '2026-08-05',
  knows_reserve: false,
  kind: null,
  object_id: null,
  object_name: null,
}

const reported = (state: string): OpenedClaim => ({
  ...claim,
  state,
  insurer_number: state === 'reported' ? null : '245201302',
  author_account_id: 'a1',
  knows_reserve: false,
  report: { ...inventedReport, number: claim.number },
})

const own = { deadlines: null }

const state = { view: 'all', search: '', order: claimList.order, size: 10, page: 1 }

export const inventedResult = { rows: states.map((_, n) => row(n)), total: 8, capped: false, page: 1, pages: 1 }

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  { name: 'list, with reserves', render: (visit) => listPage(withFullAccess(visit), state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  {
    name: 'claim',
    render: (visit) => recordPage(visit, claimRecord, invented({ ...claim, reserve: null, knows_reserve: false }, own)),
  },
  { name: 'claim, with reserve', render: (visit) => recordPage(withFullAccess(visit), claimRecord, inventedManaged(claim, own)) },
  { name: 'claim, confidential and sparse', render: (visit) => recordPage(visit, claimRecord, inventedSparse(sparse, own)) },
  ...(['reported', 'forwarded', 'in_progress', 'query', 'settled', 'rejected'] as const).map(
    (state): GalleryEntry => ({
      name: `claim, own report, ${state}`,
      render: (visit) => recordPage(visit, claimRecord, invented(reported(state), own)),
    }),
  ),
  {
    name: 'claim, for staff',
    render: (visit) =>
      recordPage({ ...visit, actor: inventedStaff }, claimRecord, inventedManaged(claim, own), {
        done: progressPhrases(visit.language).done_state,
      }),
  },
  {
    name: 'claim, without its health details',
    render: (visit) => recordPage(visit, claimRecord, invented({ ...claim, whole: false, description: null }, own)),
  },
  {
    name: 'state',
    render: (visit) =>
      statePage({ ...visit, actor: inventedStaff }, claim, {
        id: claim.id,
        values: { state: 'query', insurer_number: '245201302', question: 'Wo steht das Fahrzeug zur Besichtigung?' },
        errors: {},
        conflict: false,
      }),
  },
  {
    name: 'state, refused',
    render: (visit) =>
      statePage({ ...visit, actor: inventedStaff }, claim, {
        id: claim.id,
        values: { state: 'query' },
        errors: { question: progressPhrases(visit.language).error_question },
        conflict: false,
      }),
  },
  {
    name: 'state, changed in the meantime',
    render: (visit) =>
      statePage({ ...visit, actor: inventedStaff }, claim, {
        id: claim.id,
        values: { state: 'forwarded', insurer_number: '77-881' },
        errors: {},
        conflict: true,
      }),
  },
  { name: 'papers', render: (visit) => papersPage(visit, claim, { id: claim.id, values: {}, errors: {}, fileErrors: [] }) },
  {
    name: 'papers, refused',
    render: (visit) =>
      papersPage(visit, claim, {
        id: claim.id,
        values: {},
        errors: { category: progressPhrases(visit.language).papers_error_category },
        fileErrors: [],
      }),
  },
]

function withFullAccess(visit: Visit): Visit {
  return visit.actor.kind === 'customer' ? { ...visit, actor: { ...visit.actor, roles: new Set(['full_access']) } } : visit
}
