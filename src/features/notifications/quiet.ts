/** When mails at once wait: `22:00` to `07:00`, over midnight where the end is earlier, and perhaps the whole weekend. Swiss time. */
export interface QuietTimes {
  from: string | null
  until: string | null
  weekends: boolean
}

/** The end of the quiet time that a moment lies in; null when it lies in none. */
export function endOfQuiet(quiet: QuietTimes, moment: Date): Date | null {
  let at = swiss(moment)
  // The end of one quiet time may lie in another: the weekend's in the night before Monday.
  for (let turns = 0; turns < 4; turns++) {
    const end = endOfWeekend(quiet, at) ?? endOfNight(quiet, at)
    if (!end) break
    at = end
  }
  const end = at.epochMilliseconds
  return end > moment.getTime() ? new Date(end) : null
}

/** The moment in Switzerland. */
export function swiss(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/Zurich')
}

function endOfWeekend({ weekends }: QuietTimes, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  return weekends && at.dayOfWeek >= 6 ? at.add({ days: 8 - at.dayOfWeek }).startOfDay() : null
}

function endOfNight({ from, until }: QuietTimes, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  if (!from || !until) return null
  const [start, end, time] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(until), at.toPlainTime()]
  const isFrom = (limit: Temporal.PlainTime) => Temporal.PlainTime.compare(time, limit) >= 0
  const overMidnight = Temporal.PlainTime.compare(end, start) < 0
  const inside = overMidnight ? isFrom(start) || !isFrom(end) : isFrom(start) && !isFrom(end)
  if (!inside) return null
  const day = at.toPlainDate().add({ days: overMidnight && isFrom(start) ? 1 : 0 })
  return day.toZonedDateTime({ timeZone: 'Europe/Zurich', plainTime: end })
}
