import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The symbols that the manual accepts. Other characters are allowed, they just do not count as symbol. */
export const passwordSymbols = '!@#$%*()_^&}{;:?.'

export interface PasswordVerdict {
  /** The manual's four rules, as the form shows them. */
  rules: { length: boolean; upper: boolean; digit: boolean; symbol: boolean }
  /** Why a password that satisfies the rules is refused all the same; null when it is not. */
  blocked: 'common' | 'context' | 'too_long' | null
}

/**
 * Judges a new password (security.md 2.2): the manual's four rules, the length, the list of common passwords, and words that
 * stand close to the person (`context`: names, company, brokerage, address). NFC is the only transformation before it.
 */
export function checkPassword(password: string, context: readonly string[] = []): PasswordVerdict {
  const text = password.normalize('NFC')
  const rules = {
    length: [...text].length >= 8,
    upper: /\p{Lu}/u.test(text),
    digit: /[0-9]/.test(text),
    symbol: [...passwordSymbols].some((symbol) => text.includes(symbol)),
  }
  return { rules, blocked: tooLong(text) ? 'too_long' : blockedBy(text, context) }
}

/** True when all four rules hold and nothing blocks. */
export function isGoodPassword({ rules, blocked }: PasswordVerdict): boolean {
  return rules.length && rules.upper && rules.digit && rules.symbol && blocked === null
}

/** More than 128 characters or 512 bytes: refused before anything is hashed (P2). */
export function tooLong(text: string): boolean {
  return text.length > 512 || [...text].length > 128 || Buffer.byteLength(text) > 512
}

function blockedBy(text: string, context: readonly string[]): 'common' | 'context' | null {
  const cores = disguisesUndone(text)
  const near = contextWords(context)
  if (cores.some((core) => near.has(core))) return 'context'
  // Twenty characters of common words are no common password any more.
  if ([...text].length >= 20) return null
  const common = commonPasswords()
  return cores.some((core) => common.has(core)) ? 'common' : null
}

// «P@ssw0rd!», «Sommer2026!», «!QAZ2wsx»: what is left of a password when its ornaments are taken off. What had
// more than six characters around the word is left alone.
function disguisesUndone(text: string): string[] {
  const lower = text.toLowerCase()
  const plain = lower.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const keys = [...lower].map((sign) => shifted[sign] ?? sign).join('')
  const ends = lower.replace(/[^\p{L}]+$/u, '')
  const words = [ends, ends.replace(/^[^\p{L}]+/u, '')]
    .flatMap((word) => [word, unleet(word, 'i'), unleet(word, 'l')])
    .flatMap((word) => [word, word.replace(/[^\p{L}]+/gu, '')].filter((part) => [...word].length - [...part].length <= 2))
    // All in all: a short word among many other signs is what chance makes, too.
    .filter((word) => [...lower].length - [...word].length <= 6)
  // A telephone number or 123456 between a few other signs.
  const number = lower.replace(/^\D+|\D+$/g, '')
  const numbers = /^\d{6,}$/.test(number) && lower.length - number.length <= 6 ? [number] : []
  return [...new Set([lower, plain, keys, ...numbers, ...words].flatMap((word) => [word, unrepeated(word)]))].filter(
    (word) => [...word].length >= 4,
  )
}

// What the digit keys give with Shift, on the American and on the Swiss keyboard.
const shifted: Record<string, string> = {
  ...{ '!': '1', '@': '2', '#': '3', $: '4', '%': '5', '^': '6', '&': '7', '*': '8', '(': '9', ')': '0' },
  ...{ '+': '1', '"': '2', ç: '4', '/': '7', '=': '0' },
}

const leet: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '3': 'e', $: 's', '5': 's', '7': 't' }

function unleet(word: string, one: 'i' | 'l'): string {
  return [...word].map((sign) => (sign === '1' || sign === '!' ? one : (leet[sign] ?? sign))).join('')
}

// «abcabc» is no better than «abc».
function unrepeated(word: string): string {
  return /^(.{4,}?)\1+$/u.exec(word)?.[1] ?? word
}

function contextWords(context: readonly string[]): Set<string> {
  const texts = context.flatMap((text) => text.normalize('NFC').toLowerCase().split('@'))
  const digits = texts.map((text) => text.replace(/\D/g, '')).filter((number) => number.length >= 6)
  const words = texts.flatMap((text) => [text, text.replace(/[^\p{L}\p{N}]/gu, ''), ...text.split(/[^\p{L}\p{N}]+/u)])
  return new Set([...words, ...digits].filter((word) => [...word].length >= 4))
}

let loaded: Set<string> | undefined

// Read when the first password is chosen, not when the process starts. The bundle in dist/ finds it beside the sources.
function commonPasswords(): Set<string> {
  if (loaded) return loaded
  const places = ['.', '../src/platform'].map((folder) => join(import.meta.dirname, folder, 'common-passwords.txt.gz'))
  loaded = new Set(
    gunzipSync(readFileSync(places.find(existsSync) ?? places[0]!))
      .toString()
      .split('\n'),
  )
  return loaded
}
