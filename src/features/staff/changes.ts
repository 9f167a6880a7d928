import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { recordEvent } from '../../platform/events.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Visit } from '../../platform/visit.ts'
import { type ChangedMember, changedFields, type NewMember } from './input.ts'
import type { StaffInvitation } from './jobs.ts'
import { type StaffMember, staffById } from './queries.ts'
import { Refused } from './refused.ts'

/**
 * Invites somebody to the house: login, member, link and mail in one go. An account manager whom an export brought gets the login.
 * Sent twice invites once. Answers the member's id. Call it inside `guarded`.
 */
export async function inviteStaff(visit: Visit, input: NewMember): Promise<string> {
  const { _id, email, language, ...details } = input
  const key = canonicalEmail(email)!
  // Of two who press at the same moment the second waits here and finds the colleague.
  await sql`select pg_advisory_xact_lock(hashtextextended('staff:' || ${visit.brokerage.id}, 0))`.execute(visit.db)
  const known = await visit.db
    .selectFrom('staff_member')
    .select(['id', 'login_id'])
    .where((where) => where.or([where('id', '=', _id), where('email_key', '=', key)]))
    .executeTakeFirst()
  if (known?.id === _id) return _id
  if (known?.login_id) throw new Refused('known_address')
  const { rows } = await sql<{ id: string }>`select access.staff_login_for(${email}, ${key}, ${language}) as id`.execute(visit.db)
  const given = { ...details, login_id: rows[0]!.id, invited_at: sql<Date>`now()` }
  const id = known?.id ?? _id
  if (known)
    await visit.db
      .updateTable('staff_member')
      .set({ ...given, ...countUp })
      .where('id', '=', id)
      .execute()
  else
    await visit.db
      .insertInto('staff_member')
      .values({ ...given, brokerage_id: visit.brokerage.id, id, email, email_key: key })
      .execute()
  await record(visit, id, 'staff_member.invited', { function: input.function })
  await enqueueInvitation(visit, id)
  return id
}

const countUp = { version: sql<number>`version + 1` }

async function enqueueInvitation(visit: Visit, staffId: string) {
  const job: StaffInvitation = { brokerageId: visit.brokerage.id, staffId, by: actorName(visit.actor) }
  await enqueue(visit.db, 'staff_invitation', job)
}

/** A new link; the former one is dead. For who has not set a password yet. */
export async function inviteAgain(visit: Visit, member: StaffMember): Promise<void> {
  await visit.db.updateTable('staff_member').set({ invited_at: sql`now()` }).where('id', '=', member.id).execute()
  await record(visit, member.id, 'staff_member.invited_again')
  await enqueueInvitation(visit, member.id)
}

export type Changed = { kind: 'saved' } | { kind: 'conflict'; current: StaffMember }

/** Saves name, telephone and function where they still are as the form was opened with. Call it inside `guarded`. */
export async function changeStaff(visit: Visit, before: StaffMember, input: ChangedMember): Promise<Changed> {
  const { version, ...details } = input
  const saved = await visit.db
    .updateTable('staff_member')
    .set({ ...details, ...countUp })
    .where('id', '=', before.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!saved) return { kind: 'conflict', current: await staffById(visit.db, before.id) }
  const changed = changedFields.filter((field) => (details[field] ?? '') !== (before[field] ?? ''))
  if (changed.length > 0)
    await record(visit, before.id, 'staff_member.changed', {
      fields: changed,
      ...(changed.includes('function') && { function: details.function, before: before.function }),
    })
  return { kind: 'saved' }
}

/**
 * Somebody leaves: their sessions end at once, what they did keeps their name. Their companies go to the successor, if one is named;
 * else they wait for one. Call it inside `guarded`: the last administrator stays.
 */
export async function leave(visit: Visit, member: StaffMember, successor: string | null): Promise<void> {
  await visit.db
    .updateTable('staff_member')
    .set({ state: 'suspended', left_at: sql`now()`, ...countUp })
    .where('id', '=', member.id)
    .execute()
  await endStaffSessions(visit, member.id)
  const handed = successor ? await handOver(visit, member.id, successor) : 0
  await record(visit, member.id, 'staff_member.left', { companies: handed })
}

async function handOver(visit: Visit, from: string, to: string): Promise<number> {
  const moved = await visit.db
    .updateTable('company')
    .set({ account_manager_id: to, updated_at: sql`now()` })
    .where('account_manager_id', '=', from)
    .returning('id')
    .execute()
  const successor = await staffById(visit.db, to)
  for (const { id } of moved) {
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      ...{ verb: 'company.edited', subjectKind: 'company', subjectId: id, companyId: id },
      details: { account_manager_id: `${successor.first_name} ${successor.last_name}`.trim() },
    })
  }
  return moved.length
}

/** Takes somebody on again who had left. */
export async function takeOnAgain(visit: Visit, member: StaffMember): Promise<void> {
  await visit.db
    .updateTable('staff_member')
    .set({ state: 'active', left_at: null, ...countUp })
    .where('id', '=', member.id)
    .execute()
  await record(visit, member.id, 'staff_member.taken_on_again')
}

/** Ends every session of a member of staff. */
export async function endStaffSessions(visit: Visit, staffId: string): Promise<number> {
  const ended = await visit.db
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}

/** Writes what happened to somebody of the house. */
export async function record(visit: Visit, id: string, verb: `staff_member.${string}`, details: Record<string, unknown> = {}) {
  await recordEvent(visit.db, visit.brokerage, visit.actor, { verb, subjectKind: 'staff_member', subjectId: id, details })
}
