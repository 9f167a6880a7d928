import * as z from 'zod'
import { checkbox, choice } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'
import { changedContact } from '../contacts/input.ts'

/** The settings a person makes for the own account. */
export const settingsInput = z.object({
  language: choice(languages),
  theme: choice(['system', 'light', 'dark']),
  density: choice(['comfortable', 'compact']),
  shortcuts: checkbox,
})
export type Settings = z.output<typeof settingsInput>

/** What everybody keeps up to date of the own contact (decision 0051). */
export const ownContactFields = ['position', 'phone', 'mobile'] as const
export type OwnContactField = (typeof ownContactFields)[number]

export const ownContactInput = changedContact.pick({ position: true, phone: true, mobile: true, version: true })
export type OwnContact = Pick<z.output<typeof ownContactInput>, OwnContactField>
