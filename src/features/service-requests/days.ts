// In any of the four languages, whatever the page speaks.
const words: Record<string, number> = {
  ...{ heute: 0, 'aujourd’hui': 0, oggi: 0, today: 0 },
  ...{ morgen: 1, demain: 1, domani: 1, tomorrow: 1 },
  ...{ gestern: -1, hier: -1, ieri: -1, yesterday: -1 },
}

/**
 * An ISO day from what people write (`3.11.2026`, `031126`, `heute`) or the browser sends; null for nothing, undefined for what is
 * no day.
 */
export function readDay(typed: string, today = Temporal.Now.plainDateISO('Europe/Zurich')): string | null | undefined {
  const value = typed.trim()
  if (value === '') return null
  const word = value.toLowerCase().replaceAll("'", '’')
  if (Object.hasOwn(words, word)) return today.add({ days: words[word]! }).toString()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const swiss = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{2}|\d{4})$/.exec(value) ?? /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(value)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : swiss ? swiss.slice(1).reverse().map(Number) : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const full = year < 100 ? 2000 + year : year
  if (full < 1900 || full > 2299) return undefined
  try {
    return Temporal.PlainDate.from({ year: full, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
