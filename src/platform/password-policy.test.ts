import { expect, test } from 'vitest'
import { checkPassword, isGoodPassword, passwordSymbols } from './password-policy.ts'

const good = (password: string, context: string[] = []) => isGoodPassword(checkPassword(password, context))

test.each(['Kx7!qmvz', 'KXQ7WVT!', 'Äx7!qmvz', 'Kx7!qm vz', 'Kx7!🦊🦊🦊🦊', 'Kx7!e\u0301qmv', `Aa1!${'x'.repeat(124)}`])(
  '%s is accepted',
  (password) => {
    expect(checkPassword(password)).toEqual({ rules: { length: true, upper: true, digit: true, symbol: true }, blocked: null })
  },
)

test.each([
  ['Kx7!qmv', 'length'],
  ['kx7!qmvz', 'upper'],
  ['Kxs!qmvz', 'digit'],
  ['Kx7aqmvz', 'symbol'],
  ['Kx7-qmvz', 'symbol'],
  ['Kx7/qmvz', 'symbol'],
  ['Kx7"qmvz', 'symbol'],
] as const)('%s breaks exactly the rule %s', (password, rule) => {
  const { rules, blocked } = checkPassword(password)
  expect(Object.entries(rules).filter(([, holds]) => !holds)).toEqual([[rule, false]])
  expect(blocked).toBeNull()
})

test('each of the seventeen symbols counts', () => {
  expect(passwordSymbols).toHaveLength(17)
  for (const symbol of passwordSymbols) expect(good(`Kx7qmvz${symbol}`), symbol).toBe(true)
})

test.each(['Passwort1!', 'P@ssw0rd!', 'Sommer2026!', '1qaz!QAZ', '!QAZ2wsx', 'Kundenportal1!', 'Zürich2026!', 'Qwertz123!'])(
  '%s satisfies the rules and is refused as common',
  (password) => {
    const { rules, blocked } = checkPassword(password)
    expect(Object.values(rules)).toEqual([true, true, true, true])
    expect(blocked).toBe('common')
  },
)

test('what stands close to the person is refused', () => {
  const context = ['Mosimann Consulting AG', 'Anja', 'Rieder', 'anja.rieder@muster.example', '031 555 00 96']
  for (const password of ['Mosimann2026!', 'R1eder!2026', 'AnjaRieder7!', 'MosimannConsultingAG1!', '0315550096A!'])
    expect(checkPassword(password, context).blocked, password).toBe('context')
  expect(good('Mosimann2026!')).toBe(true)
})

test('129 characters or more than 512 bytes are too long, not cut', () => {
  expect(checkPassword(`Aa1!${'x'.repeat(125)}`).blocked).toBe('too_long')
  expect(checkPassword(`Aa1!${'🦊'.repeat(124)}`).blocked).toBeNull()
  expect(checkPassword(`Aa1!${'🦊'.repeat(128)}`).blocked).toBe('too_long')
})

test('hardly any random password is taken for a common one', () => {
  const signs = `ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789${passwordSymbols}`
  // The same 20,000 in every run (a linear congruential generator), so that the answer never depends on luck.
  let state = 20261123
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return signs[Math.floor((state / 2 ** 32) * signs.length)]!
  }
  const passwords = Array.from({ length: 20_000 }, () => Array.from({ length: 12 }, next).join(''))
  // «hassen» in six signs stands in one of them; refusing that one costs nobody more than another try.
  expect(passwords.filter((password) => checkPassword(password).blocked)).toEqual(['6ha5$EN}_{)^'])
})
