import type { Value } from './readers.ts'

const width = 8
const unknown = '-'.repeat(width)
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * Eight characters (48 bits) for a value: enough to tell that it changed, and it cannot be read back. A fast mix of two
 * 32-bit products, as this runs for each cell of a million rows; nobody gains by making two values collide.
 */
export function digest(value: Value): string {
  const text = value === null ? '\u0001' : String(value)
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16) ^ b, 0x85ebca77)
  b = Math.imul(b ^ (b >>> 13) ^ a, 0xc2b2ae3d)
  a = (a ^ (a >>> 15) ^ b) >>> 0
  b = (b ^ (b >>> 16)) >>> 0
  let out = ''
  for (const word of [a >>> 8, b >>> 8]) {
    out += digits[(word >>> 18) & 63]! + digits[(word >>> 12) & 63]! + digits[(word >>> 6) & 63]! + digits[word & 63]!
  }
  return out
}

/** What is remembered of the field at `place`; a field the source never had is unknown and equals no value. */
export function rememberedAt(cells: string | null, place: number): string {
  return cells?.slice(place * width, (place + 1) * width) || unknown
}

/** The remembered fields with the given ones replaced; `undefined` leaves what was. */
export function remember(cells: string | null, digests: (string | undefined)[]): string {
  return digests.map((now, place) => now ?? rememberedAt(cells, place)).join('')
}
