import { describe, expect, test } from 'vitest'
import { passwordSymbols } from '../components/PasswordRules.tsx'
import { metRules } from './password-rules-check.ts'

describe('the rules of a password', () => {
  test('are all met by a password that has everything', () => {
    expect(metRules('Sommer2026!')).toEqual({ length: true, upper: true, digit: true, symbol: true })
  })

  test('count every listed symbol, and no other', () => {
    for (const symbol of passwordSymbols.split(' ')) expect(metRules(symbol).symbol, symbol).toBe(true)
    for (const other of ['-', '+', '=', '/', '\\', ',', '"', "'", '<', '|', '~', '€', ' '])
      expect(metRules(other).symbol, other).toBe(false)
  })

  test('know capitals of every alphabet, and count what people see as one character once', () => {
    expect(metRules('é').upper).toBe(false)
    expect(metRules('É').upper).toBe(true)
    expect(metRules('Ж').upper).toBe(true)
    expect(metRules('a\u0308'.repeat(7)).length).toBe(false)
    expect(metRules('😀'.repeat(4)).length).toBe(false)
    expect(metRules('😀'.repeat(8)).length).toBe(true)
  })
})
