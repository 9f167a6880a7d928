import { causesOf } from '../claims/causes.ts'
import type { ClaimKind } from './kinds.ts'

/**
 * How a field is typed and read. `line` and `text` are kept as typed; a day becomes `03.11.2026`, a percentage `80`, an amount
 * `1200.00`, a plate `LU 123456`; what cannot be read stays as typed and is named.
 */
export type FieldType = 'line' | 'text' | 'day' | 'time' | 'percent' | 'amount' | 'plate' | 'choice'

interface FieldSpec {
  type: FieldType
  /** How many letters at most. */
  most: number
  options?: readonly string[]
}

const line = (most: number): FieldSpec => ({ type: 'line', most })
const text = (most: number): FieldSpec => ({ type: 'text', most })
const choice = (...options: string[]): FieldSpec => ({ type: 'choice', most: 20, options })
const day: FieldSpec = { type: 'day', most: 40 }
const percent: FieldSpec = { type: 'percent', most: 12 }

/** Everything that a report can ask besides the object and the policy. */
export const fields = {
  date: day,
  time: { type: 'time', most: 20 },
  place: line(120),
  cause: { type: 'choice', most: 20 },
  what: text(5000),
  person: line(120),
  workload: percent,
  accident_at: choice('work', 'way', 'leisure'),
  injury: line(300),
  incapacity: percent,
  incapacity_from: day,
  incapacity_to: day,
  doctor: line(200),
  return_on: day,
  driver: line(120),
  counterparty: text(500),
  counter_plate: { type: 'plate', most: 20 },
  injured: choice('no', 'yes'),
  damage: text(500),
  claimed: { type: 'amount', most: 30 },
  whereabouts: line(200),
  systems: text(500),
  ongoing: choice('yes', 'no', 'unknown'),
  personal_data: choice('yes', 'no', 'unknown'),
  measures: text(500),
  police_called: choice('no', 'yes'),
  police: line(200),
  witnesses: text(500),
} satisfies Record<string, FieldSpec>
export type FieldName = keyof typeof fields

/** A field with its name and whether a kind cannot do without it. */
export interface Asked {
  name: FieldName
  required?: boolean
}

const asked = (...names: string[]): Asked[] =>
  names.map((name) =>
    name.endsWith('!') ? { name: name.slice(0, -1) as FieldName, required: true } : { name: name as FieldName },
  )

/** Step 2 by kind; `!` marks what is needed. Nobody has to name a diagnosis: of a sickness only its beginning is asked. */
const eventOf: Record<ClaimKind, Asked[]> = {
  vehicle: asked('date!', 'time', 'place', 'cause', 'what!'),
  property: asked('date!', 'time', 'place', 'cause', 'what!'),
  liability: asked('date!', 'time', 'place', 'what!'),
  accident: asked('date!', 'time', 'place', 'accident_at!', 'what!'),
  sickness: asked('date!', 'what'),
  cyber: asked('date!', 'time', 'cause', 'what!'),
  other: asked('date!', 'time', 'place', 'what!'),
}

/** Step 3 by kind: who and what is concerned, what the insurer will ask first. */
const peopleOf: Record<ClaimKind, Asked[]> = {
  vehicle: asked(
    ...['driver', 'damage', 'whereabouts', 'counterparty', 'counter_plate', 'injured', 'police_called', 'police', 'witnesses'],
  ),
  property: asked('damage!', 'measures', 'counterparty', 'police_called', 'police', 'witnesses'),
  liability: asked('counterparty!', 'damage', 'claimed', 'injured', 'witnesses'),
  accident: asked(
    ...['person!', 'workload', 'injury', 'incapacity', 'incapacity_from', 'incapacity_to', 'return_on', 'doctor', 'witnesses'],
  ),
  sickness: asked('person!', 'workload', 'incapacity!', 'incapacity_from', 'incapacity_to', 'return_on', 'doctor'),
  cyber: asked('ongoing!', 'systems!', 'personal_data', 'measures', 'police_called', 'police'),
  other: asked('damage', 'counterparty', 'police_called', 'police', 'witnesses'),
}

/** What a step asks for a kind of claim. */
export function askedIn(step: 'event' | 'people', kind: ClaimKind): Asked[] {
  return (step === 'event' ? eventOf : peopleOf)[kind]
}

/** Whether an insured object is asked for: of a person, or of an attack on computers, there is none to find. */
export function asksForObject(kind: ClaimKind): boolean {
  return kind === 'vehicle' || kind === 'property' || kind === 'liability' || kind === 'other'
}

/** What may be chosen in a field; which causes there are depends on the kind. */
export function optionsOf(name: FieldName, kind: ClaimKind): readonly string[] {
  const spec: FieldSpec = fields[name]
  return name === 'cause' ? causesOf(kind) : (spec.options ?? [])
}
