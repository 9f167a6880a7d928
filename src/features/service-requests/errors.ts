import type { Language } from '../../platform/phrases.ts'
import { type CategoryKey, categories } from './categories.ts'
import { type DetailKey, detailKeys } from './details.ts'
import { requestPhrases } from './phrases.ts'

/** The label of a field of the form of this category. */
export function labelOf(language: Language, category: CategoryKey, field: string): string {
  const t = requestPhrases(language)
  if (field === 'body') return t[`body_${category}`]
  if (field === 'wished_on') return t[`date_${category}`]
  if ((detailKeys as readonly string[]).includes(field)) return t[field as DetailKey]
  if (field === 'about' && categories[category].policies === 'needed') return t.about_policy
  if (field === 'about' || field === 'next_step' || field === 'next_on' || field === 'missing') return t[field]
  return t.subject
}

/** What a detail is called on the page of the request, where a form asked a question. */
export function factLabel(language: Language, key: DetailKey): string {
  const t = requestPhrases(language)
  const facts: Partial<Record<DetailKey, string>> = {
    evn: t.fact_evn,
    leasing: t.fact_leasing,
    reason: t.fact_reason,
    recipient: t.fact_recipient,
    send_to: t.fact_send_to,
    person: t.fact_person,
  }
  return facts[key] ?? t[key]
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
    plate: t.error_plate,
    master_number: t.error_master_number,
    vin: t.error_vin,
    amount: t.error_amount,
  }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (sentences[code] ?? t.error_unreadable)(labelOf(language, category, field))]),
  )
}
