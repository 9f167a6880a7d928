import { describe, expect, test } from 'vitest'
import { type ContractEvent, kindsUnder, limitationOf, windowOf } from './windows.ts'

const event = (kind: ContractEvent['kind'], rest: Partial<ContractEvent> = {}): ContractEvent => ({
  kind,
  happened_on: '2026-11-02',
  effective_on: null,
  agreed_day: null,
  ...rest,
})

// Expected days are those of domain 2.2, counted by hand.
describe('the last day because of an event', () => {
  test.each([
    ['a rate that rises under the UVG: 30 days from receipt (Art. 59a)', event('change'), 'uvg', '2026-12-02', 'uvg_59a'],
    [
      'a pension contract that changes on 1 January: 30 days before its end (BVG Art. 53f)',
      event('change', { effective_on: '2027-01-01' }),
      'bvg',
      '2026-12-01',
      'bvg_53f',
    ],
    ['a claim that is paid: the day of payment (VVG Art. 42)', event('claim_payment'), 'vvg', '2026-11-02', 'vvg_42'],
    ['a new owner: 30 days (VVG Art. 54)', event('ownership'), 'vvg', '2026-12-02', 'vvg_54'],
    ['an application: 14 days (VVG Art. 2a)', event('application'), 'vvg', '2026-11-16', 'vvg_2a'],
    ['what the contract says goes before the law', event('change', { agreed_day: '2026-12-31' }), 'uvg', '2026-12-31', 'agreed'],
  ] as const)('%s', (_, happened, law, day, rule) => expect(windowOf(happened, law)).toEqual({ day, rule }))

  test('no rule, no day: the VVG names none for a change of premium, the BVG none without its day', () => {
    expect(windowOf(event('change'), 'vvg')).toBeNull()
    expect(windowOf(event('change'), 'bvg')).toBeNull()
    expect(windowOf(event('ownership'), 'bvg')).toBeNull()
    expect([kindsUnder('uvg'), kindsUnder('bvg')]).toEqual([['change'], ['change']])
  })
})

test('claims lapse after five years, also on a leap day', () => {
  expect(limitationOf('2021-12-31')).toBe('2026-12-31')
  expect(limitationOf('2024-02-29')).toBe('2029-02-28')
})
