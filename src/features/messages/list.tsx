import { dateTime } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import type { AboutKind } from './about.ts'
import { messagePhrases } from './phrases.ts'
import { type ConversationRow, conversationRows, hasUnread } from './queries.ts'

export const conversationList = defineList<ConversationRow>({
  path: '/messages',
  icon: 'message-square',
  title: (language) => messagePhrases(language).title,
  lead: (language) => messagePhrases(language).lead,
  nothingYet: (language) => ({ title: messagePhrases(language).nothing_title, text: messagePhrases(language).nothing_text }),
  rows: conversationRows,
  id: 'conversation.id',
  key: (row) => row.id,
  href: (row) => `/messages/${row.id}`,
  order: { key: 'last', descending: true },
  columns: [
    {
      key: 'subject',
      label: (l) => messagePhrases(l).subject,
      sort: 'conversation.subject',
      cell: (row) => (row.unread ? <strong>{row.subject}</strong> : row.subject),
    },
    {
      key: 'unread',
      label: (l) => messagePhrases(l).unread,
      cell: (row, visit) => row.unread && <Badge kind="info">{messagePhrases(visit.language).unread}</Badge>,
    },
    {
      key: 'about',
      label: (l) => messagePhrases(l).about,
      cell: (row, visit) => aboutText(row, messagePhrases(visit.language)),
    },
    {
      key: 'company',
      label: (l) => messagePhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    { key: 'author', label: (l) => messagePhrases(l).last_author, sort: 'last.author_name', cell: (row) => row.last_author },
    {
      key: 'last',
      label: (l) => messagePhrases(l).last_at,
      sort: 'conversation.last_message_at',
      nowrap: true,
      cell: (row) => dateTime(row.last_at),
    },
  ],
  views: [
    { key: 'all', label: (l) => messagePhrases(l).view_all },
    { key: 'unread', label: (l) => messagePhrases(l).view_unread, where: hasUnread },
  ],
  search: (term) => contains(['conversation.subject', 'company.name', 'last.author_name'], term),
})

function aboutText(row: ConversationRow, t: ReturnType<typeof messagePhrases>): string {
  if (!row.about_kind) return t.about_nothing
  return `${t[row.about_kind as AboutKind]}${row.about_label ? ` ${row.about_label}` : ''}`
}
