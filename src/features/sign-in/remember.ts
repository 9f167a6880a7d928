import { randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Brokerage } from '../../platform/actor.ts'
import { cookieName } from '../../platform/cookies.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { SetCookie } from '../../platform/routes.ts'
import { tokenHash } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'
import { endAllSessions, openSession, sessionCookie } from './sessions.ts'

const days = 30

/**
 * Starts an «angemeldet bleiben»: a selector that finds it, a validator that changes at every use (security.md S3). `brief`, for people
 * with a second factor: a day in all, an hour without use.
 */
export async function remember(
  db: Db,
  services: Services,
  brokerage: Brokerage,
  of: { loginId: string; accountId: string; userAgent: string; brief: boolean },
): Promise<{ id: string; cookie: SetCookie }> {
  const id = newId()
  const lasts = of.brief ? 1 : days
  const selector = randomBytes(16)
  const validator = randomBytes(32).toString('base64url')
  await db
    .insertInto('remember_token')
    .values({
      brokerage_id: brokerage.id,
      id,
      login_id: of.loginId,
      account_id: of.accountId,
      user_agent: of.userAgent.slice(0, 400),
      selector,
      validator_hash: tokenHash(validator),
      expires_at: sql`now() + make_interval(days => ${lasts}::int)`,
      idle: sql`${of.brief ? '1 hour' : '14 days'}::interval`,
    })
    .execute()
  return { id, cookie: cookie(services, `${selector.toString('base64url')}.${validator}`, lasts * 86_400) }
}

function cookie(services: Pick<Services, 'config'>, value: string | null, maxAge?: number): SetCookie {
  return { name: cookieName(services.config, 'remember'), value, ...(maxAge ? { maxAge } : {}) }
}

/** The cookie that removes it from the browser. */
export const forgetCookie = (services: Pick<Services, 'config'>) => cookie(services, null)

interface Remembered {
  id: string
  login_id: string
  account_id: string
  validator_hash: Buffer
  previous_validator_hash: Buffer | null
  within_grace: boolean
  seconds_left: number
  email: string
  language: string
}

/**
 * Turns an «angemeldet bleiben» cookie into a session and gives it a new validator. Null when it is not good any more. An old
 * validator that comes back later than the 60 seconds that parallel requests may need means that two browsers hold the
 * cookie: everything of that login ends and its owner gets a mail.
 */
export async function resume(
  services: Services,
  brokerage: Brokerage,
  value: string,
  from: { host: string; userAgent: string; source: string },
): Promise<{ token: string; cookies: SetCookie[] } | null> {
  const match = /^([\w-]{22})\.([\w-]{43})$/.exec(value)
  if (!match || !brokerage.rememberAllowed) return null
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const row = await findRemembered(db, brokerage.id, Buffer.from(match[1]!, 'base64url'))
    if (!row) return null
    const presented = tokenHash(match[2]!)
    const current = timingSafeEqual(presented, row.validator_hash)
    const justReplaced =
      row.previous_validator_hash !== null && timingSafeEqual(presented, row.previous_validator_hash) && row.within_grace
    if (!current && !justReplaced) {
      await revokeStolen(db, services, brokerage, row)
      return null
    }
    const cookies = current ? [await rotate(db, services, brokerage, match[1]!, row, from.userAgent)] : []
    const { token } = await openSession(db, brokerage, {
      loginId: row.login_id,
      accountId: row.account_id,
      staffId: null,
      rememberId: row.id,
      way: 'remembered',
      ...from,
    })
    return { token, cookies: [...cookies, sessionCookie(services, token)] }
  })
}

// Locked, so that of two requests with the same validator the second sees what the first has made of it.
async function findRemembered(db: Db, brokerageId: string, selector: Buffer): Promise<Remembered | undefined> {
  const { rows } = await sql<Remembered>`
    select t.id, t.login_id, t.account_id, t.validator_hash, t.previous_validator_hash, l.email, l.language,
      t.rotated_at > now() - interval '60 seconds' as within_grace,
      extract(epoch from t.expires_at - now())::int as seconds_left
    from remember_token t
    join portal_account a on a.brokerage_id = t.brokerage_id and a.id = t.account_id and a.state = 'active'
    join login l on l.brokerage_id = t.brokerage_id and l.id = t.login_id
    where t.brokerage_id = ${brokerageId} and t.selector = ${selector} and t.revoked_at is null
      and t.expires_at > now() and t.rotated_at > now() - t.idle
    for update of t`.execute(db)
  return rows[0]
}

async function rotate(
  db: Db,
  services: Services,
  brokerage: Brokerage,
  selector: string,
  row: Remembered,
  userAgent: string,
): Promise<SetCookie> {
  const validator = randomBytes(32).toString('base64url')
  await db
    .updateTable('remember_token')
    .set({
      validator_hash: tokenHash(validator),
      previous_validator_hash: row.validator_hash,
      rotated_at: sql`now()`,
      user_agent: userAgent.slice(0, 400),
    })
    .where('brokerage_id', '=', brokerage.id)
    .where('id', '=', row.id)
    .execute()
  return cookie(services, `${selector}.${validator}`, Math.max(1, row.seconds_left))
}

async function revokeStolen(db: Db, services: Services, brokerage: Brokerage, row: Remembered): Promise<void> {
  await endAllSessions(db, brokerage.id, row.login_id)
  await recordEvent(
    db,
    brokerage,
    { kind: 'system' },
    { verb: 'login.remember_reused', subjectKind: 'login', subjectId: row.login_id },
  )
  const language = isLanguage(row.language) ? row.language : brokerage.language
  await queueMail(db, services.keys.mail, brokerage.id, {
    event: 'remember_reuse',
    recipient: row.email,
    language,
    accountId: row.account_id,
    values: { link: pageLink(services, brokerage, language, '/password/forgotten') },
  })
}

/** This browser's «angemeldet bleiben» comes back to another account of the same person from now on. */
export async function rememberAt(
  db: Db,
  brokerageId: string,
  value: string | undefined,
  to: { loginId: string; accountId: string },
): Promise<void> {
  const selector = selectorOf(value)
  if (!selector) return
  await db
    .updateTable('remember_token')
    .set({ account_id: to.accountId })
    .where('brokerage_id', '=', brokerageId)
    .where('selector', '=', selector)
    .where('login_id', '=', to.loginId)
    .where('revoked_at', 'is', null)
    .execute()
}

function selectorOf(value: string | undefined): Buffer | null {
  const selector = /^([\w-]{22})\./.exec(value ?? '')?.[1]
  return selector ? Buffer.from(selector, 'base64url') : null
}

/** Ends the «angemeldet bleiben» that a browser's cookie means, if any. */
export async function forget(db: Db, brokerageId: string, value: string | undefined): Promise<void> {
  const selector = selectorOf(value)
  if (!selector) return
  await db
    .updateTable('remember_token')
    .set({ revoked_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('selector', '=', selector)
    .where('revoked_at', 'is', null)
    .execute()
}
