import { type RawBuilder, sql } from 'kysely'
import { labels } from '../../platform/phrases.ts'
import { companyColumn, dayColumn, numberColumn, policyColumn, textColumn } from '../../records/list-columns.tsx'
import { contains } from '../../records/list-conditions.ts'
import { defineList, type ListFilter, type ListView } from '../../records/list-description.ts'
import { companyFilter, dayFilter, insurerFilter, lineFilter, policyFilter } from '../../records/list-filter-kinds.ts'
import { readOptions, wordsOf } from '../../records/list-options.ts'
import { today } from '../../records/today.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import { kindName, type ObjectKind, objectKinds, objectName, wordsMatching, wordsOf as wordsOfKind } from './kinds.ts'
import { insuredObjectPhrases } from './phrases.ts'
import { type InsuredObjectRow, insuredObjectRows } from './queries.ts'

const label = labels(insuredObjectPhrases)

export const insuredObjectList = defineList<InsuredObjectRow>({
  path: '/insured-objects',
  table: 'insured_object',
  icon: 'car',
  words: insuredObjectPhrases,
  openedBy: 'lines',
  rows: insuredObjectRows,
  order: { key: 'name', descending: false },
  columns: [
    textColumn('name', label('name'), 'shown_name', (row, language) => objectName(row, language)),
    textColumn('kind', label('kind'), 'insured_object.kind', (row, language) => kindName(row.kind, language)),
    numberColumn('plate', label('plate'), 'insured_object.plate', (row) => row.plate),
    textColumn('make', label('make_model'), 'insured_object.make_model', (row) => row.make_model),
    policyColumn(),
    companyColumn(),
    dayColumn('from', label('valid_from'), 'insured_object.valid_from', (row) => row.valid_from, { minor: true }),
    dayColumn('to', label('valid_to'), 'insured_object.valid_to', (row) => row.valid_to),
  ],
  views: [
    {
      key: 'current',
      label: label('view_current'),
      where: sql`coalesce(insured_object.valid_from, ${today}) <= ${today} and coalesce(insured_object.valid_to, ${today}) >= ${today}`,
    },
    {
      key: 'ending',
      label: label('view_ending'),
      where: sql`insured_object.valid_to between ${today} and ${today} + 90`,
    },
    ...objectKinds.map(viewOf),
  ],
  filters: [
    kindFilter(),
    { key: 'plate', kind: 'text', label: label('plate'), where: numberMatches },
    { key: 'make', kind: 'text', label: label('make_model'), where: (text) => contains(['insured_object.make_model'], text) },
    lineFilter('insured_object'),
    insurerFilter('insured_object'),
    companyFilter('insured_object'),
    policyFilter(),
    dayFilter('from', label('valid_from'), 'insured_object.valid_from'),
    dayFilter('to', label('valid_to'), 'insured_object.valid_to'),
    sharingFilter('insured_object'),
  ],
  selection: { actions: sharingActions('/insured-objects') },
  search: (term) => sql<boolean>`(${contains(searched, term)} or ${numberMatches(term)} or ${kindIs(wordsMatching(term))})`,
})

const searched = [
  'insured_object.name',
  'insured_object.plate',
  'insured_object.master_number',
  'insured_object.vin',
  'insured_object.make_model',
  'insured_object.location',
  'insured_object.cost_centre',
  'insured_object.kind',
  'policy.number',
  'line.name',
  'company.name',
]

function viewOf(kind: ObjectKind): ListView {
  return { key: kind, label: label(`kinds_${kind}`), where: kindIs(wordsOfKind(kind)) }
}

// Our own kinds, and the source's words for which we have none: those only where the person sees such an object.
function kindFilter(): ListFilter {
  return {
    key: 'kind',
    label: label('kind'),
    options: async (visit, only) => {
      const known = objectKinds.map((kind) => ({
        value: kind as string,
        label: insuredObjectPhrases(visit.language)[`kind_${kind}`],
      }))
      const own = objectKinds.flatMap(wordsOfKind)
      const stored = await readOptions(visit, wordsOf('insured_object', 'kind'), only)
      return [...known, ...stored.filter(({ value }) => !own.includes(value.toLowerCase()))]
    },
    where: (values) => kindIs(values.flatMap((value) => (isKind(value) ? wordsOfKind(value) : [value.toLowerCase()]))),
  }
}

const isKind = (value: string): value is ObjectKind => (objectKinds as readonly string[]).includes(value)

function kindIs(words: string[]): RawBuilder<boolean> {
  return sql<boolean>`lower(insured_object.kind) = any (${words}::text[])`
}

// A plate or a master number is found however it is written: «ZH 123456», «zh123456», «849479707».
function numberMatches(term: string): RawBuilder<boolean> {
  const compact = term.replace(/[\s.·-]/g, '')
  if (!/^[\p{L}\d]+$/u.test(compact)) return sql<boolean>`false`
  const pattern = `%${compact}%`
  return sql<boolean>`(translate(insured_object.plate, ' .·-', '') ilike ${pattern} or translate(insured_object.master_number, ' .-', '') ilike ${pattern})`
}
