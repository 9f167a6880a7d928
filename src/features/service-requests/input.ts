import * as z from 'zod'
import { checkbox, choice, text, uuid } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'
import { type CategoryKey, categories, type DetailKey, detailsOf } from './categories.ts'
import { readDay } from './days.ts'
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
      wished_on: spec.date === 'none' ? z.any().transform(() => null) : day(spec.date === 'required'),
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
  if (key === 'first_registered_on') return day(required)
  if (key === 'certificate_language') return z.preprocess((value) => value ?? '', choice(['', ...languages]))
  return mustHave(text(key === 'recipient' || key === 'purpose' ? 200 : 60), required)
}

function mustHave(field: ReturnType<typeof text>, required: boolean) {
  return required ? field.refine((value) => value !== '', 'required') : field
}

function day(required: boolean) {
  return text(20)
    .refine((value) => !required || value !== '', 'required')
    .refine((value) => readDay(value) !== undefined, 'day')
    .transform((value) => readDay(value) ?? null)
}

/** How far staff say that a request is. */
export const newState = z.object({ state: choice(settableStates) })
