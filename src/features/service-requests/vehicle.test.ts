import { describe, expect, test } from 'vitest'
import { readDay } from './days.ts'
import { isDoubtfulVin, readMasterNumber, readPlate } from './vehicle.ts'

describe('a number plate', () => {
  test.each([
    ['lu123456', 'LU 123456'],
    ['ZH·1', 'ZH 1'],
    [' ti 12.345 ', 'TI 12345'],
    ['BE-1234-U', 'BE 1234 U'],
    ['fl 31415', 'FL 31415'],
    ['M-AB 1234', 'M-AB 1234'],
    ['LU 1234567', undefined],
    ['LU12A', undefined],
    ['Kontrollschild', undefined],
    ['???', undefined],
  ])('%j is read as %j', (typed, plate) => expect(readPlate(typed)).toBe(plate))
})

test('a master number has nine digits, however they are divided', () => {
  expect(['123456789', '123.456.789', '123 456 789', '12.345.678', 'A23456789'].map(readMasterNumber)).toEqual([
    ...['123.456.789', '123.456.789', '123.456.789'],
    ...[undefined, undefined],
  ])
})

test('a chassis number is doubtful unless it has 17 signs without I, O and Q', () => {
  expect(['WVWZZZ1JZXW000001', 'WVWZZZ1JZXW00000O', 'WVWZZZ1JZXW0001'].map(isDoubtfulVin)).toEqual([false, true, true])
})

test('a day is read as people write it, in four languages', () => {
  const today = Temporal.PlainDate.from('2026-11-25')
  const read = (typed: string) => readDay(typed, today)
  expect(['3.11.2026', '03.11.26', '031126', '03112026', '2026-11-03', ' 3 . 11 . 2026 '].map(read)).toEqual(
    Array(6).fill('2026-11-03'),
  )
  expect(['heute', "Aujourd'hui", 'oggi', 'TODAY'].map(read)).toEqual(Array(4).fill('2026-11-25'))
  expect(['morgen', 'demain', 'domani', 'tomorrow'].map(read)).toEqual(Array(4).fill('2026-11-26'))
  expect(['31.2.2026', 'bald', '1.1.1800', '32.1.2026', 'toString'].map(read)).toEqual(Array(5).fill(undefined))
  expect(read('')).toBeNull()
})
