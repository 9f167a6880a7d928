import { type RawBuilder, sql } from 'kysely'
import { shortDate } from '../../platform/format.ts'
import { defineList, type ListView } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { recordPhrases } from '../../records/record-phrases.ts'
import { type CategoryGroup, categoryGroups, categoryName, wordsMatching, wordsOf } from './categories.ts'
import { DownloadLink } from './download-link.tsx'
import { documentPhrases } from './phrases.ts'
import { type DocumentRow, documentRows } from './queries.ts'

const grouped = Object.values(categoryGroups).flat().flatMap(wordsOf)

export const documentList = defineList<DocumentRow>({
  path: '/documents',
  icon: 'folder',
  title: (language) => documentPhrases(language).title,
  lead: (language) => documentPhrases(language).lead,
  nothingYet: (language) => ({ title: documentPhrases(language).nothing_title, text: documentPhrases(language).nothing_text }),
  rows: documentRows,
  id: 'document.id',
  key: (row) => row.id,
  href: (row) => `/documents/${row.id}`,
  order: { key: 'date', descending: true },
  columns: [
    { key: 'title', label: (l) => documentPhrases(l).name, sort: 'document.title', cell: (row) => row.title },
    {
      key: 'category',
      label: (l) => documentPhrases(l).category,
      sort: 'document.category',
      cell: (row, visit) => categoryName(row.category, visit.language),
    },
    {
      key: 'policy',
      label: (l) => recordPhrases(l).policy,
      nowrap: true,
      sort: 'policy.number',
      cell: (row) => row.policy_number,
    },
    {
      key: 'company',
      label: (l) => recordPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    {
      key: 'date',
      label: (l) => documentPhrases(l).dated,
      nowrap: true,
      sort: 'document.dated_on',
      value: (row) => dayValue(row.dated_on),
      cell: (row) => shortDate(row.dated_on),
    },
    {
      key: 'file',
      label: (l) => documentPhrases(l).file,
      sort: 'document.byte_size',
      cell: (row, visit) => <DownloadLink visit={visit} document={row} />,
    },
  ],
  views: [
    { key: 'all', label: (l) => documentPhrases(l).view_all },
    ...(Object.keys(categoryGroups) as CategoryGroup[]).map(viewOf),
    { key: 'other', label: (l) => documentPhrases(l).view_other, where: () => sql<boolean>`not ${categoryIs(grouped)}` },
  ],
  search: (term) => sql<boolean>`(${contains(searched, term)} or ${categoryIs(wordsMatching(term))})`,
})

const searched = ['document.title', 'document.category', 'document.file_name', 'policy.number', 'line.name', 'company.name']

function viewOf(group: CategoryGroup): ListView {
  return {
    key: group,
    label: (l) => documentPhrases(l)[`view_${group}`],
    where: () => categoryIs(categoryGroups[group].flatMap(wordsOf)),
  }
}

function categoryIs(words: string[]): RawBuilder<boolean> {
  return sql<boolean>`lower(document.category) = any (${words}::text[])`
}
