import * as z from 'zod'
import { canonicalEmail } from '../../platform/email.ts'
import { requiredText, text } from '../../platform/forms.ts'
import { checkPassword, isGoodPassword } from '../../platform/password-policy.ts'

/** What founds the first brokerage. The password follows the policy of every other password. */
export const setUpInput = z
  .object({
    number: text(8).refine((value) => /^[0-9]{2,8}$/.test(value), 'number'),
    name: requiredText(120),
    host: text(253)
      .transform((value) => value.toLowerCase())
      .refine((value) => /^[a-z0-9.-]{1,253}$/.test(value), 'host'),
    firstName: requiredText(80),
    lastName: requiredText(80),
    email: text(254).refine((value) => canonicalEmail(value) !== null, 'email'),
    password: z.preprocess((value) => (typeof value === 'string' ? value : ''), z.string()),
  })
  .superRefine((value, context) => {
    if (!isGoodPassword(checkPassword(value.password, [value.name, value.firstName, value.lastName, value.email]))) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'password' })
    }
  })
export type SetUp = z.output<typeof setUpInput>
