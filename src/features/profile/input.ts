import * as z from 'zod'
import { checkbox, choice } from '../../platform/forms.ts'
import { languages } from '../../platform/phrases.ts'

/** The settings a person makes for the own account. */
export const settingsInput = z.object({
  language: choice(languages),
  theme: choice(['system', 'light', 'dark']),
  density: choice(['comfortable', 'compact']),
  shortcuts: checkbox,
})
export type Settings = z.output<typeof settingsInput>
