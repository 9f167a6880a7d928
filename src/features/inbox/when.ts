import { readDay } from '../service-requests/days.ts'

export const snoozeChoices = ['hour', 'afternoon', 'tomorrow', 'monday', 'week'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

const zone = 'Europe/Zurich'

/** The moment a choice means, in Swiss office hours; null where it is over already (this afternoon, in the evening). */
export function momentOf(choice: SnoozeChoice, now = Temporal.Now.instant()): Date | null {
  const here = now.toZonedDateTimeISO(zone)
  const morning = (days: number) =>
    here.add({ days }).with({ hour: 8, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const at = {
    hour: here.add({ hours: 1 }),
    afternoon: here.with({ hour: 14, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }),
    tomorrow: morning(1),
    monday: morning(8 - here.dayOfWeek),
    week: morning(7),
  }[choice]
  return Temporal.ZonedDateTime.compare(at, here) > 0 ? new Date(at.epochMilliseconds) : null
}

/** A typed day and hour (`3.12.2026`, `14:30` or nothing: 8 o'clock); undefined for what cannot be read or lies behind. */
export function readMoment(day: string, time: string, now = Temporal.Now.instant()): Date | undefined {
  const read = readDay(day)
  const clock = /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(time.trim() || '8:00')
  if (!read || !clock) return undefined
  const [hour, minute] = [Number(clock[1]), Number(clock[2] ?? '0')]
  if (hour > 23 || minute > 59) return undefined
  const at = Temporal.PlainDate.from(read).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } })
  // Not so far away that it is forgotten rather than put aside.
  const late = now.toZonedDateTimeISO(zone).add({ years: 1 })
  if (Temporal.ZonedDateTime.compare(at, now.toZonedDateTimeISO(zone)) <= 0 || Temporal.ZonedDateTime.compare(at, late) > 0)
    return undefined
  return new Date(at.epochMilliseconds)
}
