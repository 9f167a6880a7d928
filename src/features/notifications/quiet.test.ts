import { expect, test } from 'vitest'
import { endOfQuiet } from './quiet.ts'

const night = { from: '20:00', until: '07:00', weekends: false }
const iso = (moment: Date | null) => moment?.toISOString() ?? null

test('outside the quiet hours a mail leaves at once', () => {
  expect(endOfQuiet(night, new Date('2026-11-25T12:00:00+01:00'))).toBeNull()
  expect(endOfQuiet({ from: null, until: null, weekends: false }, new Date('2026-11-28T03:00:00+01:00'))).toBeNull()
  // The end itself is no quiet time any more, the beginning is.
  expect(endOfQuiet(night, new Date('2026-11-25T07:00:00+01:00'))).toBeNull()
  expect(iso(endOfQuiet(night, new Date('2026-11-25T20:00:00+01:00')))).toBe('2026-11-26T06:00:00.000Z')
})

test('over midnight it waits for the morning, before and after midnight', () => {
  expect(iso(endOfQuiet(night, new Date('2026-11-25T23:30:00+01:00')))).toBe('2026-11-26T06:00:00.000Z')
  expect(iso(endOfQuiet(night, new Date('2026-11-26T03:00:00+01:00')))).toBe('2026-11-26T06:00:00.000Z')
  const noon = { from: '12:00', until: '13:15', weekends: false }
  expect(iso(endOfQuiet(noon, new Date('2026-11-25T12:30:00+01:00')))).toBe('2026-11-25T12:15:00.000Z')
})

test('in the nights when the clocks change, seven o’clock stays seven o’clock', () => {
  // 28 March 2026: at two it is three. 25 October 2026: at three it is two.
  expect(iso(endOfQuiet(night, new Date('2026-03-28T23:00:00+01:00')))).toBe('2026-03-29T05:00:00.000Z')
  expect(iso(endOfQuiet(night, new Date('2026-10-24T23:00:00+02:00')))).toBe('2026-10-25T06:00:00.000Z')
})

test('a quiet weekend lasts until Monday, and the night before Monday until its morning', () => {
  const weekend = { from: null, until: null, weekends: true }
  const saturday = new Date('2026-11-28T10:00:00+01:00')
  expect(iso(endOfQuiet(weekend, saturday))).toBe('2026-11-29T23:00:00.000Z')
  expect(iso(endOfQuiet({ ...night, weekends: true }, saturday))).toBe('2026-11-30T06:00:00.000Z')
  // Friday night leads into the weekend.
  expect(iso(endOfQuiet({ ...night, weekends: true }, new Date('2026-11-27T22:00:00+01:00')))).toBe('2026-11-30T06:00:00.000Z')
  expect(endOfQuiet(weekend, new Date('2026-11-27T22:00:00+01:00'))).toBeNull()
})
