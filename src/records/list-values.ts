import { dateTime, shortDate } from '../platform/format.ts'

/** An amount as the database writes it (`1234.50`): a number in a sheet, never a text. */
export interface Amount {
  amount: string
}

/** A day as the database writes it (`2026-12-31`): a date in a sheet. */
export interface Day {
  day: string
}

/** What stands in the cell of an export: plain, so that a spreadsheet can count with it. */
export type ListValue = string | number | Date | Amount | Day | null

/** The value of a column of amounts. */
export const amountValue = (amount: string | null): Amount | null => (amount === null ? null : { amount })

/** The value of a column of days. */
export const dayValue = (day: string | null): Day | null => (day === null ? null : { day })

/** Why a column looks as it does in a sheet: its number format and its width come from the first value. */
export type ValueKind = 'text' | 'number' | 'amount' | 'day' | 'instant'

/** The value as one line of text: days `31.12.2026`, amounts `1234.50`, instants in Swiss time. */
export function valueText(value: ListValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return readable(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return dateTime(value)
  return 'amount' in value ? value.amount : shortDate(value.day)
}

/** A text without what a table cannot hold: control signs, halves of signs, more than 32’000 signs. */
export function readable(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[\t\r\n]+/g, ' ')
    .toWellFormed()
    .slice(0, 32_000)
}
