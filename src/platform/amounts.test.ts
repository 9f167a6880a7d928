import { expect, test } from 'vitest'
import { addAmounts, compareAmounts, percentOf } from './amounts.ts'

test('sums are exact to the cent, whatever their size', () => {
  expect(addAmounts([])).toBe('0.00')
  expect(addAmounts(['0.10', '0.20', null])).toBe('0.30')
  expect(addAmounts(['999999999999.99', '0.01'])).toBe('1000000000000.00')
  expect(addAmounts(['5.00', '-5.05'])).toBe('-0.05')
  expect(addAmounts(['12', '0.5'])).toBe('12.50')
})

test('amounts are compared and measured as amounts, not as texts', () => {
  expect(['9.00', '10.00', '-1.00'].sort(compareAmounts)).toEqual(['-1.00', '9.00', '10.00'])
  expect(percentOf('1.00', '3.00')).toBe(33.33)
  expect(percentOf('-1.00', '3.00')).toBe(0)
  expect(percentOf('1.00', '0.00')).toBe(0)
})
