import * as z from 'zod'
import { canonicalEmail } from '../../platform/email.ts'
import { choice, requiredText, text, uuid, version } from '../../platform/forms.ts'
import { normalisePhone } from '../../platform/phone.ts'
import { languages } from '../../platform/phrases.ts'
import { readDay } from '../service-requests/days.ts'

export const functions = ['administrator', 'account_manager', 'assistant', 'auditor'] as const

export const memberFields = ['first_name', 'last_name', 'email', 'phone', 'function', 'language'] as const
export type MemberField = (typeof memberFields)[number]
export const changedFields = ['first_name', 'last_name', 'phone', 'function'] as const

const phone = text(40)
  .refine((value) => normalisePhone(value).ok, 'phone')
  .transform((value) => normalisePhone(value).value)

const details = { first_name: text(80), last_name: requiredText(80), phone, function: choice(functions) }

export const newMember = z.object({
  _id: uuid,
  ...details,
  email: requiredText(254).refine((value) => canonicalEmail(value) !== null, 'email'),
  language: choice(languages),
})
export type NewMember = z.output<typeof newMember>

export const changedMember = z.object({ ...details, version })
export type ChangedMember = z.output<typeof changedMember>

export const departing = z.object({
  successor: z.preprocess((value) => value ?? '', uuid.or(z.literal(''))).transform((v) => v || null),
})

const day = text(20).transform((value, context) => {
  const read = readDay(value)
  if (read) return read
  context.addIssue({ code: 'custom', message: read === null ? 'required' : 'day' })
  return z.NEVER
})

export const newAbsence = z
  .object({ _id: uuid, deputy: z.string('choose').pipe(uuid.or(z.never('choose'))), from_on: day, until_on: day })
  .refine(({ from_on, until_on }) => until_on >= from_on, { path: ['until_on'], message: 'before' })
export type NewAbsence = z.output<typeof newAbsence>

const uuids = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(uuid).max(200),
)
export const newTeam = z.object({ _id: uuid, name: requiredText(80), members: uuids })
export const changedTeam = z.object({ name: requiredText(80), members: uuids, version })
export const scopeInput = z.object({ scope: choice(['team', 'all']) })
