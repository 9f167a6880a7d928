import type { ByteRange } from '../../platform/files.ts'

/**
 * The part of a file of `size` bytes that a Range header asks for (RFC 9110 14.2): one range only, anything else counts as none (null).
 * `unsatisfiable` where there is no such part.
 */
export function byteRange(header: string, size: number): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.replace(/\s/g, '')) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? 'unsatisfiable' : { from: size - last, to: size - 1 }
  }
  if (to !== '' && Number(to) < Number(from)) return null
  if (Number(from) >= size) return 'unsatisfiable'
  return { from: Number(from), to: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
