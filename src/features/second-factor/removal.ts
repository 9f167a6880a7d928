import type { Customer, Staff } from '../../platform/actor.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { showCodes } from './codes-cookie.ts'
import { factorsOf, needsSecondFactor, wipe } from './factors.ts'
import { newRecoveryCodes, revokeRecoveryCodes } from './recovery-codes.ts'
import { tellOfFactor, toldSelf } from './tell.ts'

type Person = Customer | Staff

/**
 * Removes one of the own factors. False when it is the last one of somebody whose roles ask for one: another has to be there first.
 * With the last one its recovery codes go.
 */
export async function removeFactor(visit: Visit, person: Person, factorId: string): Promise<boolean> {
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    await lockFactors(db, brokerage.id, person.loginId)
    const factors = await factorsOf(db, person.loginId)
    const factor = factors.find(({ id }) => id === factorId)
    if (!factor) throw notFound()
    if (factors.length === 1) {
      if (await neededSomewhere(db, brokerage.id, person)) return false
      await revokeRecoveryCodes(db, brokerage.id, person.loginId)
    }
    await wipe(db, brokerage.id, factorId)
    await recordEvent(db, brokerage, person, {
      ...{ verb: 'second_factor.removed', subjectKind: 'login', subjectId: person.loginId },
      details: { kind: factor.kind, name: factor.name },
    })
    await tellOfFactor(db, visit, toldSelf(person), (words) =>
      factor.kind === 'app' ? words.app_removed : words.passkey_removed(factor.name),
    )
    return true
  })
}

/** Whether the roles of any of a person's accounts ask for a second factor: the sign-in is one for all of them. */
export async function neededSomewhere(db: Db, brokerageId: string, person: Person): Promise<boolean> {
  if (person.kind === 'staff') return true
  const accounts = await db
    .selectFrom('portal_account')
    .select('id')
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', person.loginId)
    .where('state', '=', 'active')
    .execute()
  for (const { id } of accounts) if (await needsSecondFactor(db, id, null)) return true
  return false
}

// Of two who take each other's last one away the second waits here.
async function lockFactors(db: Db, brokerageId: string, loginId: string): Promise<void> {
  await db
    .selectFrom('second_factor')
    .select('id')
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Ten new recovery codes; the former ones are worth nothing. Null without a second factor, for which they would stand in. */
export async function renewCodes(visit: Visit, person: Person): Promise<SetCookie | null> {
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    if ((await factorsOf(db, person.loginId)).length === 0) return null
    const codes = await newRecoveryCodes(db, brokerage.id, person.loginId)
    await recordEvent(db, brokerage, person, {
      ...{ verb: 'second_factor.codes_made', subjectKind: 'login', subjectId: person.loginId },
    })
    await tellOfFactor(db, visit, toldSelf(person), (words) => words.codes_made)
    return showCodes(visit, person, codes)
  })
}
