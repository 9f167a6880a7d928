import type { Language } from '../../platform/phrases.ts'
import { messagePhrases } from './phrases.ts'

/** What is wrong with a message, by field, as sentences. */
export function messageErrors(language: Language, errors: { field: string; code: string }[]): Record<string, string> {
  const t = messagePhrases(language)
  const label = (field: string) => (field === 'subject' ? t.subject : t.body)
  const sentence = (field: string, code: string) => {
    if (code === 'too_long') return t.error_too_long(label(field))
    if (code === 'unreadable') return t.error_unreadable(label(field))
    return field === 'subject' ? t.error_subject : t.error_body
  }
  return Object.fromEntries(errors.map(({ field, code }) => [field, sentence(field, code)]))
}
