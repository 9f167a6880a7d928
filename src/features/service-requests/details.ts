import { languages } from '../../platform/phrases.ts'
import { canonical } from '../claim-reports/reading.ts'
import { readDay } from './days.ts'
import { readMasterNumber, readPlate, readVin } from './vehicle.ts'

type Kind = 'line' | 'plate' | 'master_number' | 'vin' | 'day' | 'amount' | 'choice' | 'line_of_business'

interface Spec {
  kind: Kind
  /** How many characters at most. */
  most: number
  options?: readonly string[]
  /** What a new form has chosen already. */
  preset?: string
  /** Stands alone on its line. */
  wide?: true
}

const line = (most: number): Spec => ({ kind: 'line', most, ...(most > 120 && { wide: true }) })
const choice = (options: readonly string[], preset?: string): Spec => ({
  kind: 'choice',
  most: 20,
  options,
  ...(preset !== undefined && { preset }),
})

/** Everything that a request can ask besides text, date and record. */
export const details = {
  line: { kind: 'line_of_business', most: 120 },
  current_insurer: line(120),
  plate: { kind: 'plate', most: 20 },
  new_plate: { kind: 'plate', most: 20 },
  make_model: { ...line(60), wide: true },
  master_number: { kind: 'master_number', most: 20 },
  vin: { kind: 'vin', most: 30 },
  first_registered_on: { kind: 'day', most: 20 },
  value: { kind: 'amount', most: 30 },
  cover: choice(['liability', 'partial', 'full']),
  leasing: choice(['no', 'yes']),
  lessor: line(120),
  evn: { ...choice(['yes', 'no'], 'yes'), wide: true },
  reason: choice(['sold', 'deposited', 'returned', 'scrapped', 'other']),
  recipient: line(200),
  purpose: line(200),
  sum: { kind: 'amount', most: 30 },
  certificate_language: choice(languages),
  send_to: line(200),
  person: { ...line(120), wide: true },
} satisfies Record<string, Spec>
export type DetailKey = keyof typeof details

export const detailKeys = Object.keys(details) as DetailKey[]

/** The spec of a detail, whatever it has. */
export function specOf(key: DetailKey): Spec {
  return details[key]
}

/** How what was typed is kept; undefined for what cannot be read as this. Nothing is nothing. */
export function readDetail(key: DetailKey, typed: string): string | undefined {
  if (typed === '') return ''
  const { kind, options } = specOf(key)
  switch (kind) {
    case 'plate':
      return readPlate(typed)
    case 'master_number':
      return readMasterNumber(typed)
    case 'vin':
      return readVin(typed)
    case 'day':
      return readDay(typed) ?? undefined
    case 'amount':
      return canonical('amount', typed)
    case 'choice':
      return options?.includes(typed) ? typed : undefined
    default:
      return typed
  }
}
