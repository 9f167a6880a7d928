import { sql } from 'kysely'
import { uuid } from '../platform/forms.ts'
import type { Language } from '../platform/phrases.ts'
import { contains, isBetween, isOnDays, isOneOf } from './list-conditions.ts'
import type { ChoiceFilter, Label, RangeFilter, TextFilter } from './list-description.ts'
import { companiesOf, insurersOf, linesOf, type RecordTable, readOptions, yearsOf } from './list-options.ts'
import { seesSeveralCompanies } from './record.tsx'
import { recordPhrases } from './record-phrases.ts'

// Makers of the filters that lists have in common. The key stands in addresses and saved views: it never changes.

/** One or several of our own words (states, kinds): all of them are offered, for they say nothing about what exists. */
export function wordFilter<Word extends string>(
  key: string,
  label: Label,
  column: string,
  words: readonly Word[],
  name: (word: Word, language: Language) => string,
): ChoiceFilter {
  return {
    key,
    label,
    options: ({ language }) => words.map((value) => ({ value, label: name(value, language) })),
    where: isOneOf(column),
  }
}

/** From one day to another. */
export function dayFilter(key: string, label: Label, column: string): RangeFilter {
  return { key, label, kind: 'date-range', where: isBetween(column) }
}

/** From one day to another, of a column of instants. */
export function momentFilter(key: string, label: Label, column: string): RangeFilter {
  return { key, label, kind: 'date-range', where: isOnDays(column) }
}

/** From one amount to another. */
export function amountFilter(key: string, label: Label, column: string): RangeFilter {
  return { key, label, kind: 'amount-range', where: isBetween(column) }
}

/** The companies of which the person sees such records, for those who see several. */
export function companyFilter(table: RecordTable | 'contact', label?: Label, when = seesSeveralCompanies): ChoiceFilter {
  return {
    key: 'company',
    label: label ?? ((l) => recordPhrases(l).company),
    options: (visit, only) => readOptions(visit, companiesOf(table), only),
    // As ids, so that an index can be used; what is none is nobody's company.
    where: (values) =>
      sql`${sql.ref(`${table}.company_id`)} = any (${values.filter((value) => uuid.safeParse(value).success)}::uuid[])`,
    when,
  }
}

/** The lines of such records. The list joins `policy`. */
export function lineFilter(table: RecordTable): ChoiceFilter {
  return {
    key: 'line',
    label: (l) => recordPhrases(l).line,
    options: (visit, only) => readOptions(visit, linesOf(table), only),
    where: isOneOf('policy.line_code'),
  }
}

/** The insurers of such records. The list joins `policy`. */
export function insurerFilter(table: RecordTable): ChoiceFilter {
  return {
    key: 'insurer',
    label: (l) => recordPhrases(l).insurer,
    options: (visit, only) => readOptions(visit, insurersOf(table), only),
    where: isOneOf('policy.insurer'),
  }
}

/** A part of the policy's number. The list joins `policy`. */
export function policyFilter(): TextFilter {
  return {
    key: 'policy',
    kind: 'text',
    label: (l) => recordPhrases(l).policy,
    where: (text) => contains(['policy.number'], text),
  }
}

/** The years that such records have in a column of days. */
export function yearFilter(table: RecordTable, column: string, label?: Label): ChoiceFilter {
  const full = `${table}.${column}`
  return {
    key: 'year',
    label: label ?? ((l) => recordPhrases(l).year),
    options: (visit, only) => readOptions(visit, yearsOf(table, column), only, 'desc'),
    where: (values) => sql`extract(year from ${sql.ref(full)})::int::text = any (${values}::text[])`,
  }
}
