import { money } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { causeName, causeWord } from '../claims/causes.ts'
import { fieldPhrases } from './field-phrases.ts'
import { askedIn, type FieldName } from './fields.ts'
import type { FieldErrors, FilledStep, ReportData } from './input.ts'
import type { ClaimKind } from './kinds.ts'
import { reportPhrases } from './phrases.ts'
import { typeOf } from './reading.ts'

// Labels and choices are looked up by the name of the field, and first by the kind's own name for it.
function phrase(language: Language, key: string): string | undefined {
  const texts = fieldPhrases(language) as Record<string, unknown>
  return Object.hasOwn(texts, key) ? String(texts[key]) : undefined
}

/** The label of a field. */
export function labelOf(language: Language, kind: ClaimKind, field: string): string {
  const t = reportPhrases(language)
  if (field === 'object' || field === 'object_query' || field === 'policy') return t[field]
  return phrase(language, `${kind}_${field}`) ?? phrase(language, field) ?? field
}

/** What stands below the label, if anything. */
export function hintOf(language: Language, kind: ClaimKind, field: string): string | undefined {
  return phrase(language, `${kind}_${field}_hint`) ?? phrase(language, `${field}_hint`)
}

/** What a choice is called. */
export function optionName(language: Language, field: FieldName, option: string): string {
  if (field === 'cause') return causeName(causeWord(option), language) ?? option
  return phrase(language, `${field}_${option}`) ?? phrase(language, option) ?? option
}

/** A kept value as people read it. What an older report holds in another spelling stays as it is. */
export function valueShown(language: Language, field: string, value: string): string {
  switch (typeOf(field)) {
    case 'choice':
      return optionName(language, field as FieldName, value)
    case 'percent':
      return /^\d+$/.test(value) ? `${value}\u00a0%` : value
    case 'amount':
      return /^\d+\.\d\d$/.test(value) ? money(value) : value
    default:
      return value
  }
}

/** Label and value of everything that a step asks for this kind; what was left empty is null. */
export function rowsOf(language: Language, step: FilledStep, kind: ClaimKind, data: ReportData): [string, string | null][] {
  return askedIn(step, kind).map(({ name }) => [
    labelOf(language, kind, name),
    data[name] ? valueShown(language, name, data[name]) : null,
  ])
}

/** What is wrong, by field, as sentences. */
export function reportErrors(language: Language, kind: ClaimKind, errors: FieldErrors): Record<string, string> {
  const t = reportPhrases(language)
  const sentences: Record<string, (label: string) => string> = {
    required: t.error_required,
    choose: t.error_choose,
    day: t.error_day,
    time: () => t.error_time,
    percent: t.error_percent,
    amount: t.error_amount,
    future: t.error_future,
    order: t.error_order,
    too_long: t.error_too_long,
    object: () => t.error_object,
    policy: () => t.error_policy,
  }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (sentences[code] ?? t.error_unreadable)(labelOf(language, kind, field))]),
  )
}
