import { sql } from 'kysely'
import { money, shortDate } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { policyPhrases } from './phrases.ts'
import { type PolicyRow, policyRows } from './queries.ts'
import { type PolicyState, stateKinds } from './states.ts'

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
    { key: 'number', label: (l) => policyPhrases(l).number, sort: 'policy.number', nowrap: true, cell: (row) => row.number },
    { key: 'line', label: (l) => policyPhrases(l).line, sort: 'line.name', cell: (row) => row.line },
    { key: 'insurer', label: (l) => policyPhrases(l).insurer, sort: 'policy.insurer', cell: (row) => row.insurer },
    {
      key: 'policyholder',
      label: (l) => policyPhrases(l).policyholder,
      sort: 'company.name',
      cell: (row) => row.company,
      when: (actor) => actor.kind === 'staff' || (actor.kind === 'customer' && actor.roles.has('group_manager')),
    },
    {
      key: 'premium',
      label: (l) => policyPhrases(l).premium,
      sort: 'policy.premium_gross',
      align: 'end',
      cell: (row) => money(row.premium_gross, row.currency),
    },
    {
      key: 'ends',
      label: (l) => policyPhrases(l).ends,
      sort: 'policy.ends_on',
      nowrap: true,
      cell: (row) => shortDate(row.ends_on),
    },
    {
      key: 'state',
      label: (l) => policyPhrases(l).state,
      sort: 'policy.state',
      cell: (row, visit) => <Badge kind={stateKinds[row.state]}>{policyPhrases(visit.language)[row.state as PolicyState]}</Badge>,
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
  search: (term) => contains(['policy.number', 'line.name', 'policy.name', 'policy.insurer', 'company.name'], term),
})
