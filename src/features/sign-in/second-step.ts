import { reserve } from '../../platform/attempts.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { SetCookie } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { checkCode, codeBucket, forgiveCode } from '../second-factor/check.ts'
import { provePasskey } from '../second-factor/passkeys.ts'
import { recoveryCodesLeft } from '../second-factor/recovery-codes.ts'
import { tellOfFactor, toldOf } from '../second-factor/tell.ts'
import { type Challenge, countTry, endChallenge, endedChallenge, findChallenge, mostTries } from './challenge.ts'
import { recordFailure, welcomeIn } from './changes.ts'
import { type SignInAccount, signInAccountOf } from './queries.ts'

export type SecondStep =
  | { kind: 'in'; cookies: SetCookie[]; termsDue: boolean }
  | { kind: 'wrong' }
  /** Too late, too often, or suspended meanwhile: from the beginning. */
  | { kind: 'over'; cookies: SetCookie[] }

/**
 * The second step of signing in with a typed code. The try is counted before the code is looked at, for this challenge and for the
 * person (security.md A11); throws Refusal 429 when the hour's codes are used up. For gate routes.
 */
export async function takeSecondStep(visit: Visit, typed: string): Promise<SecondStep> {
  const { services, brokerage } = visit
  const gate = <T>(work: (db: Db) => Promise<T>) => asBrokerage(services.database.gate, brokerage.id, work)
  const counted = await gate(async (db) => {
    const challenge = await findChallenge(db, visit)
    if (!challenge) return null
    const tries = await countTry(db, brokerage.id, challenge)
    if (tries === null) return null
    await reserve(db, brokerage.id, [codeBucket(services.keys.ledger, challenge.login_id)])
    return { challenge, tries }
  })
  if (!counted) return { kind: 'over', cookies: [endedChallenge(visit)] }
  return gate(async (db) => {
    const { challenge, tries } = counted
    const account = await signInAccountOf(db, challenge.login_id)
    if (!account) return { kind: 'over', cookies: [endedChallenge(visit)] }
    const way = await checkCode(db, services, brokerage.id, account.loginId, typed)
    if (!way) return refuse(db, visit, challenge, account, tries)
    if (!(await endChallenge(db, brokerage.id, challenge))) return { kind: 'over', cookies: [endedChallenge(visit)] }
    await forgiveCode(db, services, brokerage.id, account.loginId)
    if (way === 'recovery_code') {
      const left = await recoveryCodesLeft(db, account.loginId)
      await tellOfFactor(db, visit, toldOf(account, brokerage), (words) => words.code_used(left))
    }
    return finishSecondStep(db, visit, challenge, account, way)
  })
}

/** The second step with one of the person's own passkeys. */
export async function takeSecondStepByPasskey(visit: Visit, sent: unknown): Promise<SecondStep> {
  const { services, brokerage } = visit
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const challenge = await findChallenge(db, visit)
    const account = challenge && (await signInAccountOf(db, challenge.login_id))
    if (!challenge || !account) return { kind: 'over', cookies: [endedChallenge(visit)] }
    const proved = await provePasskey(db, visit, 'second step', sent, challenge.login_id)
    if (!proved) return { kind: 'wrong' }
    if (!(await endChallenge(db, brokerage.id, challenge))) return { kind: 'over', cookies: [endedChallenge(visit)] }
    return finishSecondStep(db, visit, challenge, account, 'passkey')
  })
}

/** What follows a right second step, whichever it was: the session and the notices. */
export async function finishSecondStep(
  db: Db,
  visit: Visit,
  challenge: Challenge,
  account: SignInAccount,
  way: 'code' | 'recovery_code' | 'passkey',
): Promise<SecondStep> {
  const { known_device: known, failures_before: failures, stays: stay } = challenge
  const { cookies, termsDue } = await welcomeIn(db, visit, { account, known, failures, stay, way })
  return { kind: 'in', cookies: [...cookies, endedChallenge(visit)], termsDue }
}

// Whoever comes this far knows the password: after five wrong codes its owner should hear of it.
async function refuse(db: Db, visit: Visit, challenge: Challenge, account: SignInAccount, tries: number): Promise<SecondStep> {
  await recordFailure(db, visit, 'second_step', account.email, account.loginId)
  if (tries < mostTries) return { kind: 'wrong' }
  await endChallenge(db, visit.brokerage.id, challenge)
  await tellOfFactor(db, visit, toldOf(account, visit.brokerage), (words) => words.wrong_codes)
  return { kind: 'over', cookies: [endedChallenge(visit)] }
}
