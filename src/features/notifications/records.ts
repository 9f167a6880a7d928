import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A record that a notification is about, or is grouped under, as far as the actor sees it. */
export interface Described {
  kind: string
  id: string
  /** Its number or title, with what tells it apart. */
  label: string
  /** Just its number or title. */
  name: string
  /** Without language prefix. */
  path: string
  /** What it hangs on: the policy of a document, the record a conversation is about. */
  on: { kind: string; id: string } | null
  /** The role that a role request is about. */
  extra?: string
}

// How each kind of record is named and where its page is: a new kind is one entry. The row rules decide which rows there are.
const records: Record<string, RawBuilder<unknown>> = {
  policy: sql`select id, concat_ws(' · ', number, nullif(name, '')) as label, number as name, '/policies/' || id as path,
    null as on_kind, null::uuid as on_id from policy`,
  premium_invoice: sql`select id, number as label, number as name, '/premium-invoices/' || id as path,
    'policy' as on_kind, policy_id as on_id from premium_invoice`,
  insured_object: sql`select id, coalesce(nullif(name, ''), make_model, plate, kind) as label, coalesce(plate, nullif(name, ''), kind) as name,
    '/insured-objects/' || id as path, null as on_kind, null::uuid as on_id from insured_object`,
  claim: sql`select id, concat_ws(' · ', number, nullif(cause, '')) as label, number as name, '/claims/' || id as path,
    null as on_kind, null::uuid as on_id from claim`,
  invoice: sql`select id, concat_ws(' · ', number, nullif(subject, '')) as label, number as name, '/invoices/' || id as path,
    null as on_kind, null::uuid as on_id from invoice`,
  document: sql`select id, title as label, title as name, '/documents/' || id as path,
    case when claim_id is not null then 'claim' else 'policy' end as on_kind, coalesce(claim_id, policy_id) as on_id from document`,
  service_request: sql`select id, concat_ws(' ', number, subject) as label, number as name, '/requests/' || id as path,
    null as on_kind, null::uuid as on_id from service_request`,
  conversation: sql`select id, subject as label, subject as name, '/messages/' || id as path, about_kind as on_kind, about_id as on_id from conversation`,
  message: sql`select m.id, c.subject as label, c.subject as name,
    case when c.about_kind = 'service_request' then '/requests/' || c.about_id else '/messages/' || c.id end as path,
    coalesce(c.about_kind, 'conversation') as on_kind, coalesce(c.about_id, c.id) as on_id
    from message m join conversation c on c.brokerage_id = m.brokerage_id and c.id = m.conversation_id`,
  claim_report: sql`select id, to_char(created_at at time zone 'Europe/Zurich', 'DD.MM.YYYY') as label, to_char(created_at at time zone 'Europe/Zurich', 'DD.MM.YYYY') as name,
    '/claims/new/' || id || '/files' as path, null as on_kind, null::uuid as on_id from claim_report`,
  document_zip: sql`select id, cardinality(document_ids)::text as label, '' as name, '/documents/zip/' || id as path,
    null as on_kind, null::uuid as on_id from document_zip`,
  role_request: sql`select q.id, coalesce(c.full_name, '') as label, coalesce(c.full_name, '') as name,
    coalesce('/contacts/' || c.id, '/contacts') as path, null as on_kind, null::uuid as on_id, q.role as extra
    from role_request q join portal_account a on a.brokerage_id = q.brokerage_id and a.id = q.account_id
    left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id`,
}

/** Names and pages of records, by id; what does not exist for the actor is not in the answer. One query per kind that occurs. */
export async function describe(db: Db, wanted: readonly { kind: string; id: string }[]): Promise<Map<string, Described>> {
  const found = new Map<string, Described>()
  const byKind = Map.groupBy(wanted, ({ kind }) => kind)
  for (const [kind, keys] of byKind) {
    const source = records[kind]
    if (!source) continue
    const ids = [...new Set(keys.map(({ id }) => id))]
    const { rows } = await sql<Row>`select * from (${source}) x where x.id = any (${ids}::uuid[])`.execute(db)
    for (const { on_kind, on_id, ...row } of rows)
      found.set(row.id, { kind, ...row, on: on_kind && on_id ? { kind: on_kind, id: on_id } : null })
  }
  return found
}

interface Row extends Pick<Described, 'id' | 'label' | 'name' | 'path' | 'extra'> {
  on_kind: string | null
  on_id: string | null
}
