import { sql } from 'kysely'
import { labels } from '../../platform/phrases.ts'
import { momentColumn, numberColumn, textColumn } from '../../records/list-columns.tsx'
import { contains, isOneOf } from '../../records/list-conditions.ts'
import { defineList, type ListColumn } from '../../records/list-description.ts'
import { readOptions } from '../../records/list-options.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { companyPhrases } from './phrases.ts'
import { type CompanyRow, companyRows, managersInUse, withExpiry, withInvitation, withoutUserManager } from './queries.ts'
import { tabPhrases } from './tab-phrases.ts'

const label = labels(companyPhrases)
const tab = labels(tabPhrases)

/** The brokerage's customers (interface B2), for staff. */
export const companyList = defineList<CompanyRow>({
  path: '/companies',
  table: 'company',
  icon: 'building-2',
  words: companyPhrases,
  rows: companyRows,
  order: { key: 'name', descending: false },
  columns: [
    textColumn('name', label('name'), 'company.name', (row) => row.name, { neverEmpty: true }),
    numberColumn('number', label('number'), 'company.source_key', (row) => row.number),
    textColumn('town', label('town'), 'company.town', (row) => row.town),
    textColumn('manager', label('account_manager'), 'manager.last_name', (row) => row.account_manager),
    countColumn('policies', (row) => row.policies),
    countColumn('open_claims', (row) => row.open_claims),
    {
      key: 'user_manager',
      label: label('user_manager'),
      sort: 'user_managers',
      align: 'end',
      cell: (row, visit) =>
        row.user_managers > 0 ? row.user_managers : <Badge kind="warn">{companyPhrases(visit.language).missing}</Badge>,
      value: (row) => row.user_managers,
    },
    momentColumn('last_sign_in', tab('last_sign_in'), 'last_sign_in', (row) => row.last_sign_in, { minor: true }),
  ],
  views: [
    { key: 'without', label: label('view_without'), where: withoutUserManager },
    { key: 'invited', label: label('view_invited'), where: withInvitation },
    { key: 'expiring', label: tab('view_expiring'), where: withExpiry },
    { key: 'archived', label: label('view_archived'), where: sql`company.state = 'archived'` },
  ],
  filters: [
    {
      key: 'manager',
      label: label('account_manager'),
      options: (visit, only) => readOptions(visit, managersInUse, only),
      where: isOneOf('company.account_manager_id'),
    },
    { key: 'town', kind: 'text', label: label('town'), where: (text) => contains(['company.town'], text) },
  ],
  search: ['company.name', 'company.source_key', 'company.town', 'manager.first_name', 'manager.last_name'],
})

// How many there are; none stays empty, so that what there is stands out.
function countColumn(key: 'policies' | 'open_claims', of: (row: CompanyRow) => number): ListColumn<CompanyRow> {
  return { key, label: tab(key), sort: key, align: 'end', cell: (row) => of(row) || null, value: of }
}
