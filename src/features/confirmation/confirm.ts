import type { Customer, Staff } from '../../platform/actor.ts'
import { reserve } from '../../platform/attempts.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { page, type Reply, type SetCookie } from '../../platform/routes.ts'
import { formToken, type Visit } from '../../platform/visit.ts'
import { checkCode, codeBucket, forgiveCode } from '../second-factor/check.ts'
import { passkeysHere, provePasskey, requestOptions } from '../second-factor/passkeys.ts'
import { recordFailure } from '../sign-in/changes.ts'
import { renewSession, sessionCookie } from '../sign-in/sessions.ts'
import { passed, verifyPassword } from '../sign-in/verify.ts'
import { type ConfirmForm, confirmPage } from './pages/confirm.tsx'

type Body = Record<string, unknown>

/** What the page asks for; of the fields of the form that was sent they are told apart by their names. */
export const proofs = ['_confirm', '_confirm_username', '_confirm_password', '_confirm_code', '_confirm_passkey'] as const

/** The page that asks for a proof and keeps the form that was sent, to be carried out afterwards. */
export function keepAndConfirm(visit: Visit, body: Body): Reply {
  return page(confirmPage(visit, formOf(visit, body)), 422)
}

/** The same ahead of a risky page: afterwards it opens. */
export function confirmAhead(visit: Visit, returnurl: string): Reply {
  const path = '/confirm'
  return page(confirmPage(visit, { ...formOf(visit, { _token: formToken(visit, path), returnurl }), path }))
}

/**
 * Takes the proof: the password, a code of the app or a recovery code, or a passkey. The session goes on under a new token
 * (security.md S1, S4). The page comes again when it does not fit; tries are counted as those of the sign-in are.
 */
export async function takeProof(visit: Visit, body: Body): Promise<{ token: string; cookies: SetCookie[] } | { again: Reply }> {
  const again = (error: ConfirmForm['error'], status = 422, wait = 0) => ({
    again: page(
      confirmPage(visit, { ...formOf(visit, body), error }),
      status,
      wait ? { headers: { 'retry-after': String(wait) } } : {},
    ),
  })
  const [password, code, passkey] = [
    textOf(body._confirm_password),
    textOf(body._confirm_code).trim(),
    textOf(body._confirm_passkey),
  ]
  if (!password && !code && !passkey) return again('missing')
  try {
    const token = password ? await byPassword(visit, password) : await byFactor(visit, code, passkey)
    return token
      ? { token, cookies: [sessionCookie(visit.services, token)] }
      : again(password ? 'password' : passkey ? 'passkey' : 'code')
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 429)) throw error
    return again('wait', 429, error.retryAfter ?? 1)
  }
}

async function byPassword(visit: Visit, password: string): Promise<string | null> {
  const person = me(visit)
  const verified = await verifyPassword(visit, person.email, password)
  return gate(visit, async (db) => {
    if (verified?.account.loginId !== person.loginId) {
      await recordFailure(db, visit, 'confirmation', person.email, person.loginId)
      return null
    }
    await passed(db, visit.brokerage.id, verified)
    return confirmed(db, visit, person, 'password')
  })
}

async function byFactor(visit: Visit, code: string, passkey: string): Promise<string | null> {
  const { services, brokerage } = visit
  const person = me(visit)
  // Counted before it is looked at.
  if (!passkey) await gate(visit, (db) => reserve(db, brokerage.id, [codeBucket(services.keys.ledger, person.loginId)]))
  return gate(visit, async (db) => {
    const way = passkey
      ? (await provePasskey(db, visit, 'confirm', passkey, person.loginId)) && 'passkey'
      : await checkCode(db, services, brokerage.id, person.loginId, code)
    if (!way) {
      await recordFailure(db, visit, 'confirmation', person.email, person.loginId)
      return null
    }
    if (!passkey) await forgiveCode(db, services, brokerage.id, person.loginId)
    return confirmed(db, visit, person, way)
  })
}

async function confirmed(db: Db, visit: Visit, person: Customer | Staff, by: string): Promise<string | null> {
  const token = await renewSession(db, visit.brokerage.id, person.sessionId)
  if (token)
    await recordEvent(db, visit.brokerage, person, {
      ...{ verb: 'login.confirmed', subjectKind: 'login', subjectId: person.loginId },
      details: { by, source: visit.ip },
    })
  return token
}

function formOf(visit: Visit, body: Body): ConfirmForm {
  const fields = Object.entries(body).filter(([name]) => !proofs.includes(name as (typeof proofs)[number]))
  const kept = fields.flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]))
  const { secondFactor } = me(visit)
  const passkey = secondFactor && passkeysHere(visit) ? JSON.stringify(requestOptions(visit, 'confirm')) : null
  return { path: visit.address, kept, secondFactor, passkey }
}

const me = (visit: Visit) => visit.actor as Customer | Staff
const textOf = (value: unknown) => (typeof value === 'string' && value.isWellFormed() ? value.slice(0, 40_000) : '')
const gate = <T>(visit: Visit, work: (db: Db) => Promise<T>) =>
  asBrokerage(visit.services.database.gate, visit.brokerage.id, work)
