import { expect, test } from 'vitest'
import { isPublicHoliday, workingDaysAfter } from './working-days.ts'

const holiday = (day: string) => isPublicHoliday(Temporal.PlainDate.from(day))

test('the holidays of 2026 and 2027 are those of the calendar, and no others', () => {
  const of = (year: number) =>
    Array.from({ length: 365 }, (_, n) => Temporal.PlainDate.from(`${year}-01-01`).add({ days: n }))
      .filter(isPublicHoliday)
      .map((day) => day.toString().slice(5))
  expect(of(2026)).toEqual(['01-01', '04-03', '04-06', '05-14', '05-25', '08-01', '12-25', '12-26'])
  expect(of(2027)).toEqual(['01-01', '03-26', '03-29', '05-06', '05-17', '08-01', '12-25', '12-26'])
})

test('Easter is found at its earliest and latest, and in a leap year', () => {
  // Easter Sunday: 22.3.1818, 25.4.2038, 31.3.2024, 20.4.2025.
  for (const monday of ['1818-03-23', '2038-04-26', '2024-04-01', '2025-04-21'])
    expect([monday, holiday(monday)]).toEqual([monday, true])
})

test('working days pass over weekends and holidays', () => {
  expect(workingDaysAfter('2026-11-25', 1)).toBe('2026-11-26')
  expect(workingDaysAfter('2026-11-27', 1)).toBe('2026-11-30')
  // Maundy Thursday: Good Friday, the weekend and Easter Monday do not count.
  expect(workingDaysAfter('2026-04-02', 1)).toBe('2026-04-07')
  expect(workingDaysAfter('2026-12-24', 2)).toBe('2026-12-29')
  // 2 January is kept by some cantons only.
  expect(workingDaysAfter('2024-12-31', 1)).toBe('2025-01-02')
})
