import { sql } from 'kysely'
import type { Customer, Staff } from '../../platform/actor.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Settings } from './input.ts'

/** Keeps how the portal looks for this person, and in which language it speaks and writes to them. */
export async function saveSettings(visit: Visit, person: Customer | Staff, settings: Settings) {
  await visit.db.updateTable('login').set(settings).where('id', '=', person.loginId).execute()
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
