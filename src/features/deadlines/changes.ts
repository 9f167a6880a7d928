import { recordEvent } from '../../platform/events.ts'
import { newToken } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'
import type { ContractEvent } from './windows.ts'

/** Makes a new calendar address for the actor and ends the former one; null when this form was sent before. */
export async function createFeed(visit: Visit, id: string): Promise<string | null> {
  const { db, brokerage, actor } = visit
  if (actor.kind !== 'customer') throw new Error('a calendar address belongs to a portal account')
  if (await db.selectFrom('calendar_feed').select('id').where('id', '=', id).executeTakeFirst()) return null
  await endCurrent(visit)
  const { token, hash } = newToken()
  const made = await db
    .insertInto('calendar_feed')
    .values({ brokerage_id: brokerage.id, id, account_id: actor.id, token_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  await recordEvent(db, brokerage, actor, {
    verb: 'calendar_feed.created',
    subjectKind: 'calendar_feed',
    subjectId: id,
    companyId: actor.companyId,
  })
  return token
}

/** Ends the actor's calendar address: from the next reading on it answers like one that never was. */
export async function revokeFeed(visit: Visit): Promise<void> {
  const { db, brokerage, actor } = visit
  const id = await endCurrent(visit)
  if (!id || actor.kind !== 'customer') return
  await recordEvent(db, brokerage, actor, {
    verb: 'calendar_feed.revoked',
    subjectKind: 'calendar_feed',
    subjectId: id,
    companyId: actor.companyId,
  })
}

async function endCurrent({ db, actor }: Visit): Promise<string | null> {
  if (actor.kind !== 'customer') return null
  const ended = await db
    .updateTable('calendar_feed')
    .set({ revoked_at: new Date() })
    .where('account_id', '=', actor.id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id ?? null
}

/** Enters what happened to a contract; sent again it adds nothing. */
export async function enterEvent(
  { db, brokerage, actor }: Visit,
  policy: { id: string; company_id: string },
  { id, ...event }: ContractEvent & { id: string; note: string },
): Promise<void> {
  if (actor.kind !== 'staff') throw new Error('events of contracts are entered by staff')
  const entered = await db
    .insertInto('contract_event')
    .values({ brokerage_id: brokerage.id, id, policy_id: policy.id, staff_id: actor.id, ...event })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!entered) return
  const { kind, happened_on, effective_on, agreed_day } = event
  await recordEvent(db, brokerage, actor, {
    verb: 'policy.event_entered',
    subjectKind: 'policy',
    subjectId: policy.id,
    companyId: policy.company_id,
    details: { event: id, kind, happened_on, effective_on, agreed_day },
  })
}

/** Takes an event back; of one that is gone already nothing changes. */
export async function withdrawEvent(
  { db, brokerage, actor }: Visit,
  policy: { id: string; company_id: string },
  id: string,
): Promise<void> {
  const withdrawn = await db
    .updateTable('contract_event')
    .set({ withdrawn_at: new Date(), withdrawn_by: actor.kind === 'staff' ? actor.id : null })
    .where('id', '=', id)
    .where('policy_id', '=', policy.id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) return
  await recordEvent(db, brokerage, actor, {
    verb: 'policy.event_withdrawn',
    subjectKind: 'policy',
    subjectId: policy.id,
    companyId: policy.company_id,
    details: { event: id },
  })
}
