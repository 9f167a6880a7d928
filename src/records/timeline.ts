import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { AroundKey, RecordKind } from './record-description.ts'

/** Who did something, as far as the reader may know: a name only of people whose rows exist for the reader. */
export interface Doer {
  side: 'you' | 'customer' | 'broker' | 'system'
  name: string | null
}

/** One thing that happened to a record or around it. */
export type Happened = { at: Date; by: Doer } & (
  | { kind: 'event'; about: { verb: string; details: Record<string, unknown> } }
  | { kind: 'changed'; about: { changes: Record<string, [string | null, string | null]>; dataAsOf: string | null } }
  | { kind: 'arrived'; about: { imported: boolean } }
  | { kind: 'message'; about: { id: string; subject: string } }
  | { kind: 'request'; about: { id: string; subject: string } }
  | { kind: 'document'; about: { id: string; subject: string } }
)

const most = 100

/** What happened to the record and around it, as far as it exists for the actor, newest first. */
export async function readHappened(db: Db, key: AroundKey): Promise<Happened[]> {
  const { rows } = await sql<{ at: Date; kind: string; side: Doer['side']; name: string | null; about: object }>`
    select w.at, w.kind, w.about,
      case when w.actor_id = access.actor() then 'you' when w.actor_kind = 'staff' then 'broker'
        when w.actor_kind = 'customer' then 'customer' else 'system' end as side,
      coalesce(${contactName}, ${staffName}) as name
    from (${sql.join(sourcesOf(key), sql` union all `)}) w
    order by w.at desc limit ${most}`.execute(db)
  return rows.map(({ at, kind, side, name, about }) => ({ at, kind, by: { side, name }, about }) as Happened)
}

// The row rules say whose name the reader may know: those of contact and of staff_member answer here.
const contactName = sql`(select c.full_name from portal_account a
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  where a.brokerage_id = access.brokerage() and a.id = w.actor_id)`
const staffName = sql`(select btrim(s.first_name || ' ' || s.last_name) from staff_member s
  where s.brokerage_id = access.brokerage() and s.id = w.actor_id)`

function sourcesOf({ kind, id }: AroundKey) {
  const documents = kind === 'service_request' ? null : documentsOn(kind, id)
  return [
    sql`select h.at, 'event' as kind, h.actor_kind, h.actor_id, jsonb_build_object('verb', h.verb, 'details', h.details) as about
      from access.history(${kind}, ${id}) h`,
    sql`select c.at, 'changed', c.actor_kind, c.actor_id, jsonb_build_object('changes', c.changes, 'dataAsOf', c.data_as_of)
      from record_change c where c.brokerage_id = access.brokerage() and c.record_id = ${id} and c.record_kind = ${kind}`,
    sql`select x.published_at, 'arrived', case when x.author_account_id is null then 'operator' else 'customer' end, x.author_account_id,
        jsonb_build_object('imported', ${kind === 'service_request' ? sql`false` : sql`x.author_account_id is null and x.imported_at is not null`})
      from ${sql.table(kind)} x where x.brokerage_id = access.brokerage() and x.id = ${id} and x.published_at is not null`,
    sql`select m.written_at, 'message', case when m.author_staff_id is null then 'customer' else 'staff' end,
        coalesce(m.author_account_id, m.author_staff_id), jsonb_build_object('id', c.id, 'subject', c.subject)
      from conversation c join message m on m.brokerage_id = c.brokerage_id and m.conversation_id = c.id
      where c.brokerage_id = access.brokerage() and c.about_id = ${id} and c.about_kind = ${kind} and m.taken_back_at is null`,
    sql`select r.created_at, 'request', 'customer', r.author_account_id, jsonb_build_object('id', r.id, 'subject', r.number || ' · ' || r.subject)
      from service_request r where r.brokerage_id = access.brokerage() and r.about_id = ${id} and r.about_kind = ${kind}`,
    ...(documents ? [documents] : []),
  ]
}

const documentColumns: Partial<Record<RecordKind, string>> = {
  policy: 'd.policy_id',
  claim: 'd.claim_id',
  premium_invoice: 'd.premium_invoice_id',
}

function documentsOn(kind: RecordKind, id: string) {
  const column = documentColumns[kind]
  return (
    column &&
    sql`select d.published_at, 'document', case when d.author_account_id is null then 'operator' else 'customer' end, d.author_account_id,
        jsonb_build_object('id', d.id, 'subject', d.title)
      from document d where d.brokerage_id = access.brokerage() and ${sql.ref(column)} = ${id} and d.published_at is not null`
  )
}
