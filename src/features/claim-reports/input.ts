import { text, uuid } from '../../platform/forms.ts'
import { type Asked, askedIn, asksForObject, type FieldName, fields, optionsOf } from './fields.ts'
import type { ClaimKind } from './kinds.ts'
import { isFuture } from './moments.ts'
import { canonical, dayOf } from './reading.ts'

/** What a draft holds: the fields as typed, in a readable spelling where they can be read. */
export type ReportData = Record<string, string>
export type FieldErrors = { field: string; code: string }[]
export type FilledStep = 'event' | 'people'

// Besides what the kind asks: which object, as searched and as found, and which policy.
const objectFields: Record<string, number> = { object_query: 120, object: 36, policy: 36 }

/** The names of all fields of a step. */
export function namesIn(step: FilledStep, kind: ClaimKind): string[] {
  const own = askedIn(step, kind).map(({ name }) => name as string)
  return step === 'event' ? [...own, ...(asksForObject(kind) ? ['object_query', 'object'] : []), 'policy'] : own
}

/** The fields of a step as typed; what no text can hold is left out and named. */
export function readStep(step: FilledStep, kind: ClaimKind, body: Record<string, unknown>) {
  const typed: ReportData = {}
  const errors: FieldErrors = []
  for (const field of namesIn(step, kind)) {
    const read = text(objectFields[field] ?? fields[field as FieldName].most).safeParse(body[field])
    if (read.success) typed[field] = settled(field, kind, read.data)
    else errors.push({ field, code: read.error.issues[0]?.message ?? 'unreadable' })
  }
  return { typed, errors }
}

// «heute» must mean the same day tomorrow; what cannot be understood stays as typed and is named.
function settled(field: string, kind: ClaimKind, value: string): string {
  if (field === 'object') return uuid.safeParse(value).success ? value : ''
  if (field === 'policy') return value === 'open' || uuid.safeParse(value).success ? value : ''
  if (field === 'object_query' || value === '') return value
  const { type } = fields[field as FieldName]
  if (type === 'choice') return optionsOf(field as FieldName, kind).includes(value) ? value : ''
  return canonical(type, value) ?? value
}

/** What is missing or wrong in a step, as field and code. */
export function stepErrors(step: FilledStep, kind: ClaimKind, data: ReportData): FieldErrors {
  const errors = askedIn(step, kind).flatMap((asked) => fieldError(asked, data[asked.name] ?? ''))
  if (errors.length > 0 || step === 'event') return errors
  const [from, to, back] = [dayOf(data.incapacity_from), dayOf(data.incapacity_to), dayOf(data.return_on)]
  if (from && to && to < from) return [{ field: 'incapacity_to', code: 'order' }]
  return from && back && back < from ? [{ field: 'return_on', code: 'order' }] : []
}

function fieldError({ name, required }: Asked, value: string): FieldErrors {
  const { type } = fields[name]
  if (value === '') return required ? [{ field: name, code: type === 'choice' ? 'choose' : 'required' }] : []
  if (canonical(type, value) === undefined) return [{ field: name, code: type }]
  return name === 'date' && isFuture(dayOf(value)!) ? [{ field: name, code: 'future' }] : []
}
