import { sql } from 'kysely'
import { showPhone } from '../../platform/phone.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { Badge, type BadgeKind } from '../../ui/components/Badge.tsx'
import { seesSeveralCompanies } from './access.ts'
import { contactPhrases } from './phrases.ts'
import { type AccountState, type ContactRow, contactRows } from './queries.ts'

const stateKinds: Record<AccountState, BadgeKind | undefined> = {
  none: undefined,
  invited: 'info',
  active: 'ok',
  suspended: 'bad',
}

/** The manual's list of contacts (chapter 3). */
export const contactList = defineList<ContactRow>({
  path: '/contacts',
  icon: 'users',
  title: (l) => contactPhrases(l).title,
  lead: (l) => contactPhrases(l).lead,
  nothingYet: (l) => ({ title: contactPhrases(l).nothing_title, text: contactPhrases(l).nothing_text }),
  rows: contactRows,
  id: 'contact.id',
  key: (row) => row.id,
  href: (row) => `/contacts/${row.id}`,
  order: { key: 'name', descending: false },
  columns: [
    { key: 'name', label: (l) => contactPhrases(l).full_name, sort: 'contact.full_name', cell: (row) => row.full_name },
    {
      key: 'company',
      label: (l) => contactPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    { key: 'email', label: (l) => contactPhrases(l).email, sort: 'contact.email_key', cell: (row) => row.email },
    { key: 'position', label: (l) => contactPhrases(l).position, sort: 'contact.position', cell: (row) => row.position },
    { key: 'phone', label: (l) => contactPhrases(l).business_phone, sort: 'contact.phone', cell: (row) => showPhone(row.phone) },
    { key: 'mobile', label: (l) => contactPhrases(l).mobile, sort: 'contact.mobile', cell: (row) => showPhone(row.mobile) },
    {
      key: 'account',
      label: (l) => contactPhrases(l).account,
      sort: 'account.state',
      cell: (row, visit) => (
        <Badge kind={stateKinds[row.account_state]}>{contactPhrases(visit.language)[`state_${row.account_state}`]}</Badge>
      ),
    },
  ],
  views: [
    { key: 'all', label: (l) => contactPhrases(l).view_all },
    {
      key: 'with',
      label: (l) => contactPhrases(l).view_with,
      where: () => sql<boolean>`account.state in ('invited', 'active', 'suspended')`,
    },
    {
      key: 'without',
      label: (l) => contactPhrases(l).view_without,
      where: () => sql<boolean>`(account.id is null or account.state = 'withdrawn')`,
    },
    { key: 'invited', label: (l) => contactPhrases(l).view_invited, where: () => sql<boolean>`account.state = 'invited'` },
    { key: 'suspended', label: (l) => contactPhrases(l).view_suspended, where: () => sql<boolean>`account.state = 'suspended'` },
  ],
  search: (term) => sql<boolean>`(${contains(['contact.full_name', 'contact.email', 'contact.position', 'company.name'], term)}
    or (contact.first_name || ' ' || contact.last_name) ilike ${like(term)} or ${phoneContains(term)})`,
})

const like = (term: string) => `%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

// Numbers are stored as +41315550096 and typed as 031 555 00 96, 0041 31 … or any part of it.
function phoneContains(term: string) {
  const digits = term.replace(/\D/g, '').replace(/^0{1,2}/, '')
  if (digits.length < 3 || /\p{L}/u.test(term)) return sql<boolean>`false`
  return sql<boolean>`(contact.phone like ${`%${digits}%`} or contact.mobile like ${`%${digits}%`})`
}
