import { type RawBuilder, sql } from 'kysely'

// An item is done or put aside until the customer does something again. What a customer has only just sent can still be taken back
// and is nobody's business yet: `woken_at` may lie ahead.
const awake = (since: RawBuilder<unknown>) => sql`(inbox_item.woken_at > ${since} and inbox_item.woken_at <= now())`

/** Nobody has anything to do any more. */
export const isDone = sql<boolean>`(inbox_item.done_at is not null and not ${awake(sql`inbox_item.done_at`)})`

/** Put aside until a day. */
export const isSnoozed = sql<boolean>`(coalesce(inbox_item.snoozed_until > now(), false)
  and not coalesce(${awake(sql`inbox_item.snoozed_at`)}, false))`

const isOpen = sql<boolean>`(not ${isDone} and coalesce(inbox_item.expires_at > now(), true))`
const isActive = sql<boolean>`(${isOpen} and not ${isSnoozed})`

/** The customer waits longer than the brokerage promises. */
export const isLate = sql<boolean>`(${isActive} and coalesce(inbox_item.due_at < now(), false))`

const isMine = sql`inbox_item.assigned_staff_id = (select access.actor())`

export const overviewKeys = [
  'mine',
  'team',
  'unassigned',
  'late',
  'messages',
  'requests',
  'claims',
  'approvals',
  'snoozed',
  'mails',
  'done',
] as const
export type OverviewKey = (typeof overviewKeys)[number]

interface Overview {
  icon: string
  where: RawBuilder<boolean>
  /** Counted at the side; what is done is looked up, not counted. */
  counted: boolean
}

const ofKind = (kind: string) => sql`inbox_item.kind = ${sql.lit(kind)}`

/** The overviews at the side, each with what belongs to it. */
export const overviews: Record<OverviewKey, Overview> = {
  mine: { icon: 'user-round', counted: true, where: sql<boolean>`(${isActive} and ${isMine})` },
  team: { icon: 'users', counted: true, where: isActive },
  unassigned: { icon: 'inbox', counted: true, where: sql<boolean>`(${isActive} and inbox_item.assigned_staff_id is null)` },
  late: { icon: 'clock', counted: true, where: isLate },
  messages: { icon: 'message-square', counted: true, where: sql<boolean>`(${isActive} and ${ofKind('conversation')})` },
  requests: { icon: 'circle-question-mark', counted: true, where: sql<boolean>`(${isActive} and ${ofKind('service_request')})` },
  claims: {
    icon: 'siren',
    counted: true,
    where: sql<boolean>`(${isActive} and ${ofKind('claim')} and exists (select from claim c
      where c.brokerage_id = inbox_item.brokerage_id and c.id = inbox_item.id and c.state = 'reported'))`,
  },
  approvals: { icon: 'key-round', counted: true, where: sql<boolean>`(${isActive} and ${ofKind('role_request')})` },
  snoozed: { icon: 'calendar', counted: true, where: sql<boolean>`(${isOpen} and ${isSnoozed})` },
  mails: { icon: 'mail', counted: true, where: sql<boolean>`(${isActive} and ${ofKind('mail')})` },
  done: { icon: 'check', counted: false, where: isDone },
}

/** The overview that an address asks for; «Team» unless it names another. */
export function readOverview(value: unknown): OverviewKey {
  return overviewKeys.find((key) => key === value) ?? 'team'
}

/** What waits for the actor: what is theirs, and what is nobody's yet. */
export const waitsForMe = sql<boolean>`(${isActive} and (${isMine} or inbox_item.assigned_staff_id is null))`
