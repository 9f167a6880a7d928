import { expect, test } from 'vitest'
import { ibanShown, rateShown, referenceShown } from './payment-format.ts'

test('account and reference stand as on a QR-bill', () => {
  expect(ibanShown('CH4431999123000889012')).toBe('CH44 3199 9123 0008 8901 2')
  expect(referenceShown('210000000003139471430009017')).toBe('21 00000 00003 13947 14300 09017')
  expect(referenceShown('RF18539007547034')).toBe('RF18 5390 0754 7034')
})

test('a rate loses its empty decimals', () => {
  expect(['8.10', '2.60', '0.00', '3.80'].map(rateShown)).toEqual(['8.1\u00a0%', '2.6\u00a0%', '0\u00a0%', '3.8\u00a0%'])
})
