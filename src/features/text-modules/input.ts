import * as z from 'zod'
import { checkbox, choice, requiredText, text, uuid, version } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'
import { settableStates } from '../service-requests/states.ts'
import { unknownPlaceholder } from './placeholders.ts'

const shortcut = text(30).transform((typed) => typed.toLowerCase().replace(/^\//, ''))
const shape = /^[a-z0-9-]{1,30}$/

/** A text module; version 0 is a new one. */
export const newModule = z.object({
  _id: uuid,
  version: z.union([z.literal('0').transform(() => 0), version]),
  language: choice(languages),
  shortcut: shortcut.refine((value) => shape.test(value), 'shortcut'),
  name: requiredText(80),
  body: requiredText(4000).refine((value) => unknownPlaceholder(value) === null, 'placeholder'),
})
export type NewModule = z.output<typeof newModule>

/** A macro; one that does nothing is none. */
export const newMacro = z
  .object({
    _id: uuid,
    version: z.union([z.literal('0').transform(() => 0), version]),
    name: requiredText(80),
    shortcut: shortcut.refine((value) => value === '' || shape.test(value), 'shortcut'),
    state: z.union([z.literal(''), choice(settableStates)]).catch(''),
    assign: choice(['keep', 'me', 'team'] as const),
    finishes: checkbox,
    snooze_days: z
      .preprocess((value) => (typeof value === 'string' ? value.trim() : ''), z.string())
      .refine((value) => value === '' || (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 90), 'days')
      .transform((value) => (value === '' ? null : Number(value))),
  })
  .refine((one) => one.shortcut || one.state || one.assign !== 'keep' || one.finishes || one.snooze_days, {
    path: ['name'],
    message: 'nothing',
  })
  .refine((one) => !(one.finishes && one.snooze_days), { path: ['snooze_days'], message: 'both' })
export type NewMacro = z.output<typeof newMacro>
