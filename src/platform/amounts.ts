/** The sum of amounts as the database writes them (`1234.50`, `-0.05`), exact to the cent; of none it is `0.00`. */
export function addAmounts(amounts: Iterable<string | null>): string {
  let sum = 0n
  for (const amount of amounts) if (amount !== null) sum += inCents(amount)
  return fromCents(sum)
}

/** Which of two amounts is greater, for sorting: negative, zero or positive. */
export function compareAmounts(a: string, b: string): number {
  const difference = inCents(a) - inCents(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** How much of `whole` the amount is, in percent with two decimals, never below 0 or above 100; for the length of a bar. */
export function percentOf(amount: string, whole: string): number {
  const [part, all] = [inCents(amount), inCents(whole)]
  if (part <= 0n || all <= 0n) return 0
  return Math.min(100, Number((part * 10_000n) / all) / 100)
}

function inCents(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})\d*)?$/.exec(amount)
  if (!match) throw new Error('not an amount')
  const cents = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -cents : cents
}

function fromCents(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
