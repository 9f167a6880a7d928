import { sql } from 'kysely'
import { money, shortDate } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { amountValue, dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { recordPhrases } from '../../records/record-phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { seesReserve } from './access.ts'
import { claimPhrases } from './phrases.ts'
import { type ClaimRow, claimRows } from './queries.ts'
import { type ClaimState, stateKinds } from './states.ts'

export const claimList = defineList<ClaimRow>({
  path: '/claims',
  icon: 'siren',
  title: (language) => claimPhrases(language).title,
  lead: (language) => claimPhrases(language).lead,
  nothingYet: (language) => ({ title: claimPhrases(language).nothing_title, text: claimPhrases(language).nothing_text }),
  rows: claimRows,
  id: 'claim.id',
  key: (row) => row.id,
  href: (row) => `/claims/${row.id}`,
  order: { key: 'occurred', descending: true },
  columns: [
    { key: 'number', label: (l) => claimPhrases(l).number, nowrap: true, sort: 'claim.number', cell: (row) => row.number },
    {
      key: 'occurred',
      label: (l) => claimPhrases(l).occurred,
      nowrap: true,
      sort: 'claim.occurred_on',
      value: (row) => dayValue(row.occurred_on),
      cell: (row) => shortDate(row.occurred_on),
    },
    {
      key: 'policy',
      label: (l) => recordPhrases(l).policy,
      nowrap: true,
      sort: 'policy.number',
      cell: (row) => row.policy_number,
    },
    {
      key: 'company',
      label: (l) => recordPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    { key: 'line', label: (l) => recordPhrases(l).line, sort: 'line.name', cell: (row) => row.line },
    { key: 'cause', label: (l) => claimPhrases(l).cause, sort: 'claim.cause', cell: (row) => row.cause },
    {
      key: 'paid',
      label: (l) => claimPhrases(l).paid,
      sort: 'claim.paid',
      align: 'end',
      value: (row) => amountValue(row.paid),
      cell: (row) => money(row.paid, row.currency ?? undefined),
    },
    {
      key: 'reserve',
      label: (l) => claimPhrases(l).reserve,
      // Sorts by what the query says, which for those who may not know it is nothing.
      sort: 'reserve',
      align: 'end',
      value: (row) => amountValue(row.reserve),
      cell: (row) => money(row.reserve, row.currency ?? undefined),
      when: seesReserve,
    },
    {
      key: 'state',
      label: (l) => claimPhrases(l).state,
      sort: 'claim.state',
      cell: (row, visit) => (
        <Badge kind={stateKinds[row.state]}>{claimPhrases(visit.language)[`state_${row.state as ClaimState}`]}</Badge>
      ),
    },
  ],
  views: [
    { key: 'all', label: (l) => claimPhrases(l).view_all },
    {
      key: 'open',
      label: (l) => claimPhrases(l).view_open,
      where: () => sql<boolean>`claim.state in ('draft', 'reported', 'forwarded', 'in_progress', 'query')`,
    },
    {
      key: 'closed',
      label: (l) => claimPhrases(l).view_closed,
      where: () => sql<boolean>`claim.state in ('settled', 'rejected', 'closed')`,
    },
  ],
  search: (term) =>
    contains(
      [
        'claim.number',
        'claim.insurer_number',
        'claim.cause',
        'claim.place',
        'policy.number',
        'policy.insurer',
        'line.name',
        'company.name',
      ],
      term,
    ),
})
