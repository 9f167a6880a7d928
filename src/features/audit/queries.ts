import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

// What an event happened to, by the name that its own row rules let the reader know: who does not see a policy reads «Police» alone.
const names: Record<string, RawBuilder<string>> = {
  contact: sql`select s.full_name from contact s where s.id = event.subject_id`,
  portal_account: sql`select c.full_name from portal_account s
    join contact c on c.brokerage_id = s.brokerage_id and c.id = s.contact_id where s.id = event.subject_id`,
  login: sql`select coalesce(c.full_name, btrim(m.first_name || ' ' || m.last_name), s.email) from login s
    left join portal_account a on a.brokerage_id = s.brokerage_id and a.login_id = s.id
    left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    left join staff_member m on m.brokerage_id = s.brokerage_id and m.login_id = s.id where s.id = event.subject_id limit 1`,
  staff_member: sql`select btrim(s.first_name || ' ' || s.last_name) from staff_member s where s.id = event.subject_id`,
  company: sql`select s.name from company s where s.id = event.subject_id`,
  policy: sql`select s.number from policy s where s.id = event.subject_id`,
  premium_invoice: sql`select s.number from premium_invoice s where s.id = event.subject_id`,
  insured_object: sql`select coalesce(s.plate, nullif(s.name, ''), s.kind) from insured_object s where s.id = event.subject_id`,
  claim: sql`select s.number from claim s where s.id = event.subject_id`,
  invoice: sql`select s.number from invoice s where s.id = event.subject_id`,
  document: sql`select s.title from document s where s.id = event.subject_id`,
  service_request: sql`select concat_ws(' ', s.number, s.subject) from service_request s where s.id = event.subject_id`,
  conversation: sql`select s.subject from conversation s where s.id = event.subject_id`,
}

const subject = sql<string | null>`case event.subject_kind ${sql.join(
  Object.entries(names).map(([kind, name]) => sql`when ${sql.lit(kind)} then (${name})`),
  sql` `,
)} end`

/** The trail as far as it exists for the reader; who did it, to what, at which company. */
export function auditRows(db: Db) {
  return db
    .selectFrom('event')
    .leftJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'event.brokerage_id').onRef('company.id', '=', 'event.company_id'),
    )
    .select([
      'event.id',
      'event.at',
      'event.actor_kind',
      'event.actor_name',
      'event.verb',
      'event.subject_kind',
      'event.subject_id',
      sql<Record<string, unknown>>`event.details`.as('details'),
      subject.as('subject'),
      sql<string>`coalesce(company.name, '')`.as('company'),
    ])
}
export type AuditRow = Awaited<ReturnType<ReturnType<typeof auditRows>['executeTakeFirstOrThrow']>>

/** One event with its seal; throws NotFound where there is none such for the reader. */
export async function auditEventById(db: Db, id: string) {
  const row = await auditRows(db)
    .leftJoin('audit_seal as seal', (join) =>
      join.onRef('seal.brokerage_id', '=', 'event.brokerage_id').onRef('seal.event_id', '=', 'event.id'),
    )
    .select(['seal.seq', 'seal.sealed_at', sql<string | null>`encode(seal.link, 'hex')`.as('link')])
    .where('event.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type AuditEvent = Awaited<ReturnType<typeof auditEventById>>

/** How the chain stood when it was last checked; null where it never was, or is not the reader's to know. */
export async function lastAnchor(db: Db) {
  const row = await db
    .selectFrom('audit_anchor')
    .select(['at', 'seq', 'finding', 'broken_seq'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
export type Anchor = NonNullable<Awaited<ReturnType<typeof lastAnchor>>>
