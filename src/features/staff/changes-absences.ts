import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { notFound } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'
import { record } from './changes.ts'
import type { NewAbsence } from './input.ts'
import { type StaffMember, staffById } from './queries.ts'

/** Enters an absence; the deputy gets what the absent one has, from the first day to the last. Sent twice enters once. */
export async function enterAbsence(visit: Visit, member: StaffMember, input: NewAbsence): Promise<void> {
  const deputy = await staffById(visit.db, input.deputy)
  if (deputy.id === member.id || deputy.state === 'left') throw notFound()
  const entered = await visit.db
    .insertInto('staff_absence')
    .values({
      brokerage_id: visit.brokerage.id,
      id: input._id,
      staff_id: member.id,
      deputy_id: deputy.id,
      from_on: input.from_on,
      until_on: input.until_on,
      entered_by: actorName(visit.actor).slice(0, 200),
    })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entered) return
  await record(visit, member.id, 'staff_member.absent', {
    ...{ from: input.from_on, until: input.until_on },
    deputy: `${deputy.first_name} ${deputy.last_name}`.trim(),
  })
}

/** Calls an absence off: the deputy's rights end with the next request. */
export async function callOffAbsence(visit: Visit, member: StaffMember, id: string): Promise<void> {
  const called = await visit.db
    .updateTable('staff_absence')
    .set({ cancelled_at: sql`now()` })
    .where('id', '=', id)
    .where('staff_id', '=', member.id)
    .where('cancelled_at', 'is', null)
    .returning(['from_on', 'until_on'])
    .executeTakeFirst()
  if (!called) throw notFound()
  await record(visit, member.id, 'staff_member.absence_called_off', { from: called.from_on, until: called.until_on })
}
