import { expect, test } from 'vitest'
import { Refusal } from './errors.ts'
import { perMinute } from './limits.ts'

test('so many a minute and person, then a refusal that says how long to wait, and a new minute begins anew', () => {
  let now = 1_700_000_040_000
  const counted = perMinute(3, () => now)
  for (let n = 0; n < 3; n++) counted('anja')
  now += 15_000
  expect(() => counted('anja')).toThrow(Refusal)
  try {
    counted('anja')
  } catch (refused) {
    expect([(refused as Refusal).status, (refused as Refusal).retryAfter]).toEqual([429, 45 - ((1_700_000_040_000 / 1000) % 60)])
  }
  counted('rolf')
  now += 60_000
  counted('anja')
})
