import { canonicalEmail } from '../../platform/email.ts'
import { normalisePhone } from '../../platform/phone.ts'
import { fold } from './fold.ts'
import type { Refused } from './refusal.ts'

export type Value = string | number | boolean | null
/** Reads one cell, trimmed and not empty, into what the database takes, or says why not. */
export type Reader = (text: string) => Value | Refused

export const isRefused = (value: Value | Refused): value is Refused => typeof value === 'object' && value !== null

export const text =
  (longest: number): Reader =>
  (cell) =>
    // Characters, as the database counts them, not halves of surrogate pairs.
    cell.length <= longest || [...cell].length <= longest ? cell : { reason: 'too_long', detail: String(longest) }

export const code =
  (pattern: RegExp, tidy: (cell: string) => string = (cell) => cell): Reader =>
  (cell) => {
    const tidied = tidy(cell)
    return pattern.test(tidied) ? tidied : { reason: 'code' }
  }

const swissDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 00:00(?::00)?)?$/
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$/

export const day: Reader = (cell) => {
  const swiss = swissDate.exec(cell)
  const [year, month, date] = swiss ? [swiss[3], swiss[2], swiss[1]] : (isoDate.exec(cell)?.slice(1) ?? [])
  if (!year || !month || !date || !exists(Number(year), Number(month), Number(date))) return { reason: 'date' }
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

function exists(year: number, month: number, date: number): boolean {
  if (year < 1800 || year > 2300 || month < 1 || month > 12 || date < 1) return false
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

// The thousands sign must be the same throughout: ' or ’ or a space (also the narrow and the unbreakable one).
const amountPattern = /^([-−]?)(\d+|\d{1,3}(?:(['’ \u00a0\u202f])\d{3})(?:\3\d{3})*)(?:\.(\d+|[-–—]))?$/

export const amount: Reader = (cell) => {
  if (cell.includes(',')) return { reason: 'amount_comma' }
  const [, sign, whole, , cents = ''] = amountPattern.exec(cell) ?? []
  if (whole === undefined) return { reason: 'amount' }
  const fraction = cents.replace(/[-–—]/, '')
  // 1.234 may be a little more than one, or one thousand: two readings are one too many.
  if (fraction.length > 2) return { reason: 'amount_decimals' }
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (digits.length > 12) return { reason: 'amount_too_large' }
  const value = `${digits}.${fraction.padEnd(2, '0')}`
  return sign && value !== '0.00' ? `-${value}` : value
}

export const percent: Reader = (cell) => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s?%?$/.exec(cell)
  if (!match || Number(cell.replace('%', '')) > 100) return { reason: 'number', detail: '0–100' }
  return `${Number(match[1])}.${(match[2] ?? '').padEnd(2, '0')}`
}

export const whole =
  (most: number): Reader =>
  (cell) =>
    /^\d{1,6}$/.test(cell) && Number(cell) <= most ? Number(cell) : { reason: 'number', detail: `0–${most}` }

/** Words of the export → our keys; the keys themselves are understood too. The first words are named when one is refused. */
export function choice(words: Record<string, Value>): Reader {
  const known = new Map(Object.values(words).map((value) => [fold(String(value)), value]))
  for (const [word, value] of Object.entries(words)) known.set(fold(word), value)
  const detail = Object.keys(words).join(', ')
  return (cell) => known.get(fold(cell)) ?? { reason: 'choice', detail }
}

export const email: Reader = (cell) => (canonicalEmail(cell) === null || cell.length > 254 ? { reason: 'email' } : cell)

export const phone: Reader = (cell) => {
  const { value, ok } = normalisePhone(cell)
  return ok ? value : { reason: 'phone' }
}
