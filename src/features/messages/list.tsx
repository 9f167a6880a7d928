import { labels } from '../../platform/phrases.ts'
import { companyColumn, momentColumn, stateColumn, textColumn } from '../../records/list-columns.tsx'
import { defineList } from '../../records/list-description.ts'
import { companyFilter, momentFilter, wordFilter } from '../../records/list-filter-kinds.ts'
import { type AboutKind, aboutKinds } from './about.ts'
import { messagePhrases } from './phrases.ts'
import { awaitsAnswer, type ConversationRow, conversationRows, hasUnread } from './queries.ts'

const label = labels(messagePhrases)

export const conversationList = defineList<ConversationRow>({
  path: '/messages',
  table: 'conversation',
  icon: 'message-square',
  words: messagePhrases,
  rows: conversationRows,
  order: { key: 'last', descending: true },
  columns: [
    {
      ...textColumn<ConversationRow>('subject', label('subject'), 'conversation.subject', (row) => row.subject, {
        neverEmpty: true,
      }),
      cell: (row) => (row.unread ? <strong>{row.subject}</strong> : row.subject),
    },
    textColumn('about', label('about'), 'conversation.about_kind', (row, language) => aboutText(row, messagePhrases(language))),
    companyColumn(),
    textColumn('author', label('last_author'), 'last.author_name', (row) => row.last_author),
    momentColumn('last', label('last_at'), 'conversation.last_message_at', (row) => row.last_at, { neverEmpty: true }),
    stateColumn(
      label('unread'),
      null,
      (row, language) => ({ text: row.unread ? messagePhrases(language).unread : '', kind: 'info' }),
      { key: 'unread' },
    ),
  ],
  views: [
    { key: 'unread', label: label('view_unread'), where: hasUnread },
    { key: 'waiting', label: label('view_waiting'), where: awaitsAnswer },
  ],
  filters: [
    wordFilter(
      'about',
      label('about'),
      'conversation.about_kind',
      aboutKinds,
      (kind, language) => messagePhrases(language)[kind],
    ),
    companyFilter('conversation'),
    momentFilter('last', label('last_at'), 'conversation.last_message_at'),
  ],
  search: ['conversation.subject', 'company.name', 'last.author_name'],
})

function aboutText(row: ConversationRow, t: ReturnType<typeof messagePhrases>): string {
  if (!row.about_kind) return t.about_nothing
  return `${t[row.about_kind as AboutKind]}${row.about_label ? ` ${row.about_label}` : ''}`
}
