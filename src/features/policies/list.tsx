import { sql } from 'kysely'
import { labels } from '../../platform/phrases.ts'
import {
  amountColumn,
  companyColumn,
  currencyColumn,
  dayColumn,
  insurerColumn,
  lineColumn,
  numberColumn,
  stateColumn,
} from '../../records/list-columns.tsx'
import { defineList } from '../../records/list-description.ts'
import { amountFilter, companyFilter, dayFilter, insurerFilter, lineFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import { today } from '../../records/today.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import { policyPhrases } from './phrases.ts'
import { type PolicyRow, policyRows } from './queries.ts'
import { type PolicyState, policyStates, stateKinds } from './states.ts'

const label = labels(policyPhrases)

export const policyList = defineList<PolicyRow>({
  path: '/policies',
  table: 'policy',
  icon: 'file-text',
  words: policyPhrases,
  openedBy: 'lines',
  rows: policyRows,
  order: { key: 'number', descending: false },
  columns: [
    numberColumn('number', label('number'), 'policy.number', (row) => row.number, { neverEmpty: true }),
    lineColumn(),
    insurerColumn(),
    companyColumn('policyholder', label('policyholder')),
    amountColumn(
      'premium',
      label('premium'),
      'policy.premium_gross',
      (row) => row.premium_gross,
      (row) => row.currency,
    ),
    currencyColumn((row) => row.currency),
    dayColumn('ends', label('ends'), 'policy.ends_on', (row) => row.ends_on),
    stateColumn(label('state'), 'policy.state', ({ state }, language) => ({
      text: policyPhrases(language)[state as PolicyState],
      kind: stateKinds[state],
    })),
  ],
  views: [
    { key: 'active', label: label('view_active'), where: sql`policy.state = 'active'` },
    {
      key: 'expiring',
      label: label('view_expiring'),
      where: sql`policy.state = 'active' and policy.ends_on between ${today} and ${today} + 90`,
    },
    { key: 'ended', label: label('view_ended'), where: sql`policy.state in ('terminated', 'expired', 'replaced')` },
  ],
  filters: [
    wordFilter('state', label('state'), 'policy.state', policyStates, (state, language) => policyPhrases(language)[state]),
    lineFilter('policy'),
    insurerFilter('policy'),
    companyFilter('policy', label('policyholder')),
    dayFilter('ends', label('ends'), 'policy.ends_on'),
    amountFilter('premium', label('premium'), 'policy.premium_gross'),
    sharingFilter('policy'),
  ],
  selection: { actions: sharingActions('/policies') },
  search: ['policy.number', 'line.name', 'policy.name', 'policy.insurer', 'company.name'],
})
