import { shortDate } from '../../platform/format.ts'

const zone = 'Europe/Zurich'

/**
 * The last day a role is valid, as people write it (`31.12.2026`, `3.1.27`, `311226`) or as the browser sends it; the end of
 * that day in Switzerland as an instant. null for no end, undefined for what is no day or is over.
 */
export function readEnd(typed: string, now = Temporal.Now.instant()): Date | null | undefined {
  const value = typed.trim()
  if (value === '') return null
  const day = readDay(value)
  if (!day || day.year > 2299) return undefined
  const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return Temporal.Instant.compare(end, now) > 0 ? new Date(end.epochMilliseconds) : undefined
}

function readDay(value: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const swiss = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{2}|\d{4})$/.exec(value) ?? /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(value)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : swiss ? swiss.slice(1).reverse().map(Number) : []
  if (year === undefined || month === undefined || day === undefined) return null
  try {
    return Temporal.PlainDate.from({ year: year < 100 ? 2000 + year : year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The last day of a grant that ends at `until`, as the form shows it. */
export function lastDay(until: Date | null): string {
  if (!until) return ''
  const { day, month, year } = Temporal.Instant.fromEpochMilliseconds(until.getTime() - 1).toZonedDateTimeISO(zone)
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

/** The day of an instant in Switzerland, as lists show it. */
export function day(at: Date): string {
  return shortDate(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString())
}
