import { money, shortDate } from '../platform/format.ts'
import type { Language } from '../platform/phrases.ts'
import type { FieldWords } from './record-description.ts'

type Label = (language: Language) => string

/** A column that is a plain text. */
export const textField = (label: Label): FieldWords => ({ label, value: (value) => value })

/** A column that is a day. */
export const dayField = (label: Label): FieldWords => ({ label, value: (value) => shortDate(value) })

/** A column that is an amount; its currency stands with the record. */
export const amountField = (label: Label): FieldWords => ({ label, value: (value) => money(value, '').trim() })

/** A column whose values have words of their own. */
export function wordField(label: Label, word: (value: string, language: Language) => string | undefined): FieldWords {
  return { label, value: (value, language) => word(value, language) ?? value }
}
