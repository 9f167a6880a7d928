import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// RFC 6238 as every authenticator app speaks it: SHA-1, six digits, 30 seconds. Fifteen lines of node:crypto; a package would be larger.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const period = 30

/** A new secret of 160 bits, as apps take it: base32. */
export function newTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join('')
}

/** The 30 seconds that a moment lies in, counted since 1970. */
export function totpStep(moment: Date = new Date()): number {
  return Math.floor(moment.getTime() / 1000 / period)
}

/** The six digits of one step. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = mac[19]! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/**
 * The step whose code was typed: the present one or the one before or after, for clocks that differ (security.md A11). Null when none
 * fits. Whoever asks keeps the step, and takes none that is not later (`after`): a code counts once.
 */
export function fittingStep(secret: string, code: string, after: number, moment: Date = new Date()): number | null {
  const now = totpStep(moment)
  const typed = Buffer.from(code)
  const fits = (step: number) => {
    const right = Buffer.from(totpCode(secret, step))
    return right.length === typed.length && timingSafeEqual(right, typed)
  }
  return [now, now - 1, now + 1].find((step) => fits(step) && step > after) ?? null
}

/** What the QR code says: `otpauth://totp/…`. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

function bytesOf(secret: string): Buffer {
  let bits = ''
  for (const sign of secret) bits += alphabet.indexOf(sign).toString(2).padStart(5, '0')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)))
}
