import * as z from 'zod'
import { checkbox, choice, text, uuid, version } from '../../platform/forms.ts'
import { type CategoryKey, categories, detailsOf } from './categories.ts'
import { readDay } from './days.ts'
import { type DetailKey, readDetail, specOf } from './details.ts'
import { settableStates } from './states.ts'

/** The fields that are typed; what a refused form shows again. */
export const requestFields = ['subject', 'body', 'wished_on', 'urgent', 'about'] as const

export interface NewRequest {
  _id: string
  subject: string
  body: string
  wished_on: string | null
  urgent: boolean
  details: Partial<Record<DetailKey, string>>
}

/** What a form of this category may hold; its own fields come out together as `details`, empty ones left away. */
export function newRequest(category: CategoryKey): z.ZodType<NewRequest> {
  const spec = categories[category]
  const details = Object.fromEntries(detailsOf(category).map(({ key, required }) => [key, detail(key, required)]))
  return z
    .object({
      _id: uuid,
      subject: text(160),
      body: mustHave(text(8000), spec.body === 'required'),
      wished_on:
        spec.date === 'none'
          ? z
              .unknown()
              .optional()
              .transform(() => null)
          : day(spec.date === 'required'),
      urgent: checkbox,
      ...details,
    })
    .transform(({ _id, subject, body, wished_on, urgent, ...rest }) => ({
      _id,
      subject,
      body,
      wished_on,
      urgent,
      details: Object.fromEntries(Object.entries(rest as Record<string, string | null>).filter(([, value]) => value)),
    })) as unknown as z.ZodType<NewRequest>
}

function detail(key: DetailKey, required: boolean) {
  const { kind, most } = specOf(key)
  const missing = kind === 'choice' ? 'choose' : 'required'
  return mustHave(text(most), required, missing)
    .refine((value) => readDetail(key, value) !== undefined, kind === 'choice' ? 'choose' : kind)
    .transform((value) => readDetail(key, value) ?? '')
}

function mustHave(field: ReturnType<typeof text>, required: boolean, code = 'required') {
  return required ? field.refine((value) => value !== '', code) : field
}

function day(required: boolean) {
  return mustHave(text(20), required)
    .refine((value) => readDay(value) !== undefined, 'day')
    .transform((value) => readDay(value) ?? null)
}

/** What the broker's people say of a request. */
export const newHandling = z.object({
  state: choice(settableStates),
  handler: z.union([z.literal(''), uuid]).catch(''),
  next_step: text(200),
  next_on: day(false),
  urgent: checkbox,
  cover_confirmed: checkbox,
  version,
})
export type NewHandling = z.output<typeof newHandling>

export const handlingFields = ['state', 'handler', 'next_step', 'next_on', 'urgent', 'cover_confirmed'] as const

/** The state that an answer sets besides; empty leaves it. */
export const answerState = z.object({
  state: z.union([z.literal(''), choice(settableStates)]).catch(''),
  version: version.catch(1),
})
