import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Services } from '../../platform/visit.ts'
import { later } from '../deadlines/deadline.ts'
import { readDeadlines } from '../deadlines/queries.ts'
import { stillToPay } from '../premium-invoices/queries.ts'
import { type Kind, kinds } from './kinds.ts'
import { swiss } from './quiet.ts'
import { asRecipient } from './recipient.ts'

/** More of a kind at once is a portfolio that is taken over, and no news. */
export const mostAtOnce = 200
/** How many days before its last day a deadline is told of. */
export const daysAhead = [90, 30, 7]

export interface LookJob {
  brokerageId: string
  personId: string
}

/** From the last look up to this one; both are moments of the database's clock. */
interface Span {
  since: Date
  until: Date
}

interface Found {
  id: string
  detail?: string | null
}

/**
 * Looks, as this person, for what came in since the last look: records that an export brought, what it changed, what fell due, deadlines
 * that come nearer. The moment of the look is written in the same transaction, behind its row's lock: told once, whatever happens.
 */
export async function lookForNews(services: Pick<Services, 'database'>, job: LookJob): Promise<void> {
  await asRecipient(services, job, async (db) => {
    const span = await nextSpan(db, job)
    if (!span) return
    for (const [kind, table, rows] of searches(span)) await tellOf(db, kind, table, await rows(db))
  })
}

// Who is here for the first time is told of nothing that was there before.
async function nextSpan(db: Db, { brokerageId, personId }: LookJob): Promise<Span | null> {
  const first = await db
    .insertInto('notification_look')
    .values({ brokerage_id: brokerageId, account_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  if (first) return null
  const { rows } = await sql<Span>`select looked_at as since, now() as until from notification_look
    where account_id = ${personId} for update`.execute(db)
  const span = rows[0]
  // Another worker was here a moment ago.
  if (!span || span.since >= span.until) return null
  await sql`update notification_look set looked_at = now() where account_id = ${personId}`.execute(db)
  return span
}

async function tellOf(db: Db, kind: Kind, table: string, found: Found[]): Promise<void> {
  if (found.length === 0 || found.length > mostAtOnce) return
  const [ids, details] = [found.map(({ id }) => id), found.map(({ detail }) => detail ?? null)]
  await sql`select access.tell_me_of(${kind}, ${kinds[kind]}, ${table}, ${ids}::uuid[], ${details}::text[])`.execute(db)
}

type Search = [kind: Kind, table: string, rows: (db: Db) => Promise<Found[]>]

// Whatever is asked here exists for the person: the row rules answer.
function searches(span: Span): Search[] {
  const [from, to] = [dayOf(span.since), dayOf(span.until)]
  const fellDue = (due: string) => sql`${sql.ref(due)} >= ${from}::date and ${sql.ref(due)} < ${to}::date`
  return [
    ['policy_new', 'policy', (db) => published(db, 'policy', span)],
    ['premium_new', 'premium_invoice', (db) => published(db, 'premium_invoice', span)],
    ['invoice_new', 'invoice', (db) => published(db, 'invoice', span)],
    ['claim_new', 'claim', (db) => published(db, 'claim', span)],
    ['document_new', 'document', (db) => published(db, 'document', span)],
    ['policy_changed', 'policy', (db) => changedPolicies(db, span)],
    ['claim_state', 'claim', (db) => newStates(db, 'claim', span, sql`true`)],
    ['premium_reminded', 'premium_invoice', (db) => newStates(db, 'premium_invoice', span, sql`x.state = 'reminded'`)],
    ['premium_suspended', 'premium_invoice', (db) => newStates(db, 'premium_invoice', span, sql`x.state = 'cover_suspended'`)],
    ['premium_paid', 'premium_invoice', (db) => newStates(db, 'premium_invoice', span, sql`x.state = 'paid'`)],
    [
      'premium_overdue',
      'premium_invoice',
      (db) => ids(db, 'premium_invoice', sql`${fellDue('premium_invoice.due_on')} and ${stillToPay}`),
    ],
    ['invoice_overdue', 'invoice', (db) => ids(db, 'invoice', sql`${fellDue('invoice.due_on')} and invoice.state = 'open'`)],
    ['deadline', 'policy', (db) => nearDeadlines(db, from, to)],
  ]
}

const dayOf = (moment: Date) => swiss(moment).toPlainDate().toString()

async function ids(db: Db, table: string, where: RawBuilder<unknown>): Promise<Found[]> {
  const { rows } =
    await sql<Found>`select id from ${sql.table(table)} where ${where} order by id limit ${mostAtOnce + 1}`.execute(db)
  return rows
}

// What an export brought, or staff published; not what staff published quietly, and what people of the customer wrote is told in its own way.
function published(db: Db, table: string, { since, until }: Span): Promise<Found[]> {
  return ids(
    db,
    table,
    sql`published_at > ${since} and published_at <= ${until} and author_account_id is null
    and not access.shared_quietly(${table}, id, published_at)`,
  )
}

// By export or staff; what the person changed is no news to them.
const changesSince = ({ since, until }: Span, table: string) => sql`from record_change c
  cross join lateral jsonb_object_keys(c.changes) as changed(key) join ${sql.table(table)} x
  on x.brokerage_id = c.brokerage_id and x.id = c.record_id
  where c.record_kind = ${table} and c.at > ${since} and c.at <= ${until} and c.actor_id is distinct from access.actor()`

async function newStates(db: Db, table: string, span: Span, where: RawBuilder<unknown>): Promise<Found[]> {
  const { rows } = await sql<Found>`select distinct x.id, x.state as detail ${changesSince(span, table)}
    and c.actor_kind = 'operator' and changed.key = 'state' and ${where} limit ${mostAtOnce + 1}`.execute(db)
  return rows
}

// The words are those of `changed` in sentence.ts.
async function changedPolicies(db: Db, span: Span): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id, string_agg(what, ',' order by what) as detail from (
      select distinct x.id, case when changed.key = 'state' then 'state' when changed.key like 'premium%' then 'premium' else 'dates' end as what
      ${changesSince(span, 'policy')}) as named group by id limit ${mostAtOnce + 1}`.execute(db)
  return rows
}

async function nearDeadlines(db: Db, from: string, to: string): Promise<Found[]> {
  const found: Found[] = []
  for (const days of daysAhead) {
    const { deadlines } = await readDeadlines(db, { today: to, until: later(to, { days }), limit: mostAtOnce })
    // Those that came this near since the last look: the day of the look counts, that of the one before did.
    const near = deadlines.filter(({ kind, day }) => (kind === 'notice' || kind === 'window') && day > later(from, { days }))
    found.push(...near.map(({ id, day }) => ({ id, detail: day })))
  }
  return found
}
