import { expect, test } from 'vitest'
import { daysBetween, nextNotice, saferDay } from './deadline.ts'

const contract = { line_code: 'SACH', line: 'Sachversicherung', starts_on: '2021-01-01', ends_on: '2026-12-31', notice_months: 3 }

test('a clause gives the day, and the law is not asked', () => {
  expect(nextNotice(contract, '2026-09-01')).toEqual({
    day: '2026-09-30',
    rule: { by: 'clause', months: 3, endsOn: '2026-12-31' },
  })
  expect(nextNotice(contract, '2026-09-30')?.day).toBe('2026-09-30')
  expect(nextNotice(contract, '2026-10-01')).toBeNull()
  expect(nextNotice({ ...contract, ends_on: null }, '2026-09-01')).toBeNull()
})

const unknown = { ...contract, notice_months: null }

test('without a clause Art. 35a opens the end of the third and of every later year', () => {
  expect(nextNotice({ ...unknown, starts_on: '2024-07-01', ends_on: '2030-06-30' }, '2024-08-01')).toEqual({
    day: '2027-03-31',
    rule: { by: 'law', endsOn: '2027-06-30' },
  })
  const running = { ...unknown, starts_on: '2015-07-01', ends_on: null }
  expect(nextNotice(running, '2026-03-31')?.day).toBe('2026-03-31')
  expect(nextNotice(running, '2026-04-01')?.day).toBe('2027-03-31')
  expect(nextNotice({ ...running, starts_on: '2020-02-29' }, '2026-01-01')?.rule).toEqual({ by: 'law', endsOn: '2027-02-27' })
})

test('Art. 35a says nothing of contracts that end before, and of lines with laws of their own', () => {
  expect(nextNotice({ ...unknown, starts_on: '2025-01-01', ends_on: '2027-06-30' }, '2026-01-01')).toBeNull()
  expect(nextNotice({ ...unknown, ends_on: '2026-12-31' }, '2026-10-01')).toBeNull()
  expect(nextNotice({ ...unknown, starts_on: null }, '2026-01-01')).toBeNull()
  for (const own of [
    { line_code: 'BVG', line: 'Berufliche Vorsorge (BVG)' },
    { line_code: 'UVG', line: 'Unfallversicherung UVG' },
    { line_code: 'X1', line: 'Lebensversicherung' },
    { line_code: 'X2', line: 'Assurance vie' },
  ])
    expect([own, nextNotice({ ...unknown, ...own }, '2026-01-01')]).toEqual([own, null])
  expect(nextNotice({ ...unknown, line_code: 'UVGZ', line: 'UVG-Zusatz' }, '2026-01-01')?.day).toBe('2026-09-30')
})

test('the safer day is thirty days earlier, and days are counted across months', () => {
  expect(saferDay('2026-09-30')).toBe('2026-08-31')
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
})
