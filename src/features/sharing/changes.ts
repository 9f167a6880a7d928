import { sql } from 'kysely'
import { Refusal } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { tellAbout } from '../notifications/tell.ts'
import { type Effect, effectOf } from './effect.ts'
import { type Change, changedSince, type LineState, write } from './items.ts'
import { sharedKind } from './kinds.ts'
import { changeById, type KeptChange } from './queries.ts'

/** Makes a change and keeps what was before; sent twice, it is made once. */
export async function share(visit: Visit, id: string, change: Change, notify: boolean): Promise<void> {
  const { db, actor } = visit
  if (actor.kind !== 'staff') throw new Refusal(403)
  const effect = await effectOf(db, change, { stay: true })
  const news = notify ? (sharedKind(change.scope)?.news ?? null) : null
  await sql`insert into sharing_change (brokerage_id, id, staff_id, scope, company_id, items, gaining, losing, told)
    values (access.brokerage(), ${id}::uuid, ${actor.id}::uuid, ${change.scope}, ${change.companyId}::uuid,
      ${JSON.stringify(change.items)}::jsonb, ${gaining(effect)}, ${losing(effect)}, ${news !== null})`.execute(db)
  await remember(visit, id, change, 'after')
  if (news) for (const opened of effect.opened) await tellAbout(visit, { kind: news, about: { kind: change.scope, id: opened } })
}

export const gaining = ({ people }: Effect) => people.filter(({ added }) => added > 0).length
export const losing = ({ people }: Effect) => people.filter(({ removed }) => removed > 0).length

/** True where the change was made already: the form came twice. */
export async function isMade({ db }: Pick<Visit, 'db'>, id: string): Promise<boolean> {
  const { rows } = await sql`select from sharing_change where id = ${id}::uuid`.execute(db)
  return rows.length > 0
}

export type Undone = { ok: true } | { ok: false; why: 'late' | 'changed'; blocked: string[] }

/** Takes a change back exactly, within 24 hours, unless somebody changed any of it since. Undone twice is undone once. */
export async function undo(visit: Visit, id: string): Promise<Undone> {
  const { db, actor } = visit
  const change: KeptChange = await changeById(db, id, true)
  if (change.undoneAt) return { ok: true }
  if (change.late) return { ok: false, why: 'late', blocked: [] }
  const blocked = await changedSince(db, change, 'after')
  if (blocked.length > 0) return { ok: false, why: 'changed', blocked }
  await write(db, change, 'before')
  await sql`update sharing_change set undone_at = now(), undone_by = access.actor() where id = ${id}::uuid`.execute(db)
  if (actor.kind === 'staff') await remember(visit, id, change, 'before')
  return { ok: true }
}

// The trail: one line each, so that it stands at its record and company.
async function remember(visit: Visit, id: string, change: Change, side: 'before' | 'after') {
  const { db, brokerage, actor } = visit
  if (change.scope === 'lines' || change.scope === 'company_lines') {
    for (const item of change.items) {
      const roles = (item[side] as LineState).audience
      const details = { line: item.id, roles: roles ?? 'as_house' }
      const happening = { subjectKind: 'sharing_change', subjectId: id, companyId: change.companyId, details }
      await recordEvent(db, brokerage, actor, { verb: 'line_of_business.shared', ...happening })
    }
    return
  }
  const { rows } = await sql<{ id: string; company_id: string }>`select id, company_id from ${sql.table(change.scope)}
    where id = any (${change.items.map((item) => item.id)}::uuid[])`.execute(db)
  const companies = new Map(rows.map((row) => [row.id, row.company_id]))
  for (const item of change.items) {
    const { confidential, shared_with, published_at } = item[side]
    const details = { confidential, roles: shared_with, published: published_at !== null }
    const happening = { subjectKind: change.scope, subjectId: item.id, companyId: companies.get(item.id) ?? null, details }
    await recordEvent(db, brokerage, actor, { verb: 'record.shared', ...happening })
  }
}
