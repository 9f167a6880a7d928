import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { Refused } from './refused.ts'

/** Invitation mails (security.md I7): a person is not flooded, and a stolen session of a User Manager cannot send in bulk. */
export const invitationLimits = { perContactAndDay: 5, perActorAndHour: 50 }

/** Refuses one invitation too many. Whoever invites at the same moment with the same account stands in line. */
export async function refuseTooMany(visit: Visit, accountId: string) {
  if (visit.actor.kind === 'visitor') throw new Refused('other_state')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invitations:${visit.actor.id}`}, 0))`.execute(visit.db)
  const { sent } = await visit.db
    .selectFrom('mail')
    .select(sql<number>`count(*)`.as('sent'))
    .where('account_id', '=', accountId)
    .where('event', '=', 'welcome')
    .where(sql<boolean>`created_at > now() - interval '1 day'`)
    .executeTakeFirstOrThrow()
  if (sent >= invitationLimits.perContactAndDay) throw new Refused('too_many_today')
  const { made } = await visit.db
    .selectFrom('event')
    .select(sql<number>`count(*)`.as('made'))
    .where('actor_id', '=', visit.actor.id)
    .where('verb', 'in', ['portal_account.invited', 'portal_account.invitation_resent'])
    .where('at', '>', sql<Date>`now() - interval '1 hour'`)
    // The keys begin with the time: the primary key finds the last hour without reading the whole history.
    .where('id', '>=', idOfLastHour())
    .executeTakeFirstOrThrow()
  if (made >= invitationLimits.perActorAndHour) throw new Refused('too_many_now')
}

function idOfLastHour(): string {
  const time = (Date.now() - 3_660_000).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}
