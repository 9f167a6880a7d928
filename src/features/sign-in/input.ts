import { safeReturn } from '../../platform/origin-check.ts'
import type { SignInForm } from './pages/sign-in.tsx'

const textOf = (value: unknown, max: number) =>
  typeof value === 'string' && value.isWellFormed() ? value.replaceAll('\0', '').slice(0, max) : ''

/** Reads the sign-in form. The password is taken as it is, blanks included; only its size is bounded here. */
export function readSignIn(body: Record<string, unknown>) {
  const attempt = {
    email: textOf(body.email, 320).trim(),
    password: textOf(body.password, 2000),
    remember: body.remember === 'on',
  }
  const errors: SignInForm['errors'] = []
  if (attempt.email === '') errors.push({ field: 'email', code: 'user_name_missing' })
  if (attempt.password === '') errors.push({ field: 'password', code: 'password_missing' })
  return { attempt, returnurl: safeReturn(body.returnurl) ?? '', errors }
}
