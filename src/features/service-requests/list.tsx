import { sql } from 'kysely'
import { isCustomer } from '../../platform/actor.ts'
import { labels } from '../../platform/phrases.ts'
import { companyColumn, momentColumn, numberColumn, stateColumn, textColumn } from '../../records/list-columns.tsx'
import { defineList } from '../../records/list-description.ts'
import { companyFilter, momentFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { type CategoryKey, categoryKeys } from './categories.ts'
import { requestPhrases } from './phrases.ts'
import { type RequestRow, requestRows } from './queries.ts'
import { type RequestState, requestStates, stateKinds } from './states.ts'

const label = labels(requestPhrases)
const open = sql<boolean>`(service_request.state not in ('done', 'withdrawn'))`
// Whose turn it is: the customer's when something was asked back, else the broker's.
const waitsForMe = sql<boolean>`(${open} and (service_request.state = 'waiting_customer') <> (select access.is_staff())
  and (service_request.state <> 'waiting_insurer' or not (select access.is_staff())))`

export const requestList = defineList<RequestRow>({
  path: '/requests',
  table: 'service_request',
  icon: 'circle-question-mark',
  words: requestPhrases,
  rows: requestRows,
  order: { key: 'created', descending: true },
  columns: [
    numberColumn('number', label('number'), 'service_request.number', (row) => row.number, { neverEmpty: true }),
    {
      key: 'subject',
      label: label('subject'),
      sort: 'service_request.subject',
      neverEmpty: true,
      cell: (row, visit) => (
        <>
          {row.subject} {row.urgent && <Badge kind="bad">{requestPhrases(visit.language).urgent}</Badge>}
        </>
      ),
      value: (row) => row.subject,
    },
    textColumn(
      'category',
      label('category'),
      'service_request.category',
      (row, language) => requestPhrases(language)[row.category as CategoryKey],
    ),
    companyColumn(),
    textColumn('author', label('author'), 'service_request.author_name', (row) => row.author_name, { minor: true }),
    momentColumn('created', label('created'), 'service_request.created_at', (row) => row.created_at, { neverEmpty: true }),
    momentColumn('since', label('state_since'), 'service_request.state_since', (row) => row.state_since, { minor: true }),
    stateColumn(label('state'), 'service_request.state', ({ state }, language) => ({
      text: requestPhrases(language)[state as RequestState],
      kind: stateKinds[state as RequestState],
    })),
    textColumn('urgent', label('urgent'), null, (row, language) => (row.urgent ? requestPhrases(language).urgent : null), {
      exportOnly: true,
    }),
  ],
  views: [
    { key: 'open', label: label('view_open'), where: open },
    { key: 'waiting', label: label('view_waiting'), where: waitsForMe },
    { key: 'progress', label: label('view_progress'), where: sql`service_request.state in ('in_progress', 'waiting_insurer')` },
    { key: 'own', label: label('view_own'), where: sql`service_request.author_account_id = access.actor()`, when: isCustomer },
    { key: 'urgent', label: label('view_urgent'), where: sql`service_request.urgent and ${open}` },
    { key: 'closed', label: label('view_closed'), where: sql`not ${open}` },
  ],
  filters: [
    wordFilter(
      'state',
      label('state'),
      'service_request.state',
      requestStates,
      (state, language) => requestPhrases(language)[state],
    ),
    wordFilter(
      'category',
      label('category'),
      'service_request.category',
      categoryKeys,
      (key, language) => requestPhrases(language)[key],
    ),
    companyFilter('service_request'),
    momentFilter('created', label('created'), 'service_request.created_at'),
  ],
  search: ['service_request.number', 'service_request.subject', 'service_request.author_name', 'company.name'],
})
