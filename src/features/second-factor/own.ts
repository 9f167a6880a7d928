import type { Customer, Staff } from '../../platform/actor.ts'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { factorsOf, needsSecondFactor } from './factors.ts'
import { recoveryCodesLeft } from './recovery-codes.ts'

/** What the profile shows of the own second factor; none of its secrets, which the web process cannot read. */
export async function ownFactors(db: Db, person: Customer | Staff) {
  const [factors, codesLeft, required] = await allOf([
    factorsOf(db, person.loginId),
    recoveryCodesLeft(db, person.loginId),
    person.kind === 'staff' ? needsSecondFactor(db, null, person.id) : needsSecondFactor(db, person.id, null),
  ])
  return { factors, codesLeft, required }
}
export type OwnFactors = Awaited<ReturnType<typeof ownFactors>>
