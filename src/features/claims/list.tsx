import { sql } from 'kysely'
import { isCustomer } from '../../platform/actor.ts'
import { labels } from '../../platform/phrases.ts'
import {
  amountColumn,
  companyColumn,
  currencyColumn,
  dayColumn,
  insurerColumn,
  lineColumn,
  numberColumn,
  policyColumn,
  stateColumn,
  textColumn,
} from '../../records/list-columns.tsx'
import { defineList } from '../../records/list-description.ts'
import {
  amountFilter,
  companyFilter,
  dayFilter,
  insurerFilter,
  lineFilter,
  policyFilter,
  wordFilter,
  yearFilter,
} from '../../records/list-filter-kinds.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import { seesReserve } from './access.ts'
import { claimPhrases } from './phrases.ts'
import { type ClaimRow, claimRows } from './queries.ts'
import { type ClaimState, claimStates, stateKinds } from './states.ts'

const label = labels(claimPhrases)

export const claimList = defineList<ClaimRow>({
  path: '/claims',
  table: 'claim',
  icon: 'siren',
  words: claimPhrases,
  openedBy: 'lines and none',
  rows: claimRows,
  order: { key: 'occurred', descending: true },
  columns: [
    numberColumn('number', label('number'), 'claim.number', (row) => row.number, { neverEmpty: true }),
    dayColumn('occurred', label('occurred'), 'claim.occurred_on', (row) => row.occurred_on, { neverEmpty: true }),
    policyColumn({ minor: true }),
    companyColumn(),
    lineColumn(),
    insurerColumn({ minor: true }),
    textColumn('cause', label('cause'), 'claim.cause', (row) => row.cause),
    amountColumn(
      'paid',
      label('paid'),
      'claim.paid',
      (row) => row.paid,
      (row) => row.currency,
    ),
    amountColumn(
      'reserve',
      label('reserve'),
      // Sorts by what the query says, which for those who may not know it is nothing.
      'reserve',
      (row) => row.reserve,
      (row) => row.currency,
      { when: seesReserve },
    ),
    currencyColumn((row) => row.currency),
    stateColumn(label('state'), 'claim.state', ({ state }, language) => ({
      text: claimPhrases(language)[`state_${state as ClaimState}`],
      kind: stateKinds[state],
    })),
  ],
  views: [
    {
      key: 'open',
      label: label('view_open'),
      where: sql`claim.state in ('draft', 'reported', 'forwarded', 'in_progress', 'query')`,
    },
    { key: 'progress', label: label('view_progress'), where: sql`claim.state in ('forwarded', 'in_progress')` },
    { key: 'query', label: label('view_query'), where: sql`claim.state = 'query'` },
    { key: 'own', label: label('view_own'), where: sql`claim.author_account_id = access.actor()`, when: isCustomer },
    { key: 'closed', label: label('view_closed'), where: sql`claim.state in ('settled', 'rejected', 'closed')` },
  ],
  filters: [
    wordFilter(
      'state',
      label('state'),
      'claim.state',
      claimStates,
      (state, language) => claimPhrases(language)[`state_${state}`],
    ),
    lineFilter('claim'),
    insurerFilter('claim'),
    companyFilter('claim'),
    policyFilter(),
    yearFilter('claim', 'occurred_on'),
    dayFilter('occurred', label('occurred'), 'claim.occurred_on'),
    amountFilter('paid', label('paid'), 'claim.paid'),
    sharingFilter('claim'),
  ],
  selection: { actions: sharingActions('/claims') },
  search: [
    'claim.number',
    'claim.insurer_number',
    'claim.cause',
    'claim.place',
    'policy.number',
    'policy.insurer',
    'line.name',
    'company.name',
  ],
})
