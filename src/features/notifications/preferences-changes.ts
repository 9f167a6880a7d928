import { sql } from 'kysely'
import type { Customer, Staff } from '../../platform/actor.ts'
import { recordEvent } from '../../platform/events.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Visit } from '../../platform/visit.ts'
import { offered, type Preferences } from './preferences.ts'

/** Keeps what the person has chosen; false where it was changed elsewhere since the form was opened. */
export async function savePreferences(visit: Visit, person: Customer | Staff, wanted: Preferences): Promise<boolean> {
  if (!(await moveOn(visit, person, wanted))) return false
  for (const occasion of offered(person)) {
    const chosen = wanted.choices[occasion]
    await visit.db
      .insertInto('notification_choice')
      .values({ brokerage_id: visit.brokerage.id, login_id: person.loginId, occasion, ...chosen })
      .onConflict((conflict) => conflict.columns(['brokerage_id', 'login_id', 'occasion']).doUpdateSet(chosen))
      .execute()
  }
  await recordEvent(visit.db, visit.brokerage, person, {
    verb: 'notification.preferences_changed',
    subjectKind: 'login',
    subjectId: person.loginId,
  })
  // What waits is looked at again: quiet hours may be over earlier now.
  await enqueue(
    visit.db,
    'news_mail',
    { brokerageId: visit.brokerage.id, personId: person.id },
    { from: new Date(Date.now() + 60_000), key: `news_mail:${person.id}` },
  )
  return true
}

async function moveOn(visit: Visit, person: Customer | Staff, { quiet, version }: Preferences): Promise<boolean> {
  const row = { quiet_from: quiet.from, quiet_until: quiet.until, quiet_weekends: quiet.weekends }
  const written =
    version === 0
      ? await visit.db
          .insertInto('notification_setting')
          .values({ brokerage_id: visit.brokerage.id, login_id: person.loginId, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await visit.db
          .updateTable('notification_setting')
          .set({ ...row, version: sql<number>`version + 1` })
          .where('login_id', '=', person.loginId)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  return written !== undefined
}
