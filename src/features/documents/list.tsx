import { type RawBuilder, sql } from 'kysely'
import { isCustomer } from '../../platform/actor.ts'
import { labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { companyColumn, dayColumn, policyColumn, textColumn } from '../../records/list-columns.tsx'
import { contains } from '../../records/list-conditions.ts'
import { defineList, type ListFilter, type ListView } from '../../records/list-description.ts'
import { companyFilter, dayFilter, lineFilter, policyFilter, yearFilter } from '../../records/list-filter-kinds.ts'
import { readOptions, wordsOf as wordsStored } from '../../records/list-options.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { zipPhrases } from '../document-zips/phrases.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import {
  type Category,
  type CategoryGroup,
  categories,
  categoryGroups,
  categoryName,
  wordsMatching,
  wordsOf,
} from './categories.ts'
import { DownloadLink } from './download-link.tsx'
import { fileShown } from './file-size.ts'
import { isNew } from './news.ts'
import { documentPhrases } from './phrases.ts'
import { type DocumentRow, documentRows } from './queries.ts'
import { versionPhrases } from './version-phrases.ts'

const label = labels(documentPhrases)
const grouped = Object.values(categoryGroups).flat().flatMap(wordsOf)

export const documentList = defineList<DocumentRow>({
  path: '/documents',
  table: 'document',
  icon: 'folder',
  words: documentPhrases,
  openedBy: 'lines and none',
  rows: documentRows,
  order: { key: 'date', descending: true },
  columns: [
    {
      key: 'title',
      label: label('name'),
      sort: 'document.title',
      neverEmpty: true,
      cell: (row, visit) => <Title row={row} visit={visit} />,
      value: (row) => row.title,
    },
    textColumn('category', label('category'), 'document.category', (row, language) => categoryName(row.category, language)),
    policyColumn(),
    companyColumn(),
    dayColumn('date', label('dated'), 'document.dated_on', (row) => row.dated_on),
    {
      key: 'file',
      label: label('file'),
      sort: 'document.byte_size',
      neverEmpty: true,
      cell: (row, visit) => <DownloadLink visit={visit} document={row} />,
      value: fileShown,
    },
  ],
  views: [
    { key: 'new', label: labels(versionPhrases)('view_new'), where: isNew() },
    { key: 'own', label: label('view_own'), where: sql`document.author_account_id = access.actor()`, when: isCustomer },
    ...(Object.keys(categoryGroups) as CategoryGroup[]).map(viewOf),
    { key: 'other', label: label('view_other'), where: sql`not ${categoryIs(grouped)}` },
  ],
  filters: [
    categoryFilter(),
    yearFilter('document', 'dated_on'),
    policyFilter(),
    lineFilter('document'),
    companyFilter('document'),
    dayFilter('date', label('dated'), 'document.dated_on'),
    sharingFilter('document'),
  ],
  selection: {
    actions: [
      { path: '/documents/zip', label: labels(zipPhrases)('selection'), icon: 'download' },
      { path: '/documents/zip/all', label: labels(zipPhrases)('whole_list'), icon: 'download' },
      ...sharingActions('/documents'),
    ],
  },
  search: (term) => sql<boolean>`(${contains(searched, term)} or ${categoryIs(wordsMatching(term))})`,
})

function Title({ row, visit }: { row: DocumentRow; visit: Pick<Visit, 'language'> }) {
  return (
    <>
      {row.title} {row.is_new && <Badge kind="info">{versionPhrases(visit.language).fresh}</Badge>}
    </>
  )
}

const searched = ['document.title', 'document.category', 'document.file_name', 'policy.number', 'line.name', 'company.name']

function viewOf(group: CategoryGroup): ListView {
  return { key: group, label: label(`view_${group}`), where: categoryIs(categoryGroups[group].flatMap(wordsOf)) }
}

// Our own categories, and the source's words for which we have none: those only where the person sees such a document.
function categoryFilter(): ListFilter {
  return {
    key: 'category',
    label: label('category'),
    options: async (visit, only) => {
      const own = categories.flatMap(wordsOf)
      const stored = await readOptions(visit, wordsStored('document', 'category'), only)
      return [
        ...categories.map((value) => ({ value: value as string, label: documentPhrases(visit.language)[`category_${value}`] })),
        ...stored.filter(({ value }) => !own.includes(value.toLowerCase())),
      ]
    },
    where: (values) => categoryIs(values.flatMap((value) => (isCategory(value) ? wordsOf(value) : [value.toLowerCase()]))),
  }
}

const isCategory = (value: string): value is Category => (categories as string[]).includes(value)

function categoryIs(words: string[]): RawBuilder<boolean> {
  return sql<boolean>`lower(document.category) = any (${words}::text[])`
}
