import { sql } from 'kysely'
import { asBrokerage, type Db } from './db.ts'
import type { Visit } from './visit.ts'

/**
 * Another transaction as the person of this visit, whose session has just been checked: for answers that go on after the
 * handler has returned (an export). Roles and scope are worked out anew from the person's id, and the row rules hold as always.
 */
export function asSameActor<T>(visit: Pick<Visit, 'services' | 'brokerage' | 'actor'>, work: (db: Db) => Promise<T>): Promise<T> {
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('asSameActor is for people who are signed in')
  return asBrokerage(visit.services.database.app, visit.brokerage.id, async (db) => {
    await sql`select set_config('app.actor', ${actor.id}, true)`.execute(db)
    await sql`select access.work_out()`.execute(db)
    return work(db)
  })
}
