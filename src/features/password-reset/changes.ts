import { sql } from 'kysely'
import { addressBucket, forgive } from '../../platform/attempts.ts'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { dateTime } from '../../platform/format.ts'
import { newId } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { queueMail } from '../../platform/mail.ts'
import { hashPassword } from '../../platform/password.ts'
import type { Language } from '../../platform/phrases.ts'
import { newToken, seal, tokenHash } from '../../platform/secrets.ts'
import type { Services, Visit } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'
import { asPerson } from '../sign-in/changes.ts'
import { endAllSessions } from '../sign-in/sessions.ts'
import type { ResetJob } from './jobs.ts'
import { resetLink } from './links.ts'
import { findReset, type Resettable } from './queries.ts'

const minutes = 60

/** Notes down that a new password is wanted for an address. The same one insert whether anybody has it or not. */
export async function askForReset(db: Db, visit: Pick<Visit, 'services' | 'brokerage'>, email: string): Promise<void> {
  const job: ResetJob = { brokerageId: visit.brokerage.id, sealed: seal(visit.services.keys.mail, email) }
  await enqueue(db, 'password_reset', job)
}

/** Makes a link and mails it; the links before it are dead. */
export async function mailReset(
  db: Db,
  services: Pick<Services, 'config' | 'publicPort' | 'keys'>,
  person: Resettable,
): Promise<void> {
  const token = await newResetToken(db, person.brokerageId, person.loginId)
  await queueMail(db, services.keys.mail, person.brokerageId, {
    event: 'password_reset',
    recipient: person.email,
    language: person.language,
    accountId: person.accountId,
    companyId: person.companyId,
    expiresAt: new Date(Date.now() + minutes * 60_000),
    values: {
      person: `${person.firstName} ${person.lastName}`.trim(),
      link: resetLink(services, { host: person.host }, person.language, token),
    },
  })
  await recordEvent(
    db,
    { id: person.brokerageId },
    { kind: 'system' },
    {
      verb: 'login.reset_requested',
      subjectKind: 'login',
      subjectId: person.loginId,
      companyId: person.companyId,
    },
  )
}

/** A fresh link of a login, good for `good` minutes; the links before it are dead. */
export async function newResetToken(db: Db, brokerageId: string, loginId: string, good = minutes): Promise<string> {
  const { token, hash } = newToken()
  await revokeResets(db, brokerageId, loginId)
  await db
    .insertInto('reset_token')
    .values({
      brokerage_id: brokerageId,
      id: newId(),
      login_id: loginId,
      token_hash: hash,
      expires_at: sql`now() + make_interval(mins => ${good}::int)`,
    })
    .execute()
  return token
}

/** Ends every open link of a login. */
export async function revokeResets(db: Db, brokerageId: string, loginId: string): Promise<void> {
  await db
    .updateTable('reset_token')
    .set({ revoked_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/**
 * A link with which a member of staff sets a password, printed by the command line: the first one within 24 hours, for who founds and who
 * administers are two people; a new one within 60 minutes (decision 0084). `db` is a transaction of the operator or the gate inside the brokerage.
 */
export async function createSetUpLink(
  db: Db,
  services: Pick<Services, 'config' | 'publicPort'>,
  brokerage: { id: string; host: string },
  login: { id: string; language: Language },
): Promise<{ link: string; hours: number }> {
  const known = await db
    .selectFrom('login_secret')
    .select('login_id')
    .where('brokerage_id', '=', brokerage.id)
    .where('login_id', '=', login.id)
    .executeTakeFirst()
  const hours = known ? 1 : 24
  const token = await newResetToken(db, brokerage.id, login.id, hours * 60)
  return { link: resetLink(services, brokerage, login.language, token), hours }
}

/**
 * Sets the new password and uses up the link: of many at the same moment exactly one succeeds, and only its password counts.
 * Every session ends, and a mail tells the owner. False when the link was no longer good.
 */
export async function finishReset(
  visit: Pick<Visit, 'services' | 'brokerage'>,
  token: string,
  password: string,
): Promise<boolean> {
  const { services, brokerage } = visit
  const hash = await hashPassword(password)
  return asBrokerage(services.database.gate, brokerage.id, async (db) => {
    const { person } = await findReset(db, brokerage.id, token)
    if (!person || !(await useUp(db, brokerage.id, token))) return false
    await storePassword(db, brokerage.id, person.loginId, hash)
    await revokeResets(db, brokerage.id, person.loginId)
    await endAllSessions(db, brokerage.id, person.loginId)
    await forgive(db, brokerage.id, [addressBucket(services.keys.ledger, person.email)])
    await tellOfNewPassword(db, services, brokerage, person)
    await recordEvent(db, brokerage, asPerson(person), {
      verb: 'login.password_changed',
      subjectKind: 'login',
      subjectId: person.loginId,
      companyId: person.companyId,
      details: { by: 'link' },
    })
    return true
  })
}

/** Stores the hash of a login's new password, the first one included. */
export async function storePassword(db: Db, brokerageId: string, loginId: string, hash: string): Promise<void> {
  await db
    .insertInto('login_secret')
    .values({ brokerage_id: brokerageId, login_id: loginId, password_hash: hash })
    .onConflict((conflict) =>
      conflict.columns(['brokerage_id', 'login_id']).doUpdateSet({ password_hash: hash, changed_at: sql`now()` }),
    )
    .execute()
}

async function useUp(db: Db, brokerageId: string, token: string): Promise<boolean> {
  const used = await db
    .updateTable('reset_token')
    .set({ used_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** The notice that a password was changed (A12); for the change in the profile as well. */
export async function tellOfNewPassword(
  db: Db,
  services: Pick<Services, 'config' | 'publicPort' | 'keys'>,
  brokerage: { id: string; host: string },
  person: Pick<Resettable, 'email' | 'language' | 'firstName' | 'lastName' | 'accountId' | 'companyId'>,
): Promise<void> {
  await queueMail(db, services.keys.mail, brokerage.id, {
    event: 'password_changed',
    recipient: person.email,
    language: person.language,
    accountId: person.accountId,
    companyId: person.companyId,
    values: {
      person: `${person.firstName} ${person.lastName}`.trim(),
      at: dateTime(new Date()),
      link: pageLink(services, brokerage, person.language, '/password/forgotten'),
    },
  })
}
