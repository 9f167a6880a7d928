import type { Language } from '../../platform/phrases.ts'
import type { FieldErrors } from './input.ts'
import { reportPhrases } from './phrases.ts'

type FieldName = 'date' | 'time' | 'place' | 'what' | 'object' | 'object_query' | 'policy'

/** The label of a field. */
export function labelOf(language: Language, field: string): string {
  return reportPhrases(language)[field as FieldName] ?? field
}

/** What is wrong, by field, as sentences. */
export function reportErrors(language: Language, errors: FieldErrors): Record<string, string> {
  const t = reportPhrases(language)
  const sentences: Record<string, (label: string) => string> = {
    required: t.error_required,
    day: () => t.error_day,
    future: () => t.error_future,
    time: () => t.error_time,
    too_long: t.error_too_long,
    object: () => t.error_object,
    policy: () => t.error_policy,
    incomplete: () => t.error_incomplete,
  }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (sentences[code] ?? t.error_unreadable)(labelOf(language, field))]),
  )
}
