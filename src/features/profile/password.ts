import type { Customer, Staff } from '../../platform/actor.ts'
import { Refusal } from '../../platform/errors.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { changePassword } from '../password-reset/change.ts'
import { newPasswordErrors, wordsAbout } from '../sign-in/new-password.ts'
import { type ChangeError, passwordPage } from './pages/password.tsx'

/** Takes the form that changes the own password; at the gate, so that hashing holds no connection of the others. */
export async function submitPassword(visit: Visit, person: Customer | Staff, body: Record<string, unknown>): Promise<Reply> {
  const [present, password, confirmation] = [textOf(body.present), textOf(body.password), textOf(body.confirmation)]
  const words = wordsAbout(visit.brokerage, { ...person, companyName: person.kind === 'customer' ? person.companyName : null })
  const errors: ChangeError[] = newPasswordErrors({ password, confirmation }, words)
  if (present === '') errors.unshift({ field: 'present', code: 'missing' })
  if (errors.length > 0) return page(passwordPage(visit, { person, errors }), 422)
  try {
    const cookies = await changePassword(visit, present, password)
    if (cookies) return redirect(href(visit, '/profile/security?done=password'), { cookies })
    return page(passwordPage(visit, { person, errors: [{ field: 'present', code: 'wrong' }] }), 422)
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 429)) throw error
    const headers = { 'retry-after': String(error.retryAfter ?? 1) }
    return page(passwordPage(visit, { person, errors: [{ field: 'present', code: 'wait' }] }), 429, { headers })
  }
}

const textOf = (value: unknown) =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0') ? value.slice(0, 2000) : ''
