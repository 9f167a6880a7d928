import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'

/** A view that this person may see, removed ones included; throws NotFound where there is none. */
export async function viewById(db: Db, actor: Visit['actor'], id: string) {
  const person = actor.kind === 'visitor' ? null : actor.id
  const view = await db
    .selectFrom('saved_view')
    .select([
      'id',
      'list',
      'name',
      'query',
      'shared',
      'company_id',
      'removed_at',
      sql<boolean>`coalesce(account_id, staff_id) = ${person}::uuid`.as('own'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!view) throw notFound()
  return view
}
export type View = Awaited<ReturnType<typeof viewById>>

/** How many views of this list the person has. */
export async function countOwn(db: Db, person: string, list: string): Promise<number> {
  const { n } = await db
    .selectFrom('saved_view')
    .select(sql<number>`count(*)`.as('n'))
    .where(sql<boolean>`coalesce(account_id, staff_id) = ${person}::uuid`)
    .where('list', '=', list)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}

/** Every view that the person has, own and shared ones, with the list it belongs to. The row rules decide. */
export function allViews(db: Db) {
  return db
    .selectFrom('saved_view')
    .select(['id', 'list', 'name'])
    .where('removed_at', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute()
}
export type NamedView = Awaited<ReturnType<typeof allViews>>[number]
