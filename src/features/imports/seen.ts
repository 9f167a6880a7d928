/**
 * Which keys a file has had, and in which line first. A million keys take 24 MB here (as strings in a Map 120): each is kept
 * as 64 bits of a hash, so two different ones are taken for the same once in 37 million such files.
 */
export function seenKeys(): { first(key: string, line: number): number | null } {
  let size = 1 << 12
  let count = 0
  let slots = new Uint32Array(size * 3)

  function place(high: number, low: number): number {
    let at = low & (size - 1)
    while (slots[at * 3 + 2] !== 0 && (slots[at * 3] !== high || slots[at * 3 + 1] !== low)) at = (at + 1) & (size - 1)
    return at * 3
  }

  function grow(): void {
    const old = slots
    size *= 2
    slots = new Uint32Array(size * 3)
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] !== 0) slots.set(old.subarray(from, from + 3), place(old[from]!, old[from + 1]!))
    }
  }

  return {
    /** Null the first time, then the line of the first time. */
    first(key, line) {
      let high = 0x811c9dc5
      let low = 0x9747b28c
      for (let i = 0; i < key.length; i++) {
        high = Math.imul(high ^ key.charCodeAt(i), 0x01000193)
        low = Math.imul(low ^ key.charCodeAt(i), 0x5bd1e995)
      }
      low = Math.imul(low ^ (low >>> 15) ^ high, 0x2c1b3c6d)
      low = (low ^ (low >>> 13)) >>> 0
      high = (high ^ (high >>> 16)) >>> 0
      const at = place(high, low)
      if (slots[at + 2] !== 0) return slots[at + 2]!
      slots[at] = high
      slots[at + 1] = low
      slots[at + 2] = line
      if (++count * 2 > size) grow()
      return null
    },
  }
}
