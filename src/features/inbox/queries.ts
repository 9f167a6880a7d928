import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { contains } from '../../records/list-conditions.ts'
import { isDone, isLate, isSnoozed, type OverviewKey, overviewKeys, overviews, waitsForMe } from './overviews.ts'

export type ItemKind = 'conversation' | 'service_request' | 'claim' | 'role_request' | 'mail'

/** How many rows stand on one page of an overview. */
export const rowsPerPage = 40

const assignedName = sql<string | null>`(select btrim(s.first_name || ' ' || s.last_name) from staff_member s
  where s.brokerage_id = inbox_item.brokerage_id and s.id = inbox_item.assigned_staff_id)`
const person = sql<string | null>`(select c.full_name from portal_account a
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  where a.brokerage_id = inbox_item.brokerage_id and a.id = inbox_item.account_id)`

/** The items of the inbox that exist for the actor, with what a row shows of what each is about. */
export function itemRows(db: Db) {
  return db
    .selectFrom('inbox_item')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('company.id', '=', 'inbox_item.company_id'),
    )
    .leftJoin('conversation as talk', (join) =>
      join.onRef('talk.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('talk.id', '=', 'inbox_item.id'),
    )
    .leftJoin('service_request as request', (join) =>
      join.onRef('request.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('request.id', '=', 'inbox_item.id'),
    )
    .leftJoin('claim', (join) =>
      join.onRef('claim.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('claim.id', '=', 'inbox_item.id'),
    )
    .leftJoin('role_request as role', (join) =>
      join.onRef('role.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('role.id', '=', 'inbox_item.id'),
    )
    .leftJoin('mail', (join) =>
      join.onRef('mail.brokerage_id', '=', 'inbox_item.brokerage_id').onRef('mail.id', '=', 'inbox_item.id'),
    )
    .select([
      'inbox_item.id',
      sql<ItemKind>`inbox_item.kind`.as('kind'),
      'inbox_item.company_id',
      'company.name as company',
      'inbox_item.account_id',
      person.as('person'),
      'inbox_item.woken_at',
      'inbox_item.waiting_since',
      'inbox_item.due_at',
      isLate.as('late'),
      'inbox_item.assigned_staff_id',
      assignedName.as('assigned'),
      'inbox_item.snoozed_until',
      isSnoozed.as('snoozed'),
      isDone.as('done'),
      'inbox_item.done_at',
      'inbox_item.done_by',
      // What it is about, each kind in its own words.
      'talk.subject as talk_subject',
      'request.number as request_number',
      'request.subject as request_subject',
      'request.category as request_category',
      'request.state as request_state',
      sql<boolean>`coalesce(request.urgent, false)`.as('urgent'),
      'claim.number as claim_number',
      'claim.kind as claim_kind',
      'claim.state as claim_state',
      'role.role as role',
      'mail.event as mail_event',
      'mail.recipient as mail_recipient',
    ])
}
export type ItemRow = Awaited<ReturnType<ReturnType<typeof itemRows>['execute']>>[number]

export interface Listed {
  rows: ItemRow[]
  page: number
  more: boolean
}

/** One page of an overview: what waits longest for an answer first, then the newest. What is done: the latest first. */
export async function readOverviewRows(db: Db, key: OverviewKey, search: string, page: number): Promise<Listed> {
  const rows = await itemRows(db)
    .where(overviews[key].where)
    .$if(search !== '', (query) =>
      query.where(
        sql<boolean>`(${contains(['company.name', 'talk.subject', 'request.subject', 'request.number', 'claim.number', 'mail.recipient'], search)}
          or ${contains([sql<string>`${person}`], search)})`,
      ),
    )
    .$if(key === 'done', (query) => query.orderBy('inbox_item.done_at', 'desc'))
    .$if(key === 'snoozed', (query) => query.orderBy('inbox_item.snoozed_until'))
    .orderBy(sql`coalesce(request.urgent, false)`, 'desc')
    .orderBy(sql`inbox_item.due_at`, (order) => order.asc().nullsLast())
    .orderBy('inbox_item.woken_at', 'desc')
    .orderBy('inbox_item.id')
    .limit(rowsPerPage + 1)
    .offset((page - 1) * rowsPerPage)
    .execute()
  return { rows: rows.slice(0, rowsPerPage), page, more: rows.length > rowsPerPage }
}

export type Counts = Record<OverviewKey, number>

/** How many there are in each overview, counted in one walk by the row rules. */
export async function readCounts(db: Db): Promise<Counts> {
  const tallies = overviewKeys
    .filter((key) => overviews[key].counted)
    .map((key) => sql`count(*) filter (where ${overviews[key].where})::int as ${sql.ref(key)}`)
  const { rows } = await sql<Counts>`select ${sql.join(tallies)}, 0 as done from inbox_item
    where done_at is null or woken_at > done_at`.execute(db)
  return rows[0]!
}

/** How many things wait for the actor: what is theirs, and what is nobody's yet. */
export async function countMine(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from inbox_item
    where (done_at is null or woken_at > done_at) and ${waitsForMe}`.execute(db)
  return rows[0]!.n
}

/** One item; throws NotFound where it does not exist for the actor. */
export async function itemById(db: Db, id: string) {
  const row = await itemRows(db)
    .select([
      'inbox_item.answers',
      'inbox_item.answered_by',
      'inbox_item.version',
      'inbox_item.expires_at',
      'mail.error as mail_error',
      'mail.created_at as mail_at',
    ])
    .where('inbox_item.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type Item = Awaited<ReturnType<typeof itemById>>

/** What the broker's people said among themselves, oldest first. */
export async function notesOf(db: Db, itemId: string) {
  return db
    .selectFrom('inbox_note')
    .select(['id', 'author_name', 'body', 'written_at'])
    .where('item_id', '=', itemId)
    .orderBy('written_at')
    .orderBy('id')
    .limit(200)
    .execute()
}
export type Note = Awaited<ReturnType<typeof notesOf>>[number]

/** For how long somebody counts as writing after the last touch of a key, in seconds. */
export const writingFor = 45

/** Who else has the field for the answer under the fingers right now. */
export async function writersOf(db: Db, itemId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select btrim(s.first_name || ' ' || s.last_name) as name from inbox_writing w
    join staff_member s on s.brokerage_id = w.brokerage_id and s.id = w.staff_id
    where w.item_id = ${itemId} and w.staff_id <> (select access.actor()) and w.at > now() - make_interval(secs => ${writingFor})
    order by w.at desc limit 3`.execute(db)
  return rows.map(({ name }) => name)
}

/** What stands beside an item: the customer at a glance. */
export async function customerOf(db: Db, item: Pick<Item, 'company_id' | 'account_id' | 'id'>) {
  const [company, contact, open, last] = await allOf([
    sql<{ id: string; name: string; number: string | null; town: string | null; manager: string | null }>`
      select c.id, c.name, c.source_key as number, c.town, btrim(s.first_name || ' ' || s.last_name) as manager
      from company c left join staff_member s on s.brokerage_id = c.brokerage_id and s.id = c.account_manager_id
      where c.id = ${item.company_id}`.execute(db),
    sql<{ id: string; name: string; position: string | null; phone: string | null; language: string; last_sign_in: Date | null }>`
      select c.id, c.full_name as name, c.position, coalesce(c.phone, c.mobile) as phone, c.language,
        (select max(s.created_at) from session s where s.account_id = a.id) as last_sign_in
      from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
      where a.id = ${item.account_id}`.execute(db),
    sql<{ requests: number; claims: number; policies: number }>`
      select (select count(*)::int from service_request r where r.company_id = ${item.company_id} and r.state not in ('done', 'withdrawn')) as requests,
        (select count(*)::int from claim c where c.company_id = ${item.company_id} and c.state not in ('settled', 'rejected', 'closed', 'draft')) as claims,
        (select count(*)::int from policy p where p.company_id = ${item.company_id} and p.state = 'active') as policies`.execute(
      db,
    ),
    sql<{ at: Date; name: string; id: string; kind: string | null; about: string | null }>`
      select m.written_at as at, m.author_name as name, c.id, c.about_kind as kind, c.about_id as about
      from conversation c join message m on m.brokerage_id = c.brokerage_id and m.conversation_id = c.id
      where c.company_id = ${item.company_id} and m.taken_back_at is null order by m.written_at desc limit 1`.execute(db),
  ])
  return { company: company.rows[0]!, contact: contact.rows[0] ?? null, open: open.rows[0]!, last: last.rows[0] ?? null }
}
export type CustomerAside = Awaited<ReturnType<typeof customerOf>>

/** How many hours of office time the brokerage promises to answer within. */
export async function promisedHours(db: Db): Promise<number> {
  const row = await db.selectFrom('answer_promise').select('hours').executeTakeFirst()
  return row?.hours ?? 4
}
