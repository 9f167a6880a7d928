import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { money, shortDate } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { isBetween, isOneOf, visibleOptions } from '../../records/list-filters.ts'
import { contains } from '../../records/list-query.ts'
import { amountValue, dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import { policyPhrases } from './phrases.ts'
import { type PolicyRow, policyRows } from './queries.ts'
import { type PolicyState, policyStates, stateKinds } from './states.ts'

export const policyList = defineList<PolicyRow>({
  path: '/policies',
  icon: 'file-text',
  title: (language) => policyPhrases(language).title,
  lead: (language) => policyPhrases(language).lead,
  nothingYet: (language) => ({ title: policyPhrases(language).nothing_title, text: policyPhrases(language).nothing_text }),
  rows: policyRows,
  id: 'policy.id',
  key: (row) => row.id,
  href: (row) => `/policies/${row.id}`,
  order: { key: 'number', descending: false },
  columns: [
    {
      key: 'number',
      label: (l) => policyPhrases(l).number,
      sort: 'policy.number',
      neverEmpty: true,
      nowrap: true,
      cell: (row) => row.number,
    },
    { key: 'line', label: (l) => policyPhrases(l).line, sort: 'line.name', cell: (row) => row.line },
    { key: 'insurer', label: (l) => policyPhrases(l).insurer, sort: 'policy.insurer', cell: (row) => row.insurer },
    {
      key: 'policyholder',
      label: (l) => policyPhrases(l).policyholder,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    {
      key: 'premium',
      label: (l) => policyPhrases(l).premium,
      sort: 'policy.premium_gross',
      align: 'end',
      cell: (row) => money(row.premium_gross, row.currency),
      value: (row) => amountValue(row.premium_gross),
    },
    { key: 'currency', label: (l) => policyPhrases(l).currency, cell: (row) => row.currency, exportOnly: true },
    {
      key: 'ends',
      label: (l) => policyPhrases(l).ends,
      sort: 'policy.ends_on',
      nowrap: true,
      cell: (row) => shortDate(row.ends_on),
      value: (row) => dayValue(row.ends_on),
    },
    {
      key: 'state',
      label: (l) => policyPhrases(l).state,
      sort: 'policy.state',
      cell: (row, visit) => <Badge kind={stateKinds[row.state]}>{policyPhrases(visit.language)[row.state as PolicyState]}</Badge>,
      value: (row, visit) => policyPhrases(visit.language)[row.state as PolicyState],
    },
  ],
  views: [
    { key: 'all', label: (l) => policyPhrases(l).view_all },
    { key: 'active', label: (l) => policyPhrases(l).view_active, where: () => sql<boolean>`policy.state = 'active'` },
    {
      key: 'expiring',
      label: (l) => policyPhrases(l).view_expiring,
      where: () =>
        sql<boolean>`policy.state = 'active' and policy.ends_on between (now() at time zone 'Europe/Zurich')::date and (now() at time zone 'Europe/Zurich')::date + 90`,
    },
    {
      key: 'ended',
      label: (l) => policyPhrases(l).view_ended,
      where: () => sql<boolean>`policy.state in ('terminated', 'expired', 'replaced')`,
    },
  ],
  filters: [
    {
      key: 'state',
      label: (l) => policyPhrases(l).state,
      options: (visit) => policyStates.map((state) => ({ value: state, label: policyPhrases(visit.language)[state] })),
      where: isOneOf('policy.state'),
    },
    {
      key: 'line',
      label: (l) => policyPhrases(l).line,
      options: (visit) => visibleOptions(visit, linesInUse, 'line.code', 'line.name'),
      where: isOneOf('policy.line_code'),
    },
    {
      key: 'insurer',
      label: (l) => policyPhrases(l).insurer,
      options: (visit) => visibleOptions(visit, (db) => db.selectFrom('policy'), 'policy.insurer'),
      where: isOneOf('policy.insurer'),
    },
    {
      key: 'company',
      label: (l) => policyPhrases(l).policyholder,
      options: (visit) => visibleOptions(visit, policyholders, 'company.id', 'company.name'),
      where: isOneOf('policy.company_id'),
      when: seesSeveralCompanies,
    },
    { key: 'ends', kind: 'date-range', label: (l) => policyPhrases(l).ends, where: isBetween('policy.ends_on') },
    { key: 'premium', kind: 'amount-range', label: (l) => policyPhrases(l).premium, where: isBetween('policy.premium_gross') },
  ],
  search: (term) => contains(['policy.number', 'line.name', 'policy.name', 'policy.insurer', 'company.name'], term),
})

// Options come from the policies that exist for the person; asked this way round, no policy has to be joined to its names.
function linesInUse(db: Db) {
  return db
    .selectFrom('line_of_business as line')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('policy')
          .select('policy.id')
          .whereRef('policy.brokerage_id', '=', 'line.brokerage_id')
          .whereRef('policy.line_code', '=', 'line.code'),
      ),
    )
}

function policyholders(db: Db) {
  return db
    .selectFrom('company')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('policy')
          .select('policy.id')
          .whereRef('policy.brokerage_id', '=', 'company.brokerage_id')
          .whereRef('policy.company_id', '=', 'company.id'),
      ),
    )
}
