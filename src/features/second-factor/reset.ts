import { sql } from 'kysely'
import { type Actor, actorName, type Customer, type Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'
import { endAllSessions } from '../sign-in/sessions.ts'
import { factorsOf, wipe } from './factors.ts'
import { revokeRecoveryCodes } from './recovery-codes.ts'
import { resetMailPhrases } from './reset-mail-phrases.ts'
import { tellOfFactor } from './tell.ts'

/** Whose second factor is reset. */
export interface Subject {
  loginId: string
  name: string
  /** Of customers: where the event belongs to, and what a mail names. */
  accountId: string | null
  companyId: string | null
  company: string
  /** Of staff. */
  staffId: string | null
  /** The page of the person, for those who are told. */
  path: string
}
export interface Reader {
  email: string
  language: Language
}
type Person = Customer | Staff

/**
 * Takes every second factor and recovery code of a login away and ends all its sessions: the next sign-in needs the password alone, and
 * leads to a new set-up where the roles ask for one. The person and those who look after them are told. Within the gate's transaction.
 */
export async function resetFactors(db: Db, visit: Visit, by: Person, subject: Subject, reason: string, readers: Reader[]) {
  await takeFactors(db, visit.brokerage.id, subject.loginId)
  await recordEvent(db, visit.brokerage, by, {
    verb: 'second_factor.reset',
    ...happenedTo(subject),
    details: { reason },
  })
  await tellPerson(db, visit, subject, (words) => words.reset(actorName(by)))
  await tellReaders(db, visit, by, subject, reason, readers, 'done')
}

/** The bare act: nothing of the second factor counts any more, and nobody is inside with this login. */
export async function takeFactors(db: Db, brokerageId: string, loginId: string): Promise<void> {
  for (const { id } of await factorsOf(db, loginId)) await wipe(db, brokerageId, id)
  await revokeRecoveryCodes(db, brokerageId, loginId)
  await endAllSessions(db, brokerageId, loginId)
  await db
    .updateTable('sign_in_challenge')
    .set({ ended_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('login_id', '=', loginId)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * Asks a second person for it. False when it was asked for already, or when the person also has an account elsewhere or works at the
 * brokerage: then it would open more than this User Manager looks after (security.md Z7).
 */
export async function askForReset(
  db: Db,
  visit: Visit,
  by: Customer,
  subject: Subject & { accountId: string; companyId: string },
  reason: string,
  readers: Reader[],
): Promise<'asked' | 'already' | 'broker_only'> {
  const { brokerage } = visit
  if (await reachesFurther(db, brokerage.id, subject)) return 'broker_only'
  await sql`update second_factor_reset set state = 'expired' where brokerage_id = ${brokerage.id} and login_id = ${subject.loginId}
    and state = 'pending' and expires_at <= now()`.execute(db)
  const asked = await db
    .insertInto('second_factor_reset')
    .values({
      ...{ brokerage_id: brokerage.id, id: newId(), login_id: subject.loginId, reason },
      ...{ account_id: subject.accountId, company_id: subject.companyId, asked_by_account: by.id, asked_by: actorName(by) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) return 'already'
  await recordEvent(db, brokerage, by, { verb: 'second_factor.reset_asked', ...happenedTo(subject), details: { reason } })
  await tellPerson(db, visit, subject, (words) => words.reset_asked(actorName(by)))
  await tellReaders(db, visit, by, subject, reason, readers, 'asked')
  return 'asked'
}

async function reachesFurther(db: Db, brokerageId: string, subject: Subject): Promise<boolean> {
  const { rows } = await sql<{ further: boolean }>`select
    exists (select from portal_account where brokerage_id = ${brokerageId} and login_id = ${subject.loginId}
      and id <> ${subject.accountId} and state in ('active', 'suspended'))
    or exists (select from staff_member where brokerage_id = ${brokerageId} and login_id = ${subject.loginId} and state = 'active') as further`.execute(
    db,
  )
  return rows[0]!.further
}

/** Decides a request that waits, once; null when it was decided, or ran out. */
export async function decideReset(
  db: Db,
  visit: Visit,
  by: Person,
  id: string,
  state: 'done' | 'rejected',
): Promise<string | null> {
  const decided = await db
    .updateTable('second_factor_reset')
    .set({ state, decided_by: actorName(by), decided_at: sql`now()` })
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('reason')
    .executeTakeFirst()
  return decided?.reason ?? null
}

/** Where the event of a reset stands: at the account, or at the member of staff. */
export function happenedTo({ accountId, companyId, staffId }: Subject) {
  return accountId
    ? { subjectKind: 'portal_account', subjectId: accountId, companyId }
    : { subjectKind: 'staff_member', subjectId: staffId! }
}

async function tellPerson(db: Db, visit: Visit, subject: Subject, what: Parameters<typeof tellOfFactor>[3]) {
  const login = await db
    .selectFrom('login')
    .select(['email', 'language'])
    .where('brokerage_id', '=', visit.brokerage.id)
    .where('id', '=', subject.loginId)
    .executeTakeFirstOrThrow()
  const language = isLanguage(login.language) ? login.language : visit.brokerage.language
  const person = { email: login.email, language, firstName: subject.name, lastName: '' }
  await tellOfFactor(db, visit, { ...person, accountId: subject.accountId, companyId: subject.companyId }, what)
}

async function tellReaders(
  db: Db,
  visit: Visit,
  by: Exclude<Actor, { kind: 'visitor' }>,
  subject: Subject,
  reason: string,
  readers: Reader[],
  what: 'done' | 'asked',
) {
  for (const reader of readers) {
    await queueMail(db, visit.services.keys.mail, visit.brokerage.id, {
      event: 'second_factor_reset',
      recipient: reader.email,
      language: reader.language,
      companyId: subject.companyId,
      values: {
        what: resetMailPhrases(reader.language)[what](actorName(by), subject.name),
        company: subject.company,
        reason,
        link: pageLink(visit.services, visit.brokerage, reader.language, subject.path),
      },
    })
  }
}
