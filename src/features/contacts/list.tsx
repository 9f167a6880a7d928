import { sql } from 'kysely'
import { showPhone } from '../../platform/phone.ts'
import { labels } from '../../platform/phrases.ts'
import { companyColumn, numberColumn, stateColumn, textColumn } from '../../records/list-columns.tsx'
import { contains } from '../../records/list-conditions.ts'
import { defineList } from '../../records/list-description.ts'
import { companyFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import type { BadgeKind } from '../../ui/components/Badge.tsx'
import { seesSeveralCompanies } from './access.ts'
import { contactPhrases } from './phrases.ts'
import { type AccountState, accountState, accountStates, type ContactRow, contactRows } from './queries.ts'

const label = labels(contactPhrases)

const stateKinds: Record<AccountState, BadgeKind | undefined> = {
  none: undefined,
  invited: 'info',
  active: 'ok',
  suspended: 'bad',
}

/** The manual's list of contacts (chapter 3). */
export const contactList = defineList<ContactRow>({
  path: '/contacts',
  table: 'contact',
  icon: 'users',
  words: contactPhrases,
  rows: contactRows,
  order: { key: 'name', descending: false },
  columns: [
    textColumn('name', label('full_name'), 'contact.full_name', (row) => row.full_name, { neverEmpty: true }),
    { ...companyColumn(), when: seesSeveralCompanies },
    textColumn('email', label('email'), 'contact.email_key', (row) => row.email),
    textColumn('position', label('position'), 'contact.position', (row) => row.position),
    phoneColumn('phone', 'business_phone'),
    phoneColumn('mobile', 'mobile'),
    stateColumn(
      label('account'),
      'account.state',
      ({ account_state }, language) => ({
        text: contactPhrases(language)[`state_${account_state}`],
        kind: stateKinds[account_state],
      }),
      { key: 'account' },
    ),
  ],
  views: [
    { key: 'with', label: label('view_with'), where: sql`account.state in ('invited', 'active', 'suspended')` },
    { key: 'without', label: label('view_without'), where: sql`(account.id is null or account.state = 'withdrawn')` },
    { key: 'invited', label: label('view_invited'), where: sql`account.state = 'invited'` },
    { key: 'suspended', label: label('view_suspended'), where: sql`account.state = 'suspended'` },
  ],
  filters: [
    {
      ...wordFilter(
        'account',
        label('account'),
        'account.state',
        accountStates,
        (state, language) => contactPhrases(language)[`state_${state}`],
      ),
      where: (values) => sql`${accountState} = any (${values}::text[])`,
    },
    { key: 'position', kind: 'text', label: label('position'), where: (text) => contains(['contact.position'], text) },
    companyFilter('contact', undefined, seesSeveralCompanies),
  ],
  search: (term) => sql<boolean>`(${contains(searched, term)} or ${phoneContains(term)})`,
})

const searched = [
  'contact.full_name',
  sql<string>`(contact.first_name || ' ' || contact.last_name)`,
  'contact.email',
  'contact.position',
  'company.name',
]

// As people write it on the page, in exports as it is stored: `+41315550096` is what other programs read.
function phoneColumn(key: 'phone' | 'mobile', name: 'business_phone' | 'mobile') {
  const column = numberColumn<ContactRow>(key, label(name), `contact.${key}`, (row) => showPhone(row[key]))
  return { ...column, value: (row: ContactRow) => row[key] }
}

// Numbers are stored as +41315550096 and typed as 031 555 00 96, 0041 31 … or any part of it.
function phoneContains(term: string) {
  const digits = term.replace(/\D/g, '').replace(/^0{1,2}/, '')
  if (digits.length < 3 || /\p{L}/u.test(term)) return sql<boolean>`false`
  return sql<boolean>`(contact.phone like ${`%${digits}%`} or contact.mobile like ${`%${digits}%`})`
}
