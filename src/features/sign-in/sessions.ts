import { sql } from 'kysely'
import type { Brokerage } from '../../platform/actor.ts'
import { cookieName } from '../../platform/cookies.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'
import { factorsOf, needsSecondFactor } from '../second-factor/factors.ts'
import { areTermsDue } from '../terms/queries.ts'

/** How somebody signed in; with a passkey or a code both factors are proved. */
export type Way = 'password' | 'code' | 'recovery_code' | 'passkey' | 'remembered'

interface NewSession {
  loginId: string
  accountId: string | null
  staffId: string | null
  host: string
  userAgent: string
  /** Where the request came from. */
  source: string
  /** The «angemeldet bleiben» of this browser. */
  rememberId?: string | null
  way: Way
  /** When the person last proved who they are, where that was not just now. */
  confirmedAt?: Date | null
  /** When it ends at the latest; twelve hours from now unless it goes on from an earlier one. */
  until?: Date
}

const mostAtOnce = 10

/**
 * Opens a session of at most twelve hours, bound to the host (S2, S3). The database knows only the token's SHA-256. While
 * newer terms wait (`termsDue`), the session opens nothing but them; staff are asked for none. Where the roles ask for a second factor
 * that is not there, it opens nothing but setting it up.
 */
export async function openSession(
  db: Db,
  brokerage: Pick<Brokerage, 'id'>,
  session: NewSession,
): Promise<{ token: string; termsDue: boolean }> {
  const { token, hash } = newToken()
  const factorDue =
    (await needsSecondFactor(db, session.accountId, session.staffId)) && (await factorsOf(db, session.loginId)).length === 0
  const termsDue = session.accountId !== null && (await areTermsDue(db, brokerage.id, session.loginId))
  await db
    .insertInto('session')
    .values({
      brokerage_id: brokerage.id,
      id: newId(),
      token_hash: hash,
      login_id: session.loginId,
      account_id: session.accountId,
      staff_id: session.staffId,
      host: session.host,
      user_agent: session.userAgent.slice(0, 400),
      source: session.source.slice(0, 64),
      remember_id: session.rememberId ?? null,
      terms_due: termsDue,
      way: session.way,
      confirmed_at: session.confirmedAt !== undefined ? session.confirmedAt : session.way === 'remembered' ? null : sql`now()`,
      factor_due: factorDue,
      expires_at: session.until ?? sql`now() + interval '12 hours'`,
    })
    .execute()
  await sql`update session set ended_at = now() where brokerage_id = ${brokerage.id} and id in (
    select id from session where brokerage_id = ${brokerage.id} and login_id = ${session.loginId} and ended_at is null
      and expires_at > now() order by created_at desc, id desc offset ${mostAtOnce}::int)`.execute(db)
  return { token, termsDue }
}

/**
 * The session goes on under a new token, as after every proof (security.md S1): the former one is worth nothing any more.
 * With `way` a new second factor was proved: none is due then. Null when the session is over.
 */
export async function renewSession(db: Db, brokerageId: string, sessionId: string, way?: Way): Promise<string | null> {
  const { token, hash } = newToken()
  const renewed = await db
    .updateTable('session')
    .set({ token_hash: hash, confirmed_at: sql`now()`, ...(way ? { way, factor_due: false } : {}) })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return renewed ? token : null
}

/** How a session was opened. */
export async function wayOf(db: Db, brokerageId: string, sessionId: string): Promise<Way> {
  const session = await db
    .selectFrom('session')
    .select('way')
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return (session?.way ?? 'password') as Way
}

/** The session cookie. It ends with the browser; how long it is good for the database says. */
export function sessionCookie(services: Pick<Services, 'config'>, token: string | null): SetCookie {
  return { name: cookieName(services.config, 'session'), value: token }
}

/** Ends the session that a browser's cookie means, if any. */
export async function endSession(db: Db, brokerageId: string, token: string | undefined): Promise<void> {
  if (!token) return
  await db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('token_hash', '=', tokenHash(token))
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every other session and every «angemeldet bleiben» of a login: they were opened with less proof than there is now. */
export async function endOtherSessions(db: Db, brokerageId: string, loginId: string, sessionId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('id', '!=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
  await revokeRemembered(db, brokerageId, loginId)
}

/** Ends every session and every «angemeldet bleiben» of a login, as after a change of its password (P7, I6). */
export async function endAllSessions(db: Db, brokerageId: string, loginId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('ended_at', 'is', null)
    .execute()
  await revokeRemembered(db, brokerageId, loginId)
}

async function revokeRemembered(db: Db, brokerageId: string, loginId: string): Promise<void> {
  await db
    .updateTable('remember_token')
    .set({ revoked_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('revoked_at', 'is', null)
    .execute()
}
