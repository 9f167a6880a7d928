import { sql } from 'kysely'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { mayShareViews } from './access.ts'
import { countOwn, type View } from './queries.ts'

/** More would not be found again in a picker. */
const mostViews = 50

type Named = { name: string; shared: boolean }
type Outcome = 'done' | 'taken' | 'too_many'

/** Keeps a query under a name. Sending the same form again creates nothing more. */
export async function createView(visit: Visit, view: Named & { id: string; list: string; query: string }): Promise<Outcome> {
  const { db, brokerage, actor } = visit
  if (actor.kind === 'visitor') throw new Error('a view belongs to a person')
  if ((await countOwn(db, actor.id, view.list)) >= mostViews) return 'too_many'
  const shared = view.shared && mayShareViews(actor)
  const owner = actor.kind === 'customer' ? { account_id: actor.id, company_id: actor.companyId } : { staff_id: actor.id }
  const { id, list, name, query } = view
  const inserted = await db
    .insertInto('saved_view')
    .values({ brokerage_id: brokerage.id, id, list, name, query, shared, ...owner })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return (await isOwn(visit, id)) ? 'done' : 'taken'
  await happened(visit, 'created', { id, list, name, shared })
  return 'done'
}

async function isOwn(visit: Visit, id: string): Promise<boolean> {
  const row = await visit.db.selectFrom('saved_view').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** Replaces what the view shows. */
export async function changeQuery(visit: Visit, view: View, query: string): Promise<void> {
  await change(visit, view, { query }, 'changed')
}

/** Gives a view another name, and shares it or not. */
export async function renameView(visit: Visit, view: View, { name, shared }: Named): Promise<Outcome> {
  if (await nameTaken(visit, view, name)) return 'taken'
  await change(visit, view, { name, shared: shared && mayShareViews(visit.actor) }, 'changed')
  return 'done'
}

async function nameTaken({ db }: Visit, view: View, name: string): Promise<boolean> {
  const other = await db
    .selectFrom('saved_view as other')
    .innerJoin('saved_view as this', 'this.brokerage_id', 'other.brokerage_id')
    .select('other.id')
    .where('this.id', '=', view.id)
    .where('other.id', '<>', view.id)
    .where('other.list', '=', view.list)
    .where('other.removed_at', 'is', null)
    .where(sql<boolean>`coalesce(other.account_id, other.staff_id) = coalesce(this.account_id, this.staff_id)`)
    .where(sql<boolean>`lower(other.name) = lower(${name} collate swiss)`)
    .executeTakeFirst()
  return other !== undefined
}

/** Takes a view away; for ten minutes it can be brought back. */
export async function removeView(visit: Visit, view: View): Promise<void> {
  await change(visit, view, { removed_at: sql<Date>`now()` }, 'removed')
}

/** Brings a view back that was removed just now; false when that is no longer possible. */
export async function restoreView(visit: Visit, view: View): Promise<boolean> {
  const recent = view.removed_at && view.removed_at.getTime() > Date.now() - 600_000
  if (!recent || (await nameTaken(visit, view, view.name))) return false
  await change(visit, view, { removed_at: null }, 'restored')
  return true
}

type Changes = { query?: string; name?: string; shared?: boolean; removed_at?: ReturnType<typeof sql<Date>> | null }

async function change(visit: Visit, view: View, changes: Changes, what: 'changed' | 'removed' | 'restored') {
  // Who does not share any more (the role is gone) cannot keep a view shared either.
  const kept = view.own && !mayShareViews(visit.actor) ? { shared: false } : {}
  await visit.db
    .updateTable('saved_view')
    .set({ updated_at: sql`now()`, ...kept, ...changes })
    .where('id', '=', view.id)
    .execute()
  await happened(visit, what, {
    id: view.id,
    list: view.list,
    name: changes.name ?? view.name,
    shared: changes.shared ?? view.shared,
  })
}

function happened(visit: Visit, what: string, view: { id: string; list: string; name: string; shared: boolean }) {
  const { id, ...details } = view
  const companyId = visit.actor.kind === 'customer' ? visit.actor.companyId : null
  return recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: `saved_view.${what}`,
    subjectKind: 'saved_view',
    subjectId: id,
    companyId,
    details,
  })
}
