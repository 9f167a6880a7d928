import * as z from 'zod'
import { choices, requiredText, text, uuid } from '../../platform/forms.ts'
import { type AssignableRole, assignableRoles } from '../../records/roles.ts'
import { readEnd } from './days.ts'

/** A role somebody shall hold, up to and without the instant `until` (null: without end). */
export interface Wanted {
  role: AssignableRole
  until: Date | null
}

const common = { roles: choices(assignableRoles), reason: text(400) }

/** A selection that is only looked at. */
export const choosing = z.object(common)

/** Opening an account: the id makes sending twice open once. */
export const opening = z.object({ ...common, _id: uuid })

/** Anwenden; with the version of the account the boxes were drawn from. */
export const applying = z.object({ ...common, version: z.coerce.number().int().min(1).max(2_000_000_000) })

/** Suspending is explained to whoever asks later. */
export const suspending = z.object({ reason: requiredText(400) })

/** The ticked roles with their ends; `until_<role>` is read only where the role is ticked. */
export function readWanted(roles: AssignableRole[], body: Record<string, unknown>) {
  const errors: { field: string; code: 'until' }[] = []
  const wanted: Wanted[] = []
  for (const role of roles) {
    const field = `until_${role}`
    const until = readEnd(typeof body[field] === 'string' ? (body[field] as string).slice(0, 40) : '')
    if (until === undefined) errors.push({ field, code: 'until' })
    else wanted.push({ role, until })
  }
  return { wanted, errors }
}
