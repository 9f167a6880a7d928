import { sql } from 'kysely'
import { asBrokerage, type Db } from './db.ts'
import type { Services, Visit } from './visit.ts'

/**
 * Another transaction as the person of this visit, whose session has just been checked: for answers that go on after the
 * handler has returned (an export). Roles and scope are worked out anew from the person's id, and the row rules hold as always.
 */
export function asSameActor<T>(visit: Pick<Visit, 'services' | 'brokerage' | 'actor'>, work: (db: Db) => Promise<T>): Promise<T> {
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('asSameActor is for people who are signed in')
  return asPerson(visit.services, { brokerageId: visit.brokerage.id, actorId: actor.id }, work)
}

/**
 * A transaction as somebody for whom a job works, long after they asked for it: they see what their roles open now, and nothing
 * once their account is suspended.
 */
export function asPerson<T>(
  { database }: Pick<Services, 'database'>,
  person: { brokerageId: string; actorId: string },
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return asBrokerage(database.app, person.brokerageId, async (db) => {
    await sql`select set_config('app.actor', ${person.actorId}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    return work(db)
  })
}
