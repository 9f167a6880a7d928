import { shortDate } from '../../platform/format.ts'
import { text, uuid } from '../../platform/forms.ts'
import { type ClaimKind, peopleOf } from './kinds.ts'
import { isFuture, readPastDay, readTime } from './moments.ts'

/** What a draft holds: the fields as typed. */
export type ReportData = Record<string, string>
export type FieldErrors = { field: string; code: string }[]

const eventFields: Record<string, number> = {
  date: 40,
  time: 20,
  place: 120,
  what: 5000,
  object_query: 120,
  object: 36,
  policy: 36,
}

/** The fields of a step as typed; what no text can hold is left out and named. */
export function readStep(step: 'event' | 'people', kind: ClaimKind, body: Record<string, unknown>) {
  const fields = step === 'event' ? eventFields : Object.fromEntries(peopleOf[kind].map(({ name }) => [name, 500]))
  const typed: ReportData = {}
  const errors: FieldErrors = []
  for (const [field, max] of Object.entries(fields)) {
    const read = text(max).safeParse(body[field])
    if (read.success) typed[field] = read.data
    else errors.push({ field, code: read.error.issues[0]?.message ?? 'unreadable' })
  }
  if (step === 'event') settle(typed)
  return { typed, errors }
}

// «heute» must mean the same day tomorrow; what cannot be understood stays as typed and is named.
function settle(typed: ReportData) {
  const day = readPastDay(typed.date ?? '')
  if (day) typed.date = shortDate(day)
  const time = readTime(typed.time ?? '')
  if (time) typed.time = time
  if (!uuid.safeParse(typed.object).success) typed.object = ''
  if (typed.policy !== 'open' && !uuid.safeParse(typed.policy).success) typed.policy = ''
}

/** What is missing or wrong in a step, as field and code. */
export function stepErrors(step: 'event' | 'people', kind: ClaimKind, data: ReportData): FieldErrors {
  if (step === 'people')
    return peopleOf[kind].flatMap(({ name, required }) => (required && !data[name] ? [{ field: name, code: 'required' }] : []))
  const errors: FieldErrors = []
  const day = readPastDay(data.date ?? '')
  if (!data.date) errors.push({ field: 'date', code: 'required' })
  else if (!day) errors.push({ field: 'date', code: 'day' })
  else if (isFuture(day)) errors.push({ field: 'date', code: 'future' })
  if (data.time && !readTime(data.time)) errors.push({ field: 'time', code: 'time' })
  if (!data.what) errors.push({ field: 'what', code: 'required' })
  return errors
}
