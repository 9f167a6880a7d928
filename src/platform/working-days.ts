/**
 * The day so many working days after another. No working day is a Saturday, a Sunday or a public holiday on which offices are closed in
 * (nearly) the whole of Switzerland. The database counts office hours by the same days (access.is_public_holiday).
 */
export function workingDaysAfter(day: string, days: number): string {
  let date = Temporal.PlainDate.from(day)
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 })
    if (date.dayOfWeek < 6 && !isPublicHoliday(date)) left--
  }
  return date.toString()
}

const everyYear = ['01-01', '08-01', '12-25', '12-26']
// Good Friday, Easter Monday, Ascension, Whit Monday, in days from Easter Sunday.
const aroundEaster = [-2, 1, 39, 50]

/**
 * Whether a day is one of the eight public holidays that count everywhere here: the national day (BV Art. 110 Abs. 3) and the days that
 * the cantons keep by their own laws (ArG Art. 20a), as far as nearly all do (docs/decisions/0112). What single cantons keep besides,
 * as 2 January, is a working day.
 */
export function isPublicHoliday(day: Temporal.PlainDate): boolean {
  if (everyYear.includes(day.toString().slice(5))) return true
  return aroundEaster.includes(easterSunday(day.year).until(day, { largestUnit: 'days' }).days)
}

// Gregorian Easter, «anonymous» rule (Meeus, Astronomical Algorithms, chapter 8).
function easterSunday(year: number): Temporal.PlainDate {
  const whole = (a: number, b: number) => Math.floor(a / b)
  const moon = year % 19
  const century = whole(year, 100)
  const rest = year % 100
  const epact = (19 * moon + century - whole(century, 4) - whole(century - whole(century + 8, 25) + 1, 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * whole(rest, 4) - epact - (rest % 4)) % 7
  const late = whole(moon + 11 * epact + 22 * toSunday, 451)
  const count = epact + toSunday - 7 * late + 114
  return Temporal.PlainDate.from({ year, month: whole(count, 31), day: (count % 31) + 1 })
}
