import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { recordEvent } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { asSameActor } from '../platform/same-actor.ts'
import { openSpool, type Spool } from '../platform/spool.ts'
import type { Visit } from '../platform/visit.ts'
import type { ListNotice } from './list-around.ts'
import { type ListDescription, listKey } from './list-description.ts'
import { allRows, type ExportFormat, writeExport } from './list-export.tsx'
import { openState } from './list-open.ts'
import { type ListState, stateQuery } from './list-state.ts'

/** Exports of one person within an hour, and at the same moment (security.md F6). */
export const exportsPerHour = 10
const exportsAtOnce = 2

type Started =
  | { ok: true; file: Readable }
  | { ok: false; notice: Exclude<ListNotice, string> | 'exports_busy'; retryAfter: number }

/**
 * Starts an export of exactly what the list shows, and returns as soon as it may. It goes on in a transaction of its own and
 * ends with its event: whoever breaks off the download has been given the rows all the same.
 */
export async function startExport<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  query: Record<string, unknown>,
  format: ExportFormat,
): Promise<Started> {
  const begun = Promise.withResolvers<Started>()
  let spool: Spool | undefined
  const work = asSameActor(visit, async (db) => {
    const inside = { ...visit, db }
    const refused = await refuseExport(db, visit)
    if (refused) return begun.resolve(refused)
    const { state } = await openState(inside, list, query)
    spool = await openSpool(join(visit.services.config.dataDir, 'exports'))
    begun.resolve({ ok: true, file: spool.reader })
    const counted = { rows: 0 }
    for await (const bytes of writeExport(format, inside, list, counting(allRows(db, list, state), counted)))
      await spool.write(bytes)
    await record(db, visit, list, state, { format, rows: counted.rows })
  })
  work.then(
    () => spool?.end(),
    (error: unknown) => {
      begun.reject(error)
      if (!spool) return
      visit.services.log.error({ err: error, list: list.path }, 'an export broke off')
      spool.fail(error)
    },
  )
  return begun.promise
}

/**
 * Why no export may begin now, or null; it also takes one of the person's two places until the transaction ends. The hour counts
 * what was recorded; what runs holds a lock, so that a start from many windows at once gains nothing.
 */
export async function refuseExport(db: Db, visit: Pick<Visit, 'actor'>): Promise<Extract<Started, { ok: false }> | null> {
  if (visit.actor.kind === 'visitor') throw new Error('an export needs a person')
  if (!(await takePlace(db, visit.actor.id))) return { ok: false, notice: 'exports_busy', retryAfter: 10 }
  const recent = await db
    .selectFrom('event')
    .select(sql<Date>`at`.as('at'))
    .where('subject_id', '=', visit.actor.id)
    .where('actor_id', '=', visit.actor.id)
    .where('verb', '=', 'list.exported')
    .where('at', '>', sql<Date>`now() - interval '1 hour'`)
    .orderBy('at')
    .execute()
  if (recent.length < exportsPerHour) return null
  const free = recent[recent.length - exportsPerHour]!.at.getTime() + 3_600_000
  const seconds = Math.max(1, Math.ceil((free - Date.now()) / 1000))
  return { ok: false, notice: { exportsFull: { minutes: Math.ceil(seconds / 60) } }, retryAfter: seconds }
}

async function takePlace(db: Db, person: string): Promise<boolean> {
  for (let place = 0; place < exportsAtOnce; place++) {
    const key = `export:${person}:${place}`
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as got`.execute(db)
    if (rows[0]!.got) return true
  }
  return false
}

async function* counting<Row>(batches: AsyncIterable<Row[]>, counted: { rows: number }) {
  for await (const batch of batches) {
    counted.rows += batch.length
    yield batch
  }
}

function record<Row>(
  db: Db,
  visit: Visit,
  list: ListDescription<Row>,
  state: ListState,
  details: { format: ExportFormat; rows: number },
) {
  return recordExport(db, visit, { list: listKey(list), query: stateQuery(list, state), ...details })
}

/** Writes down what was taken out of the house: it belongs to the history of who took it. */
export function recordExport(
  db: Db,
  { brokerage, actor }: Pick<Visit, 'brokerage' | 'actor'>,
  details: { list: string; query: string; format: ExportFormat; rows: number },
) {
  return recordEvent(db, brokerage, actor, {
    verb: 'list.exported',
    subjectKind: actor.kind === 'staff' ? 'staff_member' : 'portal_account',
    subjectId: actor.kind === 'visitor' ? newId() : actor.id,
    companyId: actor.kind === 'customer' ? actor.companyId : null,
    details,
  })
}
