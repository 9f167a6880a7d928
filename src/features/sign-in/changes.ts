import { sql } from 'kysely'
import type { Actor, Customer, Staff } from '../../platform/actor.ts'
import { addressBucket, addressKey } from '../../platform/attempts.ts'
import { cookieName } from '../../platform/cookies.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { dateTime } from '../../platform/format.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashPassword, isWeakHash } from '../../platform/password.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { sign } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'
import { factorsOf } from '../second-factor/factors.ts'
import { browserName } from './browser-name.ts'
import { openChallenge } from './challenge.ts'
import { rememberDevice } from './device.ts'
import type { SignInAccount } from './queries.ts'
import { forget, forgetCookie, remember } from './remember.ts'
import { endSession, openSession, sessionCookie, type Way } from './sessions.ts'
import { passed, verifyPassword } from './verify.ts'

/** Stands as subject of a failed sign-in with an address that nobody has: the ledger must not tell the two apart by a gap. */
export const nobody = '00000000-0000-0000-0000-000000000000'

type Attempt = { email: string; password: string; remember: boolean }
type Entered = { cookies: SetCookie[]; termsDue: boolean; secondStep: boolean }

/**
 * Signs in, or asks for the second step (`secondStep`) where there is a second factor. Null when address and password do not belong
 * together. Throws Refusal 429 during a wait. `termsDue` says that a newer version of the terms waits to be accepted.
 */
export async function signIn(visit: Visit, attempt: Attempt): Promise<Entered | null> {
  const verified = await verifyPassword(visit, attempt.email, attempt.password)
  const stronger = verified && isWeakHash(verified.account.passwordHash) ? await hashPassword(attempt.password) : null
  return asBrokerage(visit.services.database.gate, visit.brokerage.id, async (db) => {
    if (!verified) return turnAway(db, visit, attempt.email)
    const { account, known } = verified
    const failures = await failuresBefore(db, visit, account.email)
    await passed(db, visit.brokerage.id, verified)
    if (stronger) await keepStronger(db, visit.brokerage.id, account, stronger)
    // Staff are never remembered.
    const stay = attempt.remember && visit.brokerage.rememberAllowed && account.accountId !== null
    const welcome = { account, known, failures, stay, way: 'password' as const }
    const factors = await factorsOf(db, account.loginId)
    if (factors.length === 0) return { ...(await welcomeIn(db, visit, welcome)), secondStep: false }
    return { cookies: [await openChallenge(db, visit, welcome)], termsDue: false, secondStep: true }
  })
}

async function turnAway(db: Db, visit: Visit, email: string): Promise<null> {
  const login = await db
    .selectFrom('login')
    .select('id')
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('email_key', '=', addressKey(email))
    .executeTakeFirst()
  await recordFailure(db, visit, 'sign_in', email, login?.id ?? null)
  return null
}

/** Writes down a password that did not fit: the address only as HMAC, the password never (A13). */
export async function recordFailure(
  db: Db,
  visit: Pick<Visit, 'services' | 'brokerage' | 'ip'>,
  path: 'sign_in' | 'activation' | 'change_password' | 'second_step' | 'confirmation',
  email: string,
  loginId: string | null,
): Promise<void> {
  await recordEvent(
    db,
    visit.brokerage,
    { kind: 'visitor' },
    {
      verb: 'login.refused',
      subjectKind: 'login',
      subjectId: loginId ?? nobody,
      details: { path, address: sign(visit.services.keys.ledger, addressKey(email)), source: visit.ip },
    },
  )
}

export interface Welcome {
  account: SignInAccount
  /** This browser has signed in with the address before. */
  known: boolean
  /** Wrong passwords before this one. */
  failures: number
  stay: boolean
  way: Exclude<Way, 'remembered'>
}

/** Opens the session of somebody who has proved everything that is asked of them, and tells them of a new device. */
export async function welcomeIn(db: Db, visit: Visit, { account, known, failures, stay, way }: Welcome) {
  const { services, brokerage } = visit
  await endSession(db, brokerage.id, visit.cookies[cookieName(services.config, 'session')])
  await forget(db, brokerage.id, visit.cookies[cookieName(services.config, 'remember')])
  const { userAgent, host, ip: source } = visit
  const remembered = stay
    ? await remember(db, services, brokerage, {
        ...{ loginId: account.loginId, accountId: account.accountId!, userAgent },
        brief: way !== 'password',
      })
    : null
  const opened = { ...account, host, userAgent, source, way, rememberId: remembered?.id ?? null }
  const { token, termsDue } = await openSession(db, brokerage, opened)
  const cookies = [
    sessionCookie(services, token),
    remembered?.cookie ?? forgetCookie(services),
    rememberDevice(visit, account.email),
  ]
  if (account.accountId) await noteUse(db, brokerage.id, account.accountId)
  await recordEvent(db, brokerage, asPerson(account), {
    verb: 'login.signed_in',
    subjectKind: 'login',
    subjectId: account.loginId,
    companyId: account.companyId,
    details: { source: visit.ip, known_device: known, stays: stay, way },
  })
  await tellOwner(db, visit, account, known, failures)
  return { cookies, termsDue }
}

/** The account was used now: the next sign-in comes back to it where there are several. */
export async function noteUse(db: Db, brokerageId: string, accountId: string): Promise<void> {
  await db
    .updateTable('portal_account')
    .set({ last_sign_in_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', accountId)
    .execute()
}

// Only over the very hash that was checked: a password changed in this moment stays.
async function keepStronger(db: Db, brokerageId: string, account: SignInAccount, hash: string): Promise<void> {
  await db
    .updateTable('login_secret')
    .set({ password_hash: hash })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', account.loginId)
    .where('password_hash', '=', account.passwordHash)
    .execute()
}

// Counts from other browsers too: somebody may have been guessing while this one was recognised.
async function failuresBefore(db: Db, visit: Visit, email: string): Promise<number> {
  const row = await db
    .selectFrom('attempt')
    .select('failures')
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('bucket', '=', addressBucket(visit.services.keys.ledger, email).name)
    .executeTakeFirst()
  return row?.failures ?? 0
}

// A12. The first sign-in of a new account comes from a new device by nature.
async function tellOwner(db: Db, visit: Visit, account: SignInAccount, known: boolean, failures: number): Promise<void> {
  const event = failures > 5 ? 'sign_in_after_failures' : !known && account.signedInBefore ? 'new_device' : null
  if (!event) return
  const language = isLanguage(account.language) ? account.language : visit.brokerage.language
  await queueMail(db, visit.services.keys.mail, visit.brokerage.id, {
    event,
    recipient: account.email,
    language,
    accountId: account.accountId,
    companyId: account.companyId,
    values: {
      person: `${account.firstName} ${account.lastName}`.trim(),
      device: browserName(visit.userAgent),
      at: dateTime(new Date()),
      count: String(failures),
      link: pageLink(visit.services, visit.brokerage, language, '/password/forgotten'),
    },
  })
}

/** How somebody who is not signed in yet stands in an event: a customer or a member of staff with name and id. */
export function asPerson(account: Pick<SignInAccount, 'staffId' | 'accountId' | 'firstName' | 'lastName'>): Actor {
  const { staffId, accountId, firstName, lastName } = account
  const person = staffId ? { kind: 'staff', id: staffId } : { kind: 'customer', id: accountId }
  return { ...person, firstName, lastName } as Customer | Staff
}

/** Signs out: the session and the «angemeldet bleiben» of this browser end, on the server. */
export async function signOut(visit: Visit): Promise<SetCookie[]> {
  const { services, brokerage, cookies, actor } = visit
  await asBrokerage(services.database.gate, brokerage.id, async (db) => {
    await endSession(db, brokerage.id, cookies[cookieName(services.config, 'session')])
    await forget(db, brokerage.id, cookies[cookieName(services.config, 'remember')])
    if (actor.kind !== 'visitor')
      await recordEvent(db, brokerage, actor, { verb: 'login.signed_out', subjectKind: 'login', subjectId: actor.loginId })
  })
  return [sessionCookie(services, null), forgetCookie(services)]
}
