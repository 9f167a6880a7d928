import { shortDate } from '../../platform/format.ts'
import { type FieldType, fields } from './fields.ts'
import { readPastDay, readTime } from './moments.ts'

/** How a value of a type is kept, from what people type; undefined for what cannot be read as one. */
export function canonical(type: FieldType, typed: string): string | undefined {
  switch (type) {
    case 'day': {
      const day = readPastDay(typed)
      return day && shortDate(day)
    }
    case 'time':
      return readTime(typed)
    case 'percent':
      return readPercent(typed)
    case 'amount':
      return readAmount(typed)
    case 'plate':
      return readPlate(typed)
    default:
      return typed
  }
}

// `80`, `80 %`, `80.0%`; a workload and an incapacity end at 100.
function readPercent(typed: string): string | undefined {
  const match = /^(\d{1,3})(?:[.,]0+)?\s*%?$/.exec(typed.trim())
  return match && Number(match[1]) <= 100 ? String(Number(match[1])) : undefined
}

// `1'200`, `CHF 1’200.50`, `1200.–`: what a column of 14 digits can hold.
function readAmount(typed: string): string | undefined {
  const bare = typed
    .replace(/^\s*(?:CHF|Fr\.?)\s*/i, '')
    .replace(/[\s'’]/g, '')
    .replace(/[.,][–—-]+$/, '')
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare)
  return match ? `${Number(match[1])}.${(match[2] ?? '').padEnd(2, '0')}` : undefined
}

// Swiss plates in their usual spelling; others stay as written, for there are many.
function readPlate(typed: string): string {
  const swiss = /^\s*([A-Za-z]{2})[\s-]*(\d{1,6})\s*(U?)\s*$/i.exec(typed)
  return swiss ? [swiss[1]!.toUpperCase(), swiss[2], swiss[3]!.toUpperCase()].filter(Boolean).join(' ') : typed
}

/** The ISO day of a kept day (`03.11.2026`); null where none was given, or nothing that is one. */
export function dayOf(value: string | undefined): string | null {
  return readPastDay(value ?? '') ?? null
}

/** The type of a field that may be asked; null for what is none. */
export function typeOf(name: string): FieldType | null {
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields].type : null
}
