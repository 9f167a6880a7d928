import { sql } from 'kysely'
import type { Brokerage } from '../../platform/actor.ts'
import { addressBucket, forgive, reserve } from '../../platform/attempts.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { type Letter, queueMail } from '../../platform/mail.ts'
import { hashPassword, passwordFits, temporaryPassword } from '../../platform/password.ts'
import { tooLong } from '../../platform/password-policy.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import type { Services, Visit } from '../../platform/visit.ts'
import { asPerson, recordFailure } from '../sign-in/changes.ts'
import { endAllSessions } from '../sign-in/sessions.ts'
import { acceptTerms } from '../terms/changes.ts'
import type { Terms } from '../terms/queries.ts'
import { activationLink } from './links.ts'
import { findInvitation, type Invited, mostTries } from './queries.ts'

type Gate = Pick<Visit, 'services' | 'brokerage' | 'ip'>

/**
 * Activates the account: `done`, `wrong` (the temporary password does not fit; the try is counted before it is checked), or
 * `dead` when the link is no longer good. Of many at the same moment exactly one is `done`. `newPassword` is null for a login
 * that has its password from another company.
 */
export async function activate(
  visit: Gate,
  token: string,
  entered: { temporary: string; newPassword: string | null; terms: Terms | null },
): Promise<'done' | 'wrong' | 'dead'> {
  const { services, brokerage } = visit
  const inGate = <T>(work: (db: Db) => Promise<T>) => asBrokerage(services.database.gate, brokerage.id, work)
  const invited = await inGate((db) => countTry(db, brokerage.id, token))
  if (!invited) return 'dead'
  const long = tooLong(entered.temporary)
  const fits = await passwordFits(long ? '' : entered.temporary.trim(), long ? null : invited.temporaryPasswordHash)
  if (!fits) {
    await inGate((db) => noteWrongPassword(db, visit, invited))
    return 'wrong'
  }
  const hash = entered.newPassword === null ? null : await hashPassword(entered.newPassword)
  return inGate((db) => complete(db, visit, invited, hash, entered.terms))
}

async function countTry(db: Db, brokerageId: string, token: string): Promise<Invited | null> {
  const counted = await db
    .updateTable('activation_token')
    .set({ attempts: sql`attempts + 1` })
    .where('brokerage_id', '=', brokerageId)
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('attempts', '<', mostTries)
    .returning('id')
    .executeTakeFirst()
  if (!counted) return null
  const { state, invited } = await findInvitation(db, brokerageId, token)
  return state === 'good' || state === 'exhausted' ? invited : null
}

// The link's own five tries are the limit here; the address's counter rises with them, so that all paths share one (A1). A
// counter that others have driven up does not keep the owner of the link out.
async function noteWrongPassword(db: Db, visit: Gate, invited: Invited): Promise<void> {
  await sql`savepoint counting`.execute(db)
  await reserve(db, visit.brokerage.id, [addressBucket(visit.services.keys.ledger, invited.email)]).catch(async (error) => {
    if (!(error instanceof Refusal)) throw error
    await sql`rollback to savepoint counting`.execute(db)
  })
  await recordFailure(db, visit, 'activation', invited.email, invited.loginId)
}

async function complete(
  db: Db,
  visit: Gate,
  invited: Invited,
  hash: string | null,
  terms: Terms | null,
): Promise<'done' | 'dead'> {
  const { brokerage } = visit
  const used = await db
    .updateTable('activation_token')
    .set({ used_at: sql`now()` })
    .where('brokerage_id', '=', brokerage.id)
    .where('id', '=', invited.tokenId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst()
  if (!used) return 'dead'
  const activated = await db
    .updateTable('portal_account')
    .set({ state: 'active', activated_at: sql`now()` })
    .where('brokerage_id', '=', brokerage.id)
    .where('id', '=', invited.accountId)
    .where('state', '=', 'invited')
    .returning('id')
    .executeTakeFirst()
  // Withdrawn in this very moment: nothing of this may stay.
  if (!activated) throw new Refusal(409)
  if (hash !== null) await setFirstPassword(db, visit, invited, hash)
  await revokeLinks(db, brokerage.id, invited.accountId)
  if (terms) await acceptTerms(db, brokerage, invited.loginId, terms, 'activation')
  await recordEvent(db, brokerage, asPerson({ ...invited, staffId: null }), {
    verb: 'portal_account.activated',
    subjectKind: 'portal_account',
    subjectId: invited.accountId,
    companyId: invited.companyId,
    details: { terms: terms?.version ?? null, source: visit.ip },
  })
  return 'done'
}

async function setFirstPassword(db: Db, visit: Gate, invited: Invited, hash: string): Promise<void> {
  const { brokerage, services } = visit
  const set = await db
    .insertInto('login_secret')
    .values({ brokerage_id: brokerage.id, login_id: invited.loginId, password_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('login_id')
    .executeTakeFirst()
  // The other company's link was finished in this very moment: its password stays, and the form comes back without one.
  if (!set) throw new Refusal(409)
  await endAllSessions(db, brokerage.id, invited.loginId)
  await forgive(db, brokerage.id, [addressBucket(services.keys.ledger, invited.email)])
}

async function revokeLinks(db: Db, brokerageId: string, accountId: string): Promise<void> {
  await db
    .updateTable('activation_token')
    .set({ revoked_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

export interface Invitation {
  token: string
  tokenHash: Buffer
  temporaryPassword: string
  temporaryPasswordHash: string
}

/** A link and a temporary password that belong together. It hashes, so call it before the transaction. */
export async function newInvitation(): Promise<Invitation> {
  const { token, hash } = newToken()
  const password = temporaryPassword()
  return { token, tokenHash: hash, temporaryPassword: password, temporaryPasswordHash: await hashPassword(password) }
}

interface Addressee {
  accountId: string
  companyId: string
  email: string
  language: Letter['language']
  firstName: string
  lastName: string
  companyName: string
}

/** The manual's welcome mail; dead when the link is. */
export function welcomeLetter(
  services: Pick<Services, 'config' | 'publicPort'>,
  brokerage: Pick<Brokerage, 'host'>,
  to: Addressee,
  invitation: Invitation,
  expiresAt: Date,
): Letter {
  return {
    event: 'welcome',
    recipient: to.email,
    language: to.language,
    companyId: to.companyId,
    accountId: to.accountId,
    expiresAt,
    values: {
      link: activationLink(services, brokerage, to.language, invitation.token),
      temporary_password: invitation.temporaryPassword,
      first_name: to.firstName,
      last_name: to.lastName,
      company: to.companyName,
    },
  }
}

/**
 * Sends a fresh link and temporary password to the address that the expired one was sent to, at most five times a day (I7).
 * Says nothing: who holds an old link learns no more than that.
 */
export async function sendNewLink(visit: Pick<Visit, 'services' | 'brokerage'>, token: string): Promise<void> {
  const { services, brokerage } = visit
  const invitation = await newInvitation()
  await asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const { state, invited } = await findInvitation(db, brokerage.id, token)
    if (state !== 'expired' || !invited) return
    await reserve(db, brokerage.id, [{ name: `invitation:${invited.accountId}`, limit: 5, minutes: 1440 }])
    await revokeLinks(db, brokerage.id, invited.accountId)
    const { expires_at } = await insertLink(db, brokerage.id, invited.accountId, invitation)
    await queueMail(db, services.keys.mail, brokerage.id, welcomeLetter(services, brokerage, invited, invitation, expires_at))
    await recordEvent(
      db,
      brokerage,
      { kind: 'visitor' },
      {
        verb: 'portal_account.link_sent_again',
        subjectKind: 'portal_account',
        subjectId: invited.accountId,
        companyId: invited.companyId,
      },
    )
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal && error.status === 429)) throw error
  })
}

async function insertLink(db: Db, brokerageId: string, accountId: string, invitation: Invitation) {
  return db
    .insertInto('activation_token')
    .values({
      brokerage_id: brokerageId,
      id: newId(),
      account_id: accountId,
      token_hash: invitation.tokenHash,
      temporary_password_hash: invitation.temporaryPasswordHash,
      expires_at: sql`now() + (select make_interval(hours => b.invitation_hours) from brokerage b where b.brokerage_id = ${brokerageId})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow()
}
