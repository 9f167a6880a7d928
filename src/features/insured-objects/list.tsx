import { type RawBuilder, sql } from 'kysely'
import { shortDate } from '../../platform/format.ts'
import { defineList, type ListView } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { recordPhrases } from '../../records/record-phrases.ts'
import { today } from '../../records/today.ts'
import { kindName, type ObjectKind, objectKinds, objectName, wordsMatching, wordsOf } from './kinds.ts'
import { insuredObjectPhrases } from './phrases.ts'
import { type InsuredObjectRow, insuredObjectRows } from './queries.ts'

export const insuredObjectList = defineList<InsuredObjectRow>({
  path: '/insured-objects',
  icon: 'car',
  title: (language) => insuredObjectPhrases(language).title,
  lead: (language) => insuredObjectPhrases(language).lead,
  nothingYet: (language) => ({
    title: insuredObjectPhrases(language).nothing_title,
    text: insuredObjectPhrases(language).nothing_text,
  }),
  rows: insuredObjectRows,
  id: 'insured_object.id',
  key: (row) => row.id,
  href: (row) => `/insured-objects/${row.id}`,
  order: { key: 'name', descending: false },
  columns: [
    {
      key: 'name',
      label: (l) => insuredObjectPhrases(l).name,
      sort: 'shown_name',
      cell: (row, visit) => objectName(row, visit.language),
    },
    {
      key: 'kind',
      label: (l) => insuredObjectPhrases(l).kind,
      sort: 'insured_object.kind',
      cell: (row, visit) => kindName(row.kind, visit.language),
    },
    {
      key: 'plate',
      label: (l) => insuredObjectPhrases(l).plate,
      nowrap: true,
      sort: 'insured_object.plate',
      cell: (row) => row.plate,
    },
    {
      key: 'make',
      label: (l) => insuredObjectPhrases(l).make_model,
      sort: 'insured_object.make_model',
      cell: (row) => row.make_model,
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
      key: 'from',
      label: (l) => insuredObjectPhrases(l).valid_from,
      nowrap: true,
      sort: 'insured_object.valid_from',
      value: (row) => dayValue(row.valid_from),
      cell: (row) => shortDate(row.valid_from),
    },
    {
      key: 'to',
      label: (l) => insuredObjectPhrases(l).valid_to,
      nowrap: true,
      sort: 'insured_object.valid_to',
      value: (row) => dayValue(row.valid_to),
      cell: (row) => shortDate(row.valid_to),
    },
  ],
  views: [
    { key: 'all', label: (l) => insuredObjectPhrases(l).view_all },
    {
      key: 'current',
      label: (l) => insuredObjectPhrases(l).view_current,
      where: () =>
        sql<boolean>`coalesce(insured_object.valid_from, ${today}) <= ${today} and coalesce(insured_object.valid_to, ${today}) >= ${today}`,
    },
    ...objectKinds.map(viewOf),
  ],
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
  return { key: kind, label: (l) => insuredObjectPhrases(l)[`kinds_${kind}`], where: () => kindIs(wordsOf(kind)) }
}

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
