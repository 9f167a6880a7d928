import type { Language } from '../../platform/phrases.ts'
import { type CategoryKey, type DetailKey, detailKeys } from './categories.ts'
import { requestPhrases } from './phrases.ts'

/** The label of a field of the form of this category. */
export function labelOf(language: Language, category: CategoryKey, field: string): string {
  const t = requestPhrases(language)
  if (field === 'body') return t[`body_${category}`]
  if (field === 'wished_on') return t[`date_${category}`]
  if ((detailKeys as readonly string[]).includes(field)) return t[field as DetailKey]
  return field === 'about' ? t.about : t.subject
}

/** What is wrong with a request, by field, as sentences. */
export function requestErrors(
  language: Language,
  category: CategoryKey,
  errors: { field: string; code: string }[],
): Record<string, string> {
  const t = requestPhrases(language)
  const sentences: Record<string, (label: string) => string> = {
    required: t.error_required,
    day: t.error_day,
    too_long: t.error_too_long,
    choose: t.error_choose,
  }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (sentences[code] ?? t.error_unreadable)(labelOf(language, category, field))]),
  )
}
