import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { type Group, groupOf, pageOf, type Row, together } from './groups.ts'
import { type AreaKey, areaKeys, areaOf, areas, type Occasion } from './kinds.ts'
import { type Described, describe } from './records.ts'

// The row rules leave only notifications of the actor about what exists for the actor: no query here says so again.

export interface Wanted {
  area?: AreaKey | null
  unread?: boolean
  /** Also what the person only wanted by mail; it counts as read. */
  mailed?: boolean
  /** Only what is older than this notification. */
  before?: string | null
}

const pageSize = 25
const readAtOnce = 400

/** A page of groups, newest first, and below which notification the next one begins. */
export async function notificationGroups(db: Db, wanted: Wanted): Promise<{ groups: Group[]; after: string | null }> {
  const rows = await read(db, wanted, readAtOnce)
  const { groups, after } = pageOf(rows, { limit: pageSize, full: rows.length === readAtOnce })
  return { groups: await drawnUp(db, groups), after }
}

/** The newest unread ones for «Home», as groups; roles to decide stand there already. */
export async function unreadGroups(db: Db, limit = 5): Promise<Group[]> {
  const rows = await read(db, { unread: true }, readAtOnce, sql`and kind <> 'role_request'`)
  return drawnUp(db, together(rows).slice(0, limit))
}

/** How many are unread in each area, at most 99 of all; areas without any are not in the answer. */
export async function unreadByArea(db: Db): Promise<Map<AreaKey, number>> {
  const { rows } = await sql<{ occasion: Occasion; n: number }>`
    select occasion, count(*)::int as n from (select occasion from notification where read_at is null limit 99) as unread group by occasion`.execute(
    db,
  )
  const counts = new Map<AreaKey, number>()
  for (const { occasion, n } of rows) {
    const area = areaOf(occasion)
    counts.set(area, (counts.get(area) ?? 0) + n)
  }
  return counts
}

/** The areas in which the actor was ever told something. */
export async function usedAreas(db: Db): Promise<AreaKey[]> {
  const { rows } = await sql<{ area: AreaKey }>`
    select area from (values ${sql.join(areaKeys.map((key) => sql`(${key}, ${[...areas[key].occasions]}::text[])`))}) as a (area, occasions)
    where exists (select from notification n where n.occasion = any (a.occasions) and n.portal)`.execute(db)
  return rows.map(({ area }) => area)
}

/** One notification and all that belongs together with it that day; throws NotFound when it does not exist for the actor (any more). */
export async function groupWith(db: Db, id: string): Promise<Group> {
  const { rows } = await sql<Row>`${columns} where (portal or not (select n.portal from notification n where n.id = ${id}))
    and (group_id, ${day}) = (select n.group_id, (n.created_at at time zone 'Europe/Zurich')::date::text from notification n where n.id = ${id})
    order by id desc limit ${readAtOnce}`.execute(db)
  const [group] = await drawnUp(db, [rows])
  if (!group) throw notFound()
  return group
}

/** Where a notification leads, without language prefix; throws NotFound when it does not exist for the actor (any more). */
export async function notificationPath(db: Db, id: string): Promise<string> {
  const { rows } = await sql<Row>`${columns} where id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) throw notFound()
  if (row.kind === 'roles_changed') return '/profile/rights'
  if (row.kind === 'mail_failed') return '/inbox?v=mails'
  if (!row.about_kind || !row.about_id) return '/notifications'
  const about = (await describe(db, [{ kind: row.about_kind, id: row.about_id }])).get(row.about_id)
  return about?.path ?? '/notifications'
}

/** Which messages of a conversation the actor was told of and has not read yet. */
export async function unreadMessages(db: Db, conversationId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select m.id from notification n
    join message m on m.brokerage_id = n.brokerage_id and m.id = n.about_id
    where n.kind = 'message' and m.conversation_id = ${conversationId} and n.read_at is null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** In how many conversations something is unread, for the bar on top; 99 stands for «99 and more». */
export async function unreadConversations(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select distinct m.conversation_id from notification n
      join message m on m.brokerage_id = n.brokerage_id and m.id = n.about_id
      where n.read_at is null and n.kind = 'message' limit 99) as unread`.execute(db)
  return rows[0]!.n
}

const day = sql`(created_at at time zone 'Europe/Zurich')::date::text`
const columns = sql`select id, occasion, kind, about_kind, about_id, group_id, detail, actor_name, created_at, read_at, portal, ${day} as day
  from notification`

async function read(
  db: Db,
  { area, unread, mailed, before }: Wanted,
  limit: number,
  more: RawBuilder<unknown> = sql``,
): Promise<Row[]> {
  const { rows } = await sql<Row>`${columns} where ${mailed ? sql`true` : sql`portal`} ${more}
    ${area ? sql`and occasion = any (${[...areas[area].occasions]}::text[])` : sql``}
    ${unread ? sql`and read_at is null` : sql``}
    ${before ? sql`and id < ${before}::uuid` : sql``}
    order by id desc limit ${limit}`.execute(db)
  return rows
}

// Two rounds of names: of the records, and of what they hang on.
async function drawnUp(db: Db, groups: readonly Row[][]): Promise<Group[]> {
  const keys = groups
    .flat()
    .flatMap(({ about_kind, about_id }) => (about_kind && about_id ? [{ kind: about_kind, id: about_id }] : []))
  const known = await describe(db, keys)
  const on: Map<string, Described> = await describe(
    db,
    [...known.values()].flatMap((record) => (record.on && !known.has(record.on.id) ? [record.on] : [])),
  )
  const all = new Map([...known, ...on])
  return groups.flatMap((rows) => groupOf(rows, all) ?? [])
}
