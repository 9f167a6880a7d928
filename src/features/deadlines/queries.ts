import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { policyRows } from '../policies/queries.ts'
import { payableBy, premiumInvoiceRows, stillToPay } from '../premium-invoices/queries.ts'
import { later, type NoticeRule, nextNotice, todayHere } from './deadline.ts'

interface Due {
  /** The last day, ISO. */
  day: string
  /** Id of the policy or of the premium invoice. */
  id: string
  company: string
  insurer: string | null
  policyId: string | null
  policyNumber: string | null
  updatedAt: Date
}

/** A contract that can be ended until `day`. */
export interface NoticeDeadline extends Due {
  kind: 'notice'
  name: string
  rule: NoticeRule
}

/** A premium invoice that, as far as its source knows, is to be paid by `day`. */
export interface PremiumDeadline extends Due {
  kind: 'premium'
  number: string
  line: string | null
  total: string
  currency: string
  dataAsOf: string | null
  /** When the insurer dispatched a reminder: then `day` is fourteen days later, and cover rests after it (VVG Art. 20). */
  remindedOn?: string | null
}
export type Deadline = NoticeDeadline | PremiumDeadline

export interface Window {
  today: string
  /** The last day of interest; null for all that is known. */
  until: string | null
  /** Unpaid premium invoices whose day has passed come too: all (true), none, or those due since a day. */
  overdue?: boolean | string
  limit: number
  /** Only those of one policy, or of one premium invoice. */
  of?: { kind: 'policy' | 'premium_invoice'; id: string }
  /** A condition on everything, e.g. that there are not too many records for it. */
  where?: RawBuilder<boolean>
}

/** The deadlines that exist for the actor, nearest first; `more` says that there are more than the limit. */
export async function readDeadlines(db: Db, window: Window): Promise<{ deadlines: Deadline[]; more: boolean }> {
  const [notices, premiums] = await Promise.all([noticeDeadlines(db, window), premiumDeadlines(db, window)])
  const all = [...notices, ...premiums].sort((a, b) => a.day.localeCompare(b.day) || a.company.localeCompare(b.company))
  return { deadlines: all.slice(0, window.limit), more: all.length > window.limit }
}

/** The next deadlines within so many days from today, nearest first: for the home page. */
export async function nextDeadlines(db: Db, days: number, limit: number, where?: Window['where']): Promise<Deadline[]> {
  const today = todayHere()
  return (await readDeadlines(db, { today, until: later(today, { days }), limit, ...(where && { where }) })).deadlines
}

// SQL only narrows, with a few days to spare for ends of months; what the day is `nextNotice` says.
async function noticeDeadlines(db: Db, { today, until, limit, of, where }: Window): Promise<NoticeDeadline[]> {
  if (of?.kind === 'premium_invoice') return []
  const years = sql`greatest(3, extract(year from age(${later(later(today, { months: 3 }), { days: -4 })}::date, policy.starts_on))::int + 1)`
  const likely = sql`(case when policy.notice_months is not null
    then policy.ends_on - make_interval(months => policy.notice_months)
    else policy.starts_on + make_interval(years => ${years}, months => -3) end)`
  const rows = await policyWithContract(db)
    .where('policy.state', '=', 'active')
    .$if(where !== undefined, (query) => query.where(where!))
    .where(sql<boolean>`(policy.ends_on is null or policy.ends_on >= ${today}::date)`)
    .where(sql<boolean>`${likely} >= ${later(today, { days: -4 })}::date`)
    .$if(of !== undefined, (query) => query.where('policy.id', '=', of!.id))
    .$if(until !== null, (query) => query.where(sql<boolean>`${likely} <= ${later(until!, { days: 4 })}::date`))
    .orderBy(likely)
    .orderBy('policy.id')
    .limit(limit + 1)
    .execute()
  return rows
    .map((row) => noticeOf(row, today))
    .filter((deadline) => deadline !== null)
    .filter(({ day }) => until === null || day <= until)
}

function policyWithContract(db: Db) {
  return policyRows(db).select([
    'policy.name',
    'policy.line_code',
    'policy.starts_on',
    'policy.notice_months',
    'policy.updated_at',
  ])
}
type PolicyWithContract = Awaited<ReturnType<ReturnType<typeof policyWithContract>['execute']>>[number]

function noticeOf(row: PolicyWithContract, today: string): NoticeDeadline | null {
  const next = nextNotice(row, today)
  return (
    next && {
      kind: 'notice',
      ...next,
      id: row.id,
      name: row.name || row.line,
      company: row.company,
      insurer: row.insurer,
      policyId: row.id,
      policyNumber: row.number,
      updatedAt: row.updated_at,
    }
  )
}

async function premiumDeadlines(db: Db, { today, until, overdue, limit, of, where }: Window): Promise<PremiumDeadline[]> {
  const from = overdue === true ? null : overdue || today
  const rows = await premiumInvoiceRows(db)
    .select(['premium_invoice.updated_at', payableBy.as('payable_by')])
    .where(stillToPay)
    .$if(where !== undefined, (query) => query.where(where!))
    .where('premium_invoice.kind', 'not in', ['credit', 'cancellation'])
    .where(payableBy, 'is not', null)
    .$if(from !== null, (query) => query.where(payableBy, '>=', from))
    .$if(of !== undefined, (query) =>
      query.where(of!.kind === 'policy' ? 'premium_invoice.policy_id' : 'premium_invoice.id', '=', of!.id),
    )
    .$if(until !== null, (query) => query.where(payableBy, '<=', until))
    .orderBy(payableBy)
    .orderBy('premium_invoice.id')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({
    kind: 'premium',
    day: row.payable_by!,
    remindedOn: row.reminded_on,
    id: row.id,
    number: row.number,
    line: row.line,
    company: row.company,
    insurer: row.insurer,
    policyId: row.policy_id,
    policyNumber: row.policy_number,
    total: row.total,
    currency: row.currency,
    dataAsOf: row.data_as_of,
    updatedAt: row.updated_at,
  }))
}

/** The notice deadline of one active policy; throws NotFound where the policy or a deadline does not exist for the actor. */
export async function noticeDeadlineOf(db: Db, policyId: string): Promise<NoticeDeadline> {
  const row = await policyWithContract(db)
    .where('policy.id', '=', policyId)
    .where('policy.state', '=', 'active')
    .executeTakeFirst()
  const deadline = row && noticeOf(row, todayHere())
  if (!deadline) throw notFound()
  return deadline
}

/** The actor's own calendar address, if there is one; the secret itself is kept nowhere. */
export async function currentFeed(db: Db) {
  return db
    .selectFrom('calendar_feed')
    .select(['id', 'created_at', 'last_read_at'])
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
}
export type CalendarFeed = NonNullable<Awaited<ReturnType<typeof currentFeed>>>
