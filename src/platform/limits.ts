import { Refusal } from './errors.ts'

/**
 * So many times a minute for each key. Counted in this process and forgotten with it: for what costs work but harms nobody when
 * another node counts for itself (decision 0056). What guards secrets counts in the database (attempts.ts). Throws Refusal 429 with the seconds to wait.
 */
export function perMinute(most: number, now: () => number = Date.now): (key: string) => void {
  let counted = new Map<string, number>()
  let minute = 0
  return (key) => {
    const at = now()
    if (Math.floor(at / 60_000) !== minute) {
      minute = Math.floor(at / 60_000)
      counted = new Map()
    }
    const times = (counted.get(key) ?? 0) + 1
    counted.set(key, times)
    if (times > most) throw new Refusal(429, Math.max(1, Math.ceil(60 - (at % 60_000) / 1000)))
  }
}
