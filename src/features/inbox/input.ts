import * as z from 'zod'
import { requiredText, uuid, version } from '../../platform/forms.ts'
import { snoozeChoices } from './when.ts'

/** What the form of an answer says besides the answer: how many answers it knew of. */
export const answering = z.object({ answers: z.coerce.number().int().min(0).max(1_000_000) })

const someone = z.union([z.literal(''), uuid]).transform((id) => id || null)

/** To whom an item is given, and who had it when the form was drawn. */
export const assigning = z.object({ to: someone, seen: someone })
export const assigningMany = z.object({ to: someone })

/** A note among colleagues. */
export const newNote = z.object({ _id: uuid, note: requiredText(4000) })

/** Until when something is put aside: one of the choices, a day and an hour, or not any more. */
export const snoozing = z.object({ until: z.enum([...snoozeChoices, 'other', 'none']) })

const clock = z
  .string()
  .regex(/^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/, 'time')
  .transform((text) => {
    const [, hour, minute] = /^(\d{1,2})[:.h]?(\d{2})$/.exec(text)!
    return Number(hour) * 60 + Number(minute)
  })

/** The brokerage's promise. */
export const newPromise = z
  .object({
    hours: z.coerce.number({ error: 'hours' }).int('hours').min(1, 'hours').max(80, 'hours'),
    from: clock,
    to: clock,
    days: z
      .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.coerce.number().int().min(1).max(7)))
      .transform((days) => [...new Set(days)].sort())
      .refine((days) => days.length > 0, 'days'),
    version: z.union([z.literal('0').transform(() => 0), version]),
  })
  .refine(({ from, to }) => to - from >= 60, { path: ['to'], message: 'order' })
export type NewPromise = z.output<typeof newPromise>
