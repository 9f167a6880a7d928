import * as z from 'zod'
import { checkbox, choice, requiredText, text, uuid, version } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'

export const companyFields = [
  'name',
  'street',
  'postal_code',
  'town',
  'canton',
  'uid',
  'noga',
  'language',
  'account_manager_id',
  'team_id',
  'manages_subsidiaries',
  'approval',
  'remark',
] as const
export type CompanyField = (typeof companyFields)[number]

const optional = (max: number) => text(max).transform((value) => value || null)
const one = z.preprocess((value) => value ?? '', uuid.or(z.literal('', 'choose'))).transform((value) => value || null)

const details = {
  name: requiredText(160),
  street: optional(160),
  postal_code: optional(12),
  town: optional(80),
  canton: text(2)
    .refine((value) => /^([A-Za-z]{2})?$/.test(value), 'canton')
    .transform((value) => value.toUpperCase() || null),
  uid: text(20)
    .transform((value) => value.toUpperCase().replace(/^CHE[-. ]?(\d{3})[. ]?(\d{3})[. ]?(\d{3})$/, 'CHE-$1.$2.$3'))
    .refine((value) => value === '' || /^CHE-\d{3}\.\d{3}\.\d{3}$/.test(value), 'uid')
    .transform((value) => value || null),
  noga: optional(12),
  language: choice(languages),
  account_manager_id: one,
  team_id: one,
  manages_subsidiaries: checkbox,
  approval: choice(['house', 'yes', 'no']),
  remark: optional(4000),
}

export const newCompany = z.object({ _id: uuid, ...details })
export const changedCompany = z.object({ version, ...details })
export type CompanyDetails = Omit<z.output<typeof changedCompany>, 'version'>

export const moving = z.object({ version, parent: one })
export const merging = z.object({ version, into: uuid })
export const archiving = z.object({ version })
