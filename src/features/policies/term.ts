import type { Language } from '../../platform/phrases.ts'
import { policyPhrases } from './phrases.ts'

interface Term {
  starts_on: string | null
  ends_on: string | null
}

/** How long a contract runs, in whole years and months: «3 Jahre», «2 Jahre 6 Monate»; null where a day is missing. */
export function contractTerm({ starts_on, ends_on }: Term, language: Language): string | null {
  if (!starts_on || !ends_on || ends_on < starts_on) return null
  const t = policyPhrases(language)
  // The last day belongs to it.
  const until = Temporal.PlainDate.from(ends_on).add({ days: 1 })
  const { years, months } = Temporal.PlainDate.from(starts_on).until(until, { largestUnit: 'years' })
  return [years > 0 && t.years(years), months > 0 && t.months(months)].filter(Boolean).join(' ') || null
}

/** The day of the year on which a new insurance year begins, `01.01.`; null for a contract shorter than a year. */
export function mainDueDay({ starts_on, ends_on }: Term): string | null {
  if (!ends_on || !starts_on || Temporal.PlainDate.from(starts_on).add({ years: 1 }).subtract({ days: 1 }).toString() > ends_on)
    return null
  const [, month, day] = Temporal.PlainDate.from(ends_on).add({ days: 1 }).toString().split('-')
  return `${day}.${month}.`
}
