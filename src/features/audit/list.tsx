import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Language } from '../../platform/phrases.ts'
import { labels } from '../../platform/phrases.ts'
import { companyColumn, momentColumn, textColumn } from '../../records/list-columns.tsx'
import { contains, isOneOf } from '../../records/list-conditions.ts'
import { defineList } from '../../records/list-description.ts'
import { momentFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import { readOptions } from '../../records/list-options.ts'
import { detailsLine } from './details.ts'
import { auditPhrases } from './phrases.ts'
import { type AuditRow, auditRows } from './queries.ts'
import { verbName, verbs } from './verb-phrases.ts'

const label = labels(auditPhrases)

const sides = ['customer', 'staff', 'visitor', 'operator', 'system'] as const

const rights = [
  ...['portal_account.', 'role_request.', 'contact.', 'second_factor.', 'staff_member.', 'team.'],
  ...['line_of_business.shared', 'record.shared', 'company.moved', 'company.merged', 'brokerage.staff_scope_changed'],
]
const sensitive = ['record.read', 'list.exported', 'login.data_exported', 'documents.zip_fetched', 'view_as.']

/** Everything that happened, for User Managers what concerns their companies, for staff what concerns theirs (interface B8). */
export const auditList = defineList<AuditRow>({
  path: '/audit',
  table: 'event',
  icon: 'history',
  words: auditPhrases,
  rows: auditRows,
  order: { key: 'at', descending: true },
  columns: [
    momentColumn('at', label('at'), 'event.at', (row) => row.at, { neverEmpty: true }),
    textColumn('what', label('what'), null, (row, language) => verbName(row.verb, language)),
    textColumn('who', label('who'), 'event.actor_name', (row, language) => whoOf(row, language)),
    textColumn('subject', label('subject'), null, (row, language) => subjectOf(row, language)),
    { ...companyColumn(), when: isStaff },
    textColumn('details', label('details'), null, (row, language) => detailsLine(row.details, language), { minor: true }),
  ],
  views: [
    { key: 'rights', label: label('view_rights'), where: startsWith(rights) },
    { key: 'sensitive', label: label('view_sensitive'), where: startsWith(sensitive) },
    { key: 'sign_ins', label: label('view_sign_ins'), where: startsWith(['login.signed_in', 'login.company_entered']) },
    { key: 'refused', label: label('view_refused'), where: startsWith(['login.refused']), when: isStaff },
  ],
  filters: [
    momentFilter('at', label('at'), 'event.at'),
    wordFilter('what', label('what'), 'event.verb', verbs, verbName),
    { key: 'who', kind: 'text', label: label('who'), where: (text) => contains(['event.actor_name'], text) },
    wordFilter('side', label('side'), 'event.actor_kind', sides, (side, language) => auditPhrases(language)[`side_${side}`]),
    {
      key: 'company',
      label: label('company'),
      options: (visit, only) => readOptions(visit, companies, only),
      where: isOneOf('event.company_id::text'),
      when: isStaff,
    },
  ],
  search: ['event.actor_name', 'company.name'],
})

const companies = sql<{ value: string; label: string }>`select company.id::text as value, company.name as label from company
  where exists (select from event e where e.brokerage_id = company.brokerage_id and e.company_id = company.id)`

function isStaff(actor: Actor): boolean {
  return actor.kind === 'staff'
}

function startsWith(beginnings: string[]) {
  return sql<boolean>`(${sql.join(
    beginnings.map((beginning) => sql`event.verb like ${sql.lit(`${beginning.replaceAll('_', '\\_')}%`)}`),
    sql` or `,
  )})`
}

/** Who did it: the name, or the side where nobody has one. */
export function whoOf({ actor_name, actor_kind }: Pick<AuditRow, 'actor_name' | 'actor_kind'>, language: Language): string {
  return actor_name || auditPhrases(language)[`side_${actor_kind as (typeof sides)[number]}`]
}

/** «Police 12.345»: what it happened to, its name only where the reader may know it. */
export function subjectOf(row: Pick<AuditRow, 'subject' | 'subject_kind'>, language: Language): string {
  const kind = (auditPhrases(language) as unknown as Record<string, string>)[`kind_${row.subject_kind}`]
  return [kind, row.subject].filter(Boolean).join(' ')
}
