import type { Customer, Staff } from '../../platform/actor.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { seal, unseal } from '../../platform/secrets.ts'
import { fittingStep, newTotpSecret } from '../../platform/totp.ts'
import type { Visit } from '../../platform/visit.ts'
import { endOtherSessions, renewSession, sessionCookie } from '../sign-in/sessions.ts'
import { showCodes } from './codes-cookie.ts'
import { keepApp } from './factors.ts'
import { newRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts'
import { tellOfFactor, toldSelf } from './tell.ts'

type Person = Customer | Staff

/** A secret that nobody has proved yet travels sealed in its own form: nothing is kept of what is not finished. */
interface SetUp {
  id: string
  loginId: string
  secret: string
  at: number
}
const longest = 60 * 60_000

/** A new secret for the form that sets up an app. */
export function newSetUp(visit: Pick<Visit, 'services'>, person: Person): { sealed: string; secret: string } {
  const secret = newTotpSecret()
  const setUp: SetUp = { id: newId(), loginId: person.loginId, secret, at: Date.now() }
  return { sealed: seal(visit.services.keys.factor, setUp), secret }
}

/** What the form was given; null when it is another person's, too old, or none of ours. */
export function openSetUp(visit: Pick<Visit, 'services'>, person: Person, sealed: unknown): SetUp | null {
  if (typeof sealed !== 'string' || sealed.length > 1000) return null
  try {
    const setUp = unseal<SetUp>(visit.services.keys.factor, sealed)
    return setUp.loginId === person.loginId && setUp.at > Date.now() - longest ? setUp : null
  } catch {
    return null
  }
}

/**
 * Keeps the app when the typed code proves it. The session goes on under a new token, every other one ends; with the first factor come
 * ten recovery codes, shown once. Null when the code does not fit. For gate routes.
 */
export async function setUpApp(
  visit: Visit,
  person: Person,
  setUp: SetUp,
  typed: string,
  name: string,
): Promise<{ cookies: SetCookie[]; codes: boolean } | null> {
  const step = fittingStep(setUp.secret, typed.replace(/[\s-]/g, ''), 0)
  if (step === null) return null
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const kept = await keepApp(db, services, brokerage.id, { ...setUp, name, step })
    if (!kept) return { cookies: [], codes: true }
    await recordEvent(db, brokerage, person, {
      ...{ verb: 'second_factor.added', subjectKind: 'login', subjectId: person.loginId },
      details: { kind: 'app' },
    })
    await tellOfFactor(db, visit, toldSelf(person), (words) => words.app_added)
    return withNewFactor(db, visit, person, 'code')
  })
}

/** What follows the proof of a new factor, of whichever kind. */
export async function withNewFactor(db: Db, visit: Visit, person: Person, way: 'code' | 'passkey') {
  const { services, brokerage } = visit
  await endOtherSessions(db, brokerage.id, person.loginId, person.sessionId)
  const token = await renewSession(db, brokerage.id, person.sessionId, way)
  const cookies: SetCookie[] = token ? [sessionCookie(services, token)] : []
  const codes = (await recoveryCodesLeft(db, person.loginId)) === 0
  if (codes) cookies.push(showCodes(visit, person, await newRecoveryCodes(db, brokerage.id, person.loginId)))
  return { cookies, codes }
}
