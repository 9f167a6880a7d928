import { type RawBuilder, sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { claimRows } from '../claims/queries.ts'
import { policyRows } from '../policies/queries.ts'
import { payableBy, premiumInvoiceRows, stillToPay } from '../premium-invoices/queries.ts'
import { later, type NoticeRule, nextNotice, todayHere } from './deadline.ts'
import { lawOf } from './laws.ts'
import { limitationOf, type WindowKind, type WindowRule, windowOf } from './windows.ts'

interface Due {
  /** The last day, ISO. */
  day: string
  /** Id of the policy, the premium invoice or the claim. */
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

/** A contract that can be ended out of turn until `day`, because something happened. */
export interface WindowDeadline extends Due {
  kind: 'window'
  name: string
  eventId: string
  event: WindowKind
  happenedOn: string
  effectiveOn: string | null
  rule: WindowRule
  note: string
}

/** A contract that runs out on `day`, and whose notice period is over or that has none. */
export interface ExpiryDeadline extends Due {
  kind: 'expiry'
  name: string
}

/** An open claim whose rights lapse on `day`. */
export interface LimitationDeadline extends Due {
  kind: 'limitation'
  number: string
  occurredOn: string
}
export type Deadline = NoticeDeadline | PremiumDeadline | WindowDeadline | ExpiryDeadline | LimitationDeadline
export type DeadlineKind = Deadline['kind']

export interface Window {
  today: string
  /** The last day of interest; null for all that is known. */
  until: string | null
  /** Unpaid premium invoices whose day has passed come too: all (true), none, or those due since a day. */
  overdue?: boolean | string
  limit: number
  /** Only those of one policy, one premium invoice or one claim. */
  of?: { kind: 'policy' | 'premium_invoice' | 'claim'; id: string }
  /** Only of these kinds. */
  kinds?: readonly DeadlineKind[]
  /** A condition on everything, e.g. that there are not too many records for it. */
  where?: RawBuilder<boolean>
}

/** The deadlines that exist for the actor, nearest first; `more` says that there are more than the limit. */
export async function readDeadlines(db: Db, window: Window): Promise<{ deadlines: Deadline[]; more: boolean }> {
  const wants = (...kinds: DeadlineKind[]) => !window.kinds || kinds.some((kind) => window.kinds!.includes(kind))
  const found = await allOf([
    wants('notice', 'expiry') ? contractDeadlines(db, window) : [],
    wants('window') ? windowDeadlines(db, window) : [],
    wants('premium') ? premiumDeadlines(db, window) : [],
    wants('limitation') ? limitationDeadlines(db, window) : [],
  ])
  const all = (found.flat() as Deadline[])
    .filter(({ kind }) => wants(kind))
    .sort((a, b) => a.day.localeCompare(b.day) || a.company.localeCompare(b.company))
  return { deadlines: all.slice(0, window.limit), more: all.length > window.limit }
}

/** The next deadlines within so many days from today, nearest first: for the home page. */
export async function nextDeadlines(db: Db, days: number, limit: number, where?: Window['where']): Promise<Deadline[]> {
  const today = todayHere()
  return (await readDeadlines(db, { today, until: later(today, { days }), limit, ...(where && { where }) })).deadlines
}

// SQL only narrows, with a few days to spare for ends of months; what the day is `nextNotice` says.
async function contractDeadlines(
  db: Db,
  { today, until, limit, of, where }: Window,
): Promise<(NoticeDeadline | ExpiryDeadline)[]> {
  if (of && of.kind !== 'policy') return []
  const years = sql`greatest(3, extract(year from age(${later(later(today, { months: 3 }), { days: -4 })}::date, policy.starts_on))::int + 1)`
  const notice = sql`(case when policy.notice_months is not null
    then policy.ends_on - make_interval(months => policy.notice_months)
    else policy.starts_on + make_interval(years => ${years}, months => -3) end)`
  // Where no notice can arrive any more, the end itself is what is next.
  const likely = sql`(case when ${notice} >= ${later(today, { days: -4 })}::date then ${notice} else policy.ends_on end)`
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
    .map((row) => noticeOf(row, today) ?? expiryOf(row, today))
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
      ...contractOf(row),
    }
  )
}

function expiryOf(row: PolicyWithContract, today: string): ExpiryDeadline | null {
  if (row.ends_on === null || row.ends_on < today) return null
  return { kind: 'expiry', day: row.ends_on, ...contractOf(row) }
}

function contractOf(row: PolicyWithContract) {
  return {
    id: row.id,
    name: row.name || row.line,
    company: row.company,
    insurer: row.insurer,
    policyId: row.id,
    policyNumber: row.number,
    updatedAt: row.updated_at,
  }
}

// Events are few: which of them still matter is worked out here, where the rules are.
async function windowDeadlines(db: Db, { today, until, limit, of, where }: Window): Promise<WindowDeadline[]> {
  if (of && of.kind !== 'policy') return []
  const rows = await policyWithContract(db)
    .innerJoin('contract_event', (join) =>
      join.onRef('contract_event.brokerage_id', '=', 'policy.brokerage_id').onRef('contract_event.policy_id', '=', 'policy.id'),
    )
    .select([
      'contract_event.id as event_id',
      'contract_event.kind as event',
      'contract_event.happened_on',
      'contract_event.effective_on',
      'contract_event.agreed_day',
      'contract_event.note',
      'contract_event.entered_at',
    ])
    .where('contract_event.withdrawn_at', 'is', null)
    .where('policy.state', '=', 'active')
    .where(
      sql<boolean>`greatest(contract_event.happened_on + 30, contract_event.effective_on, contract_event.agreed_day) >= ${today}::date`,
    )
    .$if(where !== undefined, (query) => query.where(where!))
    .$if(of !== undefined, (query) => query.where('policy.id', '=', of!.id))
    .orderBy('contract_event.happened_on')
    .limit(limit + 1)
    .execute()
  return rows.flatMap((row): WindowDeadline[] => {
    const { event_id, event, happened_on, effective_on, agreed_day, note, entered_at } = row
    const kind = event as WindowKind
    const found = windowOf({ kind, happened_on, effective_on, agreed_day }, lawOf(row))
    if (!found || found.day < today || (until !== null && found.day > until)) return []
    const about = { eventId: event_id, event: kind, happenedOn: happened_on, effectiveOn: effective_on, note }
    return [{ kind: 'window', ...found, ...contractOf(row), ...about, updatedAt: entered_at }]
  })
}

// VVG Art. 46; other laws have limits of their own that no export tells.
async function limitationDeadlines(db: Db, { today, until, limit, of, where }: Window): Promise<LimitationDeadline[]> {
  if (of?.kind === 'premium_invoice') return []
  const lapses = sql<string>`(claim.occurred_on + interval '5 years')::date`
  const rows = await claimRows(db)
    .select(['claim.updated_at', 'line.code as line_code'])
    .where('claim.state', 'not in', ['draft', 'settled', 'rejected', 'closed'])
    .where(lapses, '>=', today)
    .$if(where !== undefined, (query) => query.where(where!))
    .$if(of !== undefined, (query) => query.where(of!.kind === 'policy' ? 'claim.policy_id' : 'claim.id', '=', of!.id))
    .$if(until !== null, (query) => query.where(lapses, '<=', until!))
    .orderBy('claim.occurred_on')
    .limit(limit + 1)
    .execute()
  return rows
    .filter((row) => lawOf(row) === 'vvg')
    .map((row) => ({
      kind: 'limitation',
      day: limitationOf(row.occurred_on),
      id: row.id,
      number: row.number,
      company: row.company,
      insurer: row.insurer,
      policyId: row.policy_id,
      policyNumber: row.policy_number,
      occurredOn: row.occurred_on,
      updatedAt: row.updated_at,
    }))
}

async function premiumDeadlines(db: Db, { today, until, overdue, limit, of, where }: Window): Promise<PremiumDeadline[]> {
  if (of?.kind === 'claim') return []
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
