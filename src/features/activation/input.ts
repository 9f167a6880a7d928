import { newPasswordErrors, type PasswordError } from '../sign-in/new-password.ts'

export interface ActivationError {
  field: 'temporary' | 'password' | 'confirmation' | 'terms'
  code: PasswordError | 'temporary_required' | 'temporary_wrong' | 'terms_required' | 'terms_newer'
}

const textOf = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0') ? value.slice(0, 2000) : ''

/**
 * Reads the activation form. Everything that can be judged without the stored temporary password is judged here, so that a
 * slip in the new password costs none of the five tries.
 */
export function readActivation(
  body: Record<string, unknown>,
  expected: { hasPassword: boolean; termsVersion: number | null; context: string[] },
) {
  const entered = {
    temporary: textOf(body.temporary),
    password: textOf(body.password),
    confirmation: textOf(body.confirmation),
    accepted: body.terms === 'on',
  }
  const errors: ActivationError[] = []
  if (entered.temporary === '') errors.push({ field: 'temporary', code: 'temporary_required' })
  if (!expected.hasPassword) errors.push(...passwordErrors(entered, expected.context))
  if (expected.termsVersion !== null) {
    if (!entered.accepted) errors.push({ field: 'terms', code: 'terms_required' })
    else if (body.terms_version !== String(expected.termsVersion)) errors.push({ field: 'terms', code: 'terms_newer' })
  }
  return { entered, errors }
}

function passwordErrors(
  entered: { temporary: string; password: string; confirmation: string },
  context: string[],
): ActivationError[] {
  const errors = newPasswordErrors(entered, context)
  const same = entered.password !== '' && entered.password.normalize('NFC').trim() === entered.temporary.normalize('NFC').trim()
  if (!same) return errors
  return [{ field: 'password', code: 'temporary' }, ...errors.filter(({ field }) => field !== 'password')]
}
