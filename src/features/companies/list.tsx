import { sql } from 'kysely'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { companyPhrases } from './phrases.ts'
import { type CompanyRow, companyRows, withoutUserManager } from './queries.ts'

/** The brokerage's customers (interface B2), for staff. */
export const companyList = defineList<CompanyRow>({
  path: '/companies',
  icon: 'building-2',
  title: (l) => companyPhrases(l).title,
  lead: (l) => companyPhrases(l).lead,
  nothingYet: (l) => ({ title: companyPhrases(l).nothing_title, text: companyPhrases(l).nothing_text }),
  rows: companyRows,
  id: 'company.id',
  key: (row) => row.id,
  href: (row) => `/companies/${row.id}`,
  order: { key: 'name', descending: false },
  columns: [
    { key: 'name', label: (l) => companyPhrases(l).name, sort: 'company.name', cell: (row) => row.name },
    { key: 'number', label: (l) => companyPhrases(l).number, sort: 'company.source_key', cell: (row) => row.number },
    { key: 'town', label: (l) => companyPhrases(l).town, sort: 'company.town', cell: (row) => row.town },
    {
      key: 'manager',
      label: (l) => companyPhrases(l).account_manager,
      sort: 'manager.last_name',
      cell: (row) => row.account_manager,
    },
    {
      key: 'user_manager',
      label: (l) => companyPhrases(l).user_manager,
      align: 'end',
      cell: (row, visit) =>
        row.user_managers > 0 ? row.user_managers : <Badge kind="warn">{companyPhrases(visit.language).missing}</Badge>,
    },
  ],
  views: [
    { key: 'all', label: (l) => companyPhrases(l).view_all },
    { key: 'without', label: (l) => companyPhrases(l).view_without, where: () => withoutUserManager },
    { key: 'archived', label: (l) => companyPhrases(l).view_archived, where: () => sql<boolean>`company.state = 'archived'` },
  ],
  search: (term) =>
    contains(['company.name', 'company.source_key', 'company.town', 'manager.first_name', 'manager.last_name'], term),
})
