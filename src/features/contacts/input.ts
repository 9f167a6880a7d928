import * as z from 'zod'
import { canonicalEmail } from '../../platform/email.ts'
import { checkbox, choice, requiredText, text, uuid, version } from '../../platform/forms.ts'
import { normalisePhone } from '../../platform/phone.ts'
import { languages } from '../../platform/phrases.ts'

/** The fields that are typed, in the order of the form; what a refused form shows again. */
export const contactFields = [
  'salutation',
  'first_name',
  'last_name',
  'email',
  'position',
  'phone',
  'mobile',
  'language',
] as const
export type ContactField = (typeof contactFields)[number]

const phone = text(40)
  .refine((value) => normalisePhone(value).ok, 'phone')
  .transform((value) => normalisePhone(value).value)

const email = text(254)
  .refine((value) => value === '' || canonicalEmail(value) !== null, 'email')
  .transform((value) => (value === '' ? null : value))

const details = {
  salutation: z.preprocess((value) => value ?? '', choice(['', 'mrs', 'mr'])).transform((value) => value || null),
  first_name: text(80),
  last_name: requiredText(80),
  email,
  position: text(120).transform((value) => value || null),
  phone,
  mobile: phone,
  language: choice(languages),
  /** Ticked after the warning that somebody else at the company has the same address. */
  same_email: checkbox,
}

/** A new contact; `_id` makes sending twice create once. */
export const newContact = z.object({ ...details, _id: uuid, company_id: z.string('choose').pipe(uuid.or(z.never('choose'))) })

/** Changes to a contact, with the version the form was opened with. */
export const changedContact = z.object({ ...details, version })

export type ContactDetails = Pick<z.output<typeof changedContact>, ContactField>
