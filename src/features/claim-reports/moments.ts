import type { Language } from '../../platform/phrases.ts'
import { readDay } from '../service-requests/days.ts'

const dayWords: Record<Language, [today: string, yesterday: string]> = {
  de: ['heute', 'gestern'],
  fr: ['aujourd’hui', 'hier'],
  it: ['oggi', 'ieri'],
  en: ['today', 'yesterday'],
}

/** The ISO day of `3.11.2026`, `031126`, `heute` or `gestern` (in any of the four languages); undefined for what is no day. */
export function readPastDay(typed: string, today = Temporal.Now.plainDateISO('Europe/Zurich')): string | undefined {
  const word = typed.trim().toLowerCase().replaceAll("'", '’')
  for (const [now, before] of Object.values(dayWords)) {
    if (word === now) return today.toString()
    if (word === before) return today.subtract({ days: 1 }).toString()
  }
  return readDay(typed) ?? undefined
}

/** True when the day has not come yet. */
export function isFuture(day: string, today = Temporal.Now.plainDateISO('Europe/Zurich')): boolean {
  return day > today.toString()
}

/** `14:30` from `14.30`, `1430`, `14 Uhr`, `14h30`; undefined for what is no time. */
export function readTime(typed: string): string | undefined {
  const match =
    /^(\d{1,2})(?:\s*(?::|\.|h)\s*(\d{2}))?\s*(?:uhr|h)?$/i.exec(typed.trim()) ?? /^(\d{2})(\d{2})$/.exec(typed.trim())
  if (!match) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}
