import { type RawBuilder, sql } from 'kysely'
import type { Customer, Staff } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'

export type Row = Record<string, unknown>
/** Rows by table, as the person may read them. */
export type Tables = Record<string, Row[]>

export interface MyData {
  /** What belongs to the sign-in, wherever it is used. */
  person: Tables
  /** What belongs to each portal account; for staff, to their place at the brokerage. */
  accounts: { company: string; tables: Tables }[]
  /** Tables that hold more of the person than a download carries. */
  cut: string[]
}

/** So many rows of one table, the newest. */
export const mostRows = 20_000

// Of records, fields have rules of their own (a claim's reserve is not its author's to read): what a person wrote is named one by one.
const authored: Record<string, string[]> = {
  claim: ['id', 'number', 'kind', 'occurred_on', 'reported_on', 'place', 'cause', 'description', 'details', 'state'],
  conversation: ['id', 'about_kind', 'about_id', 'subject', 'started_at'],
  document: ['id', 'title', 'category', 'dated_on', 'file_name', 'media_type', 'byte_size', 'published_at'],
  service_request: ['id', 'number', 'category', 'subject', 'body', 'details', 'urgent', 'wished_on', 'state', 'created_at'],
}

/** The record kinds whose authors' part is in the download; a test compares them with what people may write. */
export const authoredKinds = Object.keys(authored)

/**
 * Everything that the portal stores about a person, read as that person: the row rules hold, and columns that the web process may
 * not read (secrets) are left out. Which tables there are the catalogue says, so that a new one is never forgotten.
 */
export async function collectMyData(db: Db, person: Customer | Staff): Promise<MyData> {
  const places = await personalColumns(db)
  const cut = new Set<string>()
  const read = (table: string, columns: string[], where: RawBuilder<boolean>) => rowsOf(db, table, columns, where, cut)
  const own: Tables = {}
  for (const place of places.filter(({ target }) => target === 'login'))
    own[place.table] = await read(place.table, place.columns, isMine(place.references, [person.loginId]))
  own.mail = await read(
    'mail',
    ['event', 'language', 'created_at', 'state', 'sent_at'],
    sql<boolean>`recipient = ${person.email}`,
  )
  own.event = await events(db, null, [person.loginId], cut)
  const accounts: MyData['accounts'] = []
  if (person.kind === 'staff') {
    accounts.push({ company: '', tables: await accountTables(db, places, 'staff_member', [person.id], read, cut) })
    return { person: own, accounts, cut: [...cut] }
  }
  const { rows } = await sql<{ id: string; company: string }>`
    select account_id as id, company_name as company from access.own_accounts()`.execute(db)
  for (const { id, company } of rows) {
    await sql`select access.step_into(${id}::uuid)`.execute(db)
    const contact = await sql<{ id: string }>`select access.own_contact() as id`.execute(db)
    const mine = [id, contact.rows[0]!.id]
    accounts.push({ company, tables: await accountTables(db, places, 'portal_account', mine, read, cut) })
  }
  await sql`select access.step_into(${person.id}::uuid)`.execute(db)
  return { person: own, accounts, cut: [...cut] }
}

const people = ['login', 'portal_account', 'contact', 'staff_member']

interface Place {
  table: string
  /** What it belongs to: a sign-in where there is a column for it, else an account. */
  target: 'login' | 'portal_account' | 'staff_member'
  /** The columns that say whose a row is. */
  references: string[]
  /** The columns that may be read. */
  columns: string[]
}

// A column that refers to somebody and is named for it: `account_id`, `author_staff_id`; not `granted_by_account`, which is about another.
async function personalColumns(db: Db): Promise<Place[]> {
  const { rows } = await sql<{ table: string; column: string; target: string }>`
    select c.relname as "table", a.attname as "column", t.relname as target
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    cross join lateral unnest(k.conkey, k.confkey) as pair(here, there)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'id'
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and t.relname = any (${people}::text[]) and a.attname ~ '(^|_)(login|account|contact|staff)_id$'
    union select x.t, 'id', x.t from unnest(${people}::text[]) as x(t)`.execute(db)
  const readable = await readableColumns(db)
  return [...Map.groupBy(rows, ({ table }) => table)].flatMap(([table, found]) =>
    placesOf(table, found, authored[table] ?? readable.get(table) ?? []),
  )
}

function placesOf(table: string, found: { column: string; target: string }[], columns: string[]): Place[] {
  if (columns.length === 0) return []
  const place = (target: Place['target'], references: string[]): Place[] =>
    references.length > 0 ? [{ table, target, references, columns }] : []
  // A row about a person is theirs by its key; everything else by what it refers to.
  if (people.includes(table)) return place(table === 'contact' ? 'portal_account' : (table as Place['target']), ['id'])
  const to = (...kinds: string[]) => [
    ...new Set(found.filter(({ target }) => kinds.includes(target)).map(({ column }) => column)),
  ]
  if (to('login').length > 0) return place('login', to('login'))
  return [...place('portal_account', to('portal_account', 'contact')), ...place('staff_member', to('staff_member'))]
}

// Bytes are fingerprints of secrets and files: nothing to read.
async function readableColumns(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid <> 'bytea'::regtype
      and a.attname not in ('brokerage_id', 'source_cells') and has_column_privilege(c.oid, a.attnum, 'select')
      and not exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'audience' and not r.attisdropped)
    group by 1`.execute(db)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

type Read = (table: string, columns: string[], where: RawBuilder<boolean>) => Promise<Row[]>

async function accountTables(db: Db, places: Place[], target: Place['target'], mine: string[], read: Read, cut: Set<string>) {
  const tables: Tables = {}
  for (const place of places.filter((one) => one.target === target))
    tables[place.table] = await read(place.table, place.columns, isMine(place.references, mine))
  tables.event = await events(db, mine[0]!, mine, cut)
  return tables
}

// What the person did, and what happened to them. What they did to somebody else is named, but its details are about the other.
async function events(db: Db, actor: string | null, subjects: string[], cut: Set<string>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select at, verb, actor_name, case when subject_id = any (${subjects}::uuid[]) then details end as details
    from event where actor_id = ${actor}::uuid or subject_id = any (${subjects}::uuid[])
    order by id desc limit ${mostRows + 1}::int`.execute(db)
  return within(rows, 'event', cut)
}

function isMine(columns: string[], ids: string[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} = any (${ids}::uuid[])`),
    sql` or `,
  )})`
}

// Names of tables and columns come out of the database's own catalogue, never out of a request.
async function rowsOf(db: Db, table: string, columns: string[], where: RawBuilder<boolean>, cut: Set<string>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} where ${where}
    ${columns.includes('id') ? sql`order by id desc` : sql``} limit ${mostRows + 1}::int`.execute(db)
  return within(rows, table, cut)
}

function within(rows: Row[], table: string, cut: Set<string>): Row[] {
  if (rows.length <= mostRows) return rows
  cut.add(table)
  return rows.slice(0, mostRows)
}
