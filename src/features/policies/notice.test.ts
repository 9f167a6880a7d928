import { expect, test } from 'vitest'
import { lastNoticeDay } from './notice.ts'

test.each([
  ['2026-12-31', 3, '2026-09-30'],
  ['2026-05-31', 3, '2026-02-28'],
  ['2028-05-31', 3, '2028-02-29'],
  ['2026-12-31', 6, '2026-06-30'],
  ['2027-09-30', 0, '2027-09-30'],
])('a contract that ends on %s with %i months of notice can be ended until %s', (end, months, last) => {
  expect(lastNoticeDay(end, months)).toBe(last)
})
