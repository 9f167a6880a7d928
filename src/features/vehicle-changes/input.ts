import * as z from 'zod'
import { checkbox, choice, text, uuid } from '../../platform/forms.ts'
import { readDay } from '../service-requests/days.ts'
import { type DetailKey, readDetail, specOf } from '../service-requests/details.ts'
import { settableStates } from '../service-requests/states.ts'
import { type ChangeKind, fieldsOf, needsPolicy } from './kinds.ts'

/** What is to happen, as the database takes it; what was left empty is not there. */
export interface Wanted {
  /** The policy of a new vehicle, or the vehicle that is changed. */
  target: string
  /** From when, or until when. */
  on: string
  details: Partial<Record<DetailKey, string>>
}

/** The fields of the form, in its order. */
export const formFields = (kind: ChangeKind) => ['target', ...fieldsOf(kind).map(({ key }) => key), 'on']

/** What the form of a kind of change may hold. */
export function wantedSchema(kind: ChangeKind): z.ZodType<Wanted> {
  const details = Object.fromEntries(fieldsOf(kind).map(({ key, required }) => [key, detail(key, required)]))
  return z
    .object({
      target: z
        .string({ error: missing(kind) })
        .regex(/^[0-9a-f-]{36}$/, missing(kind))
        .pipe(uuid),
      on: text(20)
        .refine((value) => value !== '', 'required')
        .refine((value) => value === '' || readDay(value) !== undefined, 'day')
        .transform((value) => readDay(value) ?? ''),
      ...details,
    })
    .transform(({ target, on, ...rest }) => ({
      target,
      on,
      details: Object.fromEntries(Object.entries(rest as Record<string, string>).filter(([, value]) => value)),
    })) as unknown as z.ZodType<Wanted>
}

const missing = (kind: ChangeKind) => (needsPolicy(kind) ? 'policy' : 'object')

function detail(key: DetailKey, required: boolean) {
  const { kind, most } = specOf(key)
  return text(most)
    .refine((value) => !required || value !== '', 'required')
    .refine((value) => readDetail(key, value) !== undefined, kind)
    .transform((value) => readDetail(key, value) ?? '')
}

/** What goes with carrying it out. */
export const carryingOut = z.object({
  _id: uuid,
  /** How the vehicle stood when the page was drawn; 0 for a new one. */
  seen: z.coerce.number().int().min(0).max(2_000_000_000),
  confirm: checkbox,
  state: z.union([z.literal(''), choice(settableStates)]).catch(''),
  answer: text(8000),
})
export type CarryingOut = z.output<typeof carryingOut>
