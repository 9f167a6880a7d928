import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { argon2id } from './password-threads.ts'

// Floor of security.md A8 (argon2id, 19 MiB, t=2, p=1); about 20 to 30 ms here.
const cost = { memory: 19456, passes: 2, parallelism: 1 }

/** Hashes a password (NFC) with argon2id; returns a PHC string. Throws Refusal 503 when too many are being hashed. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await run(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(tag)}`
}

/**
 * True when the password fits the stored PHC string. Without one (unknown address, not activated) the same work is done
 * against a dummy and the answer is false, so that time does not tell (security.md A7).
 */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored ?? dummy)!
  const parameters = { memory: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) }
  const expected = Buffer.from(match[5]!, 'base64')
  const tag = await run(password, Buffer.from(match[4]!, 'base64'), parameters, expected.length)
  return stored !== null && timingSafeEqual(tag, expected)
}

/** True for a hash made with less work than today's; it is made anew at the next sign-in (security.md A8). */
export function isWeakHash(stored: string): boolean {
  const match = /\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored)
  return !match || Number(match[1]) < cost.memory || Number(match[2]) < cost.passes
}

function run(password: string, nonce: Buffer, parameters: typeof cost, tagLength = 32): Promise<Buffer> {
  return argon2id({ message: Buffer.from(password.normalize('NFC')), nonce, tagLength, ...parameters })
}

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
const dummy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(randomBytes(16))}$${plain(randomBytes(32))}`

/**
 * A temporary password as the manual mails it: 12 characters without look-alikes that satisfy the four rules, ≥ 64 bit
 * (security.md I3).
 */
export function temporaryPassword(): string {
  const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
  const digit = '23456789'
  const symbol = '!@#$%*?'
  const all = `${upper}abcdefghijkmnpqrstuvwxyz${digit}`
  const pick = (set: string) => set[randomInt(set.length)]!
  const characters = [pick(upper), pick(digit), pick(symbol), ...Array.from({ length: 9 }, () => pick(all))]
  for (let i = characters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[characters[i], characters[j]] = [characters[j]!, characters[i]!]
  }
  return characters.join('')
}
