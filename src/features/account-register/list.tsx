import { sql } from 'kysely'
import { labels } from '../../platform/phrases.ts'
import { companyColumn, momentColumn, stateColumn, textColumn } from '../../records/list-columns.tsx'
import { defineList } from '../../records/list-description.ts'
import { companyFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import { type AssignableRole, assignableRoles, rolePhrases } from '../../records/roles.ts'
import type { BadgeKind } from '../../ui/components/Badge.tsx'
import { mayActOnAccounts } from './access.ts'
import { registerPhrases } from './phrases.ts'
import { type AccountRow, accountRows, hasFactor, invitation } from './queries.ts'

const label = labels(registerPhrases)
const states = ['invited', 'active', 'suspended'] as const
const kinds: Record<string, BadgeKind> = { invited: 'info', active: 'ok', suspended: 'bad' }

const holds = (
  roles: string[],
) => sql<boolean>`exists (select from role_grant g where g.brokerage_id = portal_account.brokerage_id
  and g.account_id = portal_account.id and g.role = any (${roles}::text[]) and g.valid_from <= now()
  and (g.valid_until is null or g.valid_until > now()))`

/** Every portal account of the companies a member of staff sees: state, roles, last sign-in, second factor. */
export const accountList = defineList<AccountRow>({
  path: '/accounts',
  table: 'portal_account',
  icon: 'key-round',
  words: registerPhrases,
  rows: accountRows,
  order: { key: 'name', descending: false },
  columns: [
    textColumn('name', label('name'), 'contact.full_name', (row) => row.full_name, { neverEmpty: true }),
    companyColumn(),
    textColumn('email', label('email'), 'login.email', (row) => row.email, { minor: true }),
    textColumn('roles', label('roles'), null, (row, language) =>
      row.roles.map((role) => rolePhrases(language)[role as AssignableRole]).join(', '),
    ),
    stateColumn(label('state'), 'portal_account.state', (row, language) => {
      const t = registerPhrases(language)
      const stuck = row.invitation === 'bounced' || row.invitation === 'expired'
      return {
        text: t[`state_${row.state as (typeof states)[number]}`],
        kind: kinds[row.state],
        note: stuck && { text: t[`invitation_${row.invitation as 'bounced' | 'expired'}`], kind: 'warn' },
      }
    }),
    momentColumn('last_sign_in', label('last_sign_in'), 'portal_account.last_sign_in_at', (row) => row.last_sign_in_at),
    textColumn('factor', label('factor'), null, (row, language) => registerPhrases(language)[row.has_factor ? 'yes' : 'no']),
  ],
  views: [
    { key: 'managers', label: label('view_managers'), where: holds(['user_manager']) },
    { key: 'invited', label: label('view_invited'), where: sql`portal_account.state = 'invited'` },
    { key: 'stuck', label: label('view_stuck'), where: sql`${invitation} in ('expired', 'bounced')` },
    { key: 'suspended', label: label('view_suspended'), where: sql`portal_account.state = 'suspended'` },
    {
      key: 'unused',
      label: label('view_unused'),
      where: sql`portal_account.state = 'active'
        and coalesce(portal_account.last_sign_in_at, portal_account.activated_at) < now() - interval '180 days'`,
    },
    { key: 'no_factor', label: label('view_no_factor'), where: sql`portal_account.state = 'active' and not ${hasFactor}` },
  ],
  filters: [
    wordFilter(
      'state',
      label('state'),
      'portal_account.state',
      states,
      (state, language) => registerPhrases(language)[`state_${state}`],
    ),
    {
      key: 'role',
      label: label('roles'),
      options: (visit) => assignableRoles.map((role) => ({ value: role, label: rolePhrases(visit.language)[role] })),
      where: holds,
    },
    companyFilter('contact'),
  ],
  search: ['contact.full_name', 'login.email', 'company.name'],
  selection: {
    actions: [
      { path: '/accounts/invitations', label: label('resend'), icon: 'send', when: mayActOnAccounts },
      { path: '/accounts/sessions', label: label('end_sessions'), icon: 'log-out', when: mayActOnAccounts },
    ],
  },
})
// An account is shown with its person.
accountList.href = (row) => `/contacts/${row.contact_id}`
