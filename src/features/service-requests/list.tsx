import { sql } from 'kysely'
import { dateTime } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import type { CategoryKey } from './categories.ts'
import { requestPhrases } from './phrases.ts'
import { type RequestRow, requestRows } from './queries.ts'
import { StateBadge } from './state-badge.tsx'

const open = () => sql<boolean>`(service_request.state not in ('done', 'withdrawn'))`

export const requestList = defineList<RequestRow>({
  path: '/requests',
  icon: 'circle-question-mark',
  title: (language) => requestPhrases(language).title,
  lead: (language) => requestPhrases(language).lead,
  nothingYet: (language) => ({ title: requestPhrases(language).nothing_title, text: requestPhrases(language).nothing_text }),
  rows: requestRows,
  id: 'service_request.id',
  key: (row) => row.id,
  href: (row) => `/requests/${row.id}`,
  order: { key: 'created', descending: true },
  columns: [
    {
      key: 'number',
      label: (l) => requestPhrases(l).number,
      sort: 'service_request.number',
      nowrap: true,
      cell: (row) => row.number,
    },
    {
      key: 'subject',
      label: (l) => requestPhrases(l).subject,
      sort: 'service_request.subject',
      cell: (row, visit) => (
        <>
          {row.subject} {row.urgent && <Badge kind="bad">{requestPhrases(visit.language).urgent}</Badge>}
        </>
      ),
    },
    {
      key: 'category',
      label: (l) => requestPhrases(l).category,
      sort: 'service_request.category',
      cell: (row, visit) => requestPhrases(visit.language)[row.category as CategoryKey],
    },
    {
      key: 'company',
      label: (l) => requestPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    {
      key: 'author',
      label: (l) => requestPhrases(l).author,
      sort: 'service_request.author_name',
      cell: (row) => row.author_name,
    },
    {
      key: 'created',
      label: (l) => requestPhrases(l).created,
      sort: 'service_request.created_at',
      nowrap: true,
      cell: (row) => dateTime(row.created_at),
    },
    {
      key: 'state',
      label: (l) => requestPhrases(l).state,
      sort: 'service_request.state',
      cell: (row, visit) => <StateBadge state={row.state} language={visit.language} />,
    },
  ],
  views: [
    { key: 'all', label: (l) => requestPhrases(l).view_all },
    { key: 'open', label: (l) => requestPhrases(l).view_open, where: open },
    {
      key: 'waiting',
      label: (l) => requestPhrases(l).view_waiting,
      where: () => sql<boolean>`service_request.state = 'waiting_customer'`,
    },
    {
      key: 'urgent',
      label: (l) => requestPhrases(l).view_urgent,
      where: () => sql<boolean>`service_request.urgent and ${open()}`,
    },
    { key: 'closed', label: (l) => requestPhrases(l).view_closed, where: () => sql<boolean>`not ${open()}` },
  ],
  search: (term) =>
    contains(['service_request.number', 'service_request.subject', 'service_request.author_name', 'company.name'], term),
})
