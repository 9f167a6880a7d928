import * as z from 'zod'
import { canonicalEmail } from '../../platform/email.ts'
import { choice, requiredText, text, uuid } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'

/** What is typed; shown again when the form comes back. */
export const userManagerFields = ['person', 'salutation', 'first_name', 'last_name', 'email', 'language'] as const
export type UserManagerField = (typeof userManagerFields)[number]

const ids = { _id: uuid, account_id: uuid }

/** Somebody who is a contact of the company already. */
export const existingPerson = z.object({ ...ids, person: z.string().pipe(uuid) })

/** Somebody new: contact and account are made in one go. */
export const newPerson = z.object({
  ...ids,
  salutation: z.preprocess((value) => value ?? '', choice(['', 'mrs', 'mr'])).transform((value) => value || null),
  first_name: text(80),
  last_name: requiredText(80),
  email: requiredText(254).refine((value) => canonicalEmail(value) !== null, 'email'),
  language: choice(languages),
})
