import type { Deadline } from '../deadlines/queries.ts'
import type { Counts } from '../inbox/queries.ts'
import type { Figures } from './figures.ts'
import type { Cards, StaffHomeData } from './queries.ts'

// For the gallery alone: invented, and never in a database.

const list = { more: false }
export const today = '2026-11-25'

const onPolicy = {
  company: 'Muster Bau AG',
  insurer: 'Helvia Versicherungen',
  policyId: 'p1',
  updatedAt: new Date('2026-11-20T00:00:00Z'),
}
const deadlines: Deadline[] = [
  {
    ...onPolicy,
    kind: 'notice',
    day: '2026-12-02',
    id: 'p1',
    name: 'Motorfahrzeugflotte',
    policyNumber: 'MF-33.812.977',
    rule: { by: 'clause', months: 3, endsOn: '2027-03-02' },
  },
  {
    ...onPolicy,
    kind: 'premium',
    day: '2027-01-31',
    id: 'i1',
    number: 'PR2027000026',
    line: 'Unfallversicherung UVG',
    policyNumber: 'UVG-52.375.119',
    total: '9078.14',
    currency: 'CHF',
    dataAsOf: '2026-11-18',
  },
]

export const noCards: Cards = {
  few: true,
  arrangement: { home_order: [], home_hidden: [] },
  deadlines: [],
  premiumInvoices: { ...list, rows: [], total: 0 },
  atRisk: { ...list, rows: [], total: 0 },
  risks: [],
  claims: { ...list, rows: [], total: 0 },
  drafts: [],
  requests: { ...list, rows: [], total: 0 },
  figures: { rows: [], years: [], lines: [], currency: 'CHF', others: [], asOf: null },
  userManagers: ['Franziska Keller'],
}

const lines = [
  'Berufliche Vorsorge (BVG)',
  'Motorfahrzeugflotte',
  'Unfallversicherung UVG',
  'Sachversicherung Geschäft',
  'Krankentaggeld',
  'Betriebshaftpflicht',
  'Cyberversicherung',
  null,
]

export const figures: Figures = {
  rows: [2026, 2025, 2024].flatMap((year, back) =>
    lines.map((line, index) => ({
      year,
      line,
      premiums: back === 2 ? '0.00' : `${(8 - index) * 11000 - back * 700}.40`,
      invoices: back === 2 ? 0 : 4,
      claims: `${(index * 7919 + back * 3100) % 31000}.00`,
      count: (index * 3 + back) % 7,
    })),
  ),
  years: [2026, 2025, 2024],
  lines,
  currency: 'CHF',
  others: ['EUR'],
  asOf: '2026-11-18',
}

const invoice = {
  kind: 'instalment',
  period_from: '2026-10-01',
  period_to: '2026-12-31',
  currency: 'CHF',
  data_as_of: '2026-11-18',
  company: 'Muster Holding AG',
  policy_id: 'p1',
  policy_number: 'UVG-52.375.119',
  insurer: 'Baslerhof Versicherung',
  line: 'Unfallversicherung UVG',
  reported_paid_on: null,
  reminded_on: null,
}

export const cards: Cards = {
  ...noCards,
  deadlines,
  premiumInvoices: {
    ...list,
    total: 12,
    rows: [
      { ...invoice, id: 'i1', number: 'PR2026000010', due_on: '2026-10-31', total: '9078.14', state: 'reminded', overdue: true },
      {
        ...invoice,
        id: 'i2',
        number: 'PR2026000042',
        due_on: '2026-12-31',
        total: '122430.00',
        state: 'cover_suspended',
        overdue: false,
      },
    ],
  },
  atRisk: { ...list, rows: [], total: 2 },
  risks: [],
  claims: {
    ...list,
    total: 1,
    rows: [
      {
        id: 's1',
        number: 'S-2026-00012',
        insurer_number: null,
        occurred_on: '2026-11-03',
        place: 'Luzern',
        cause: 'Kollision beim Rückwärtsfahren',
        paid: null,
        state: 'in_progress',
        company: 'Muster Bau AG',
        policy_id: 'p1',
        policy_number: 'MF-33.812.977',
        insurer: 'Helvia Versicherungen',
        currency: 'CHF',
        line: 'Motorfahrzeugflotte',
        reserve: null,
      },
    ],
  },
  drafts: [
    {
      id: 'd1',
      kind: 'vehicle',
      data: {},
      step: 'people',
      saved_at: new Date('2026-11-24T15:12:00Z'),
      submitted_at: null,
      claim_id: null,
      company_id: 'f1',
    },
  ],
  requests: {
    ...list,
    total: 1,
    rows: [
      {
        id: 'r1',
        number: 'A-2026-0001',
        category: 'certificate',
        subject: 'Versicherungsbestätigung für die Bauherrschaft',
        state: 'in_progress',
        state_since: new Date('2026-11-20T08:00:00Z'),
        urgent: false,
        author_name: 'Franziska Keller',
        created_at: new Date('2026-11-19T08:00:00Z'),
        company: 'Muster Holding AG',
      },
    ],
  },
  figures,
}

export const noCounts: Counts = {
  ...{ mine: 0, team: 0, unassigned: 0, late: 0, messages: 0, requests: 0 },
  ...{ claims: 0, approvals: 0, snoozed: 0, mails: 0, done: 0 },
}

export const staffData: StaffHomeData = {
  tallies: { requests: 14, reported: 2, without: 38 },
  reported: [{ ...cards.claims.rows[0]!, reported_on: '2026-11-23' }],
  inbox: { ...noCounts, mine: 3, team: 12, unassigned: 6, late: 2, mails: 1 },
  hours: 4,
}
