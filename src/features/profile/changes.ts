import { sql } from 'kysely'
import type { Customer, Staff } from '../../platform/actor.ts'
import { notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Edited, editContact } from '../contacts/changes.ts'
import { contactFields } from '../contacts/input.ts'
import type { Contact } from '../contacts/queries.ts'
import type { OwnContact, Settings } from './input.ts'

/** Keeps how the portal looks for this person, and in which language it speaks and writes to them. */
export async function saveSettings(visit: Visit, person: Customer | Staff, settings: Settings) {
  await visit.db.updateTable('login').set(settings).where('id', '=', person.loginId).execute()
}

/** Saves the own telephone numbers and function over the version the form was opened with. */
export async function saveOwnContact(visit: Visit, before: Contact, version: number, own: OwnContact): Promise<Edited> {
  const details = Object.fromEntries(contactFields.map((field) => [field, before[field]])) as Pick<
    Contact,
    (typeof contactFields)[number]
  >
  return editContact(visit, before, version, { ...details, ...own } as Parameters<typeof editContact>[3])
}

/** Signs out every other browser of this person, remembered ones included (security.md S5). */
export async function endOtherSessions(visit: Visit, person: Customer | Staff) {
  await visit.db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('login_id', '=', person.loginId)
    .where('id', '!=', person.sessionId)
    .where('ended_at', 'is', null)
    .execute()
  await visit.db
    .updateTable('remember_token')
    .set({ revoked_at: sql`now()` })
    .where('login_id', '=', person.loginId)
    .where('revoked_at', 'is', null)
    .execute()
  await recordEvent(visit.db, visit.brokerage, person, {
    verb: 'session.others_ended',
    subjectKind: 'login',
    subjectId: person.loginId,
  })
}

/** Signs out one other device. Where it stays signed in by «angemeldet bleiben», that ends too, or it would be back at once. */
export async function endSessionOf(visit: Visit, person: Customer | Staff, id: string) {
  const ended = await visit.db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('id', '=', id)
    .where('login_id', '=', person.loginId)
    .where('id', '!=', person.sessionId)
    .where('ended_at', 'is', null)
    .returning(['id', 'remember_id'])
    .executeTakeFirst()
  if (!ended) throw notFound()
  if (ended.remember_id) await revoke(visit, person, ended.remember_id)
  await recordEvent(visit.db, visit.brokerage, person, { verb: 'session.ended', subjectKind: 'login', subjectId: person.loginId })
}

/** A browser does not come back by itself any more, and what it has open ends; the one this request comes from stays. */
export async function forgetBrowser(visit: Visit, person: Customer | Staff, id: string) {
  if (!(await revoke(visit, person, id))) throw notFound()
  await visit.db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('login_id', '=', person.loginId)
    .where('remember_id', '=', id)
    .where('id', '!=', person.sessionId)
    .where('ended_at', 'is', null)
    .execute()
  await recordEvent(visit.db, visit.brokerage, person, {
    verb: 'login.browser_forgotten',
    subjectKind: 'login',
    subjectId: person.loginId,
  })
}

async function revoke(visit: Visit, person: Customer | Staff, id: string): Promise<boolean> {
  const revoked = await visit.db
    .updateTable('remember_token')
    .set({ revoked_at: sql`now()` })
    .where('id', '=', id)
    .where('login_id', '=', person.loginId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return revoked !== undefined
}
