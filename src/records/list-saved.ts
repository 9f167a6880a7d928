import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Visit } from '../platform/visit.ts'
import { type ListDescription, listKey } from './list-description.ts'
import { canonicalQuery } from './list-state.ts'

/** A view that somebody saved: a name for a query. */
export interface SavedView {
  id: string
  name: string
  /** In canonical form; what the list does not know any more is gone. */
  query: string
  shared: boolean
  own: boolean
}

/** The views of one list that the person has: the own ones, then those shared within the company. The row rules decide. */
export async function savedViews<Row>(db: Db, actor: Visit['actor'], list: ListDescription<Row>): Promise<SavedView[]> {
  if (actor.kind === 'visitor') return []
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'shared', sql<boolean>`coalesce(account_id, staff_id) = ${actor.id}`.as('own')])
    .where('list', '=', listKey(list))
    .where('removed_at', 'is', null)
    .orderBy('own', 'desc')
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, query: canonicalQuery(list, row.query) }))
}
