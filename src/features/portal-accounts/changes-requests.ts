import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { looksAfterPeople } from '../contacts/access.ts'
import { mayDecide } from './access.ts'
import { addGrant, countUp, moveEnd } from './changes-roles.ts'
import { tellAboutRoles } from './letters.ts'
import { currentGrants, lockedAccount, openRequests, type RoleRequest } from './queries.ts'
import { Refused } from './refused.ts'

/** Approves or rejects what waits for a second person. Call it inside `guarded`; throws Refused, NotFound or Forbidden. */
export async function decideRequest(visit: Visit, id: string, verdict: 'approved' | 'rejected'): Promise<RoleRequest> {
  if (!looksAfterPeople(visit.actor)) throw forbidden()
  const known = await visit.db.selectFrom('role_request').select(['id', 'account_id']).where('id', '=', id).executeTakeFirst()
  if (!known) throw notFound()
  // The account first, like everybody who changes roles: always the same order, so that nobody waits in a circle.
  const account = await lockedAccount(visit.db, known.account_id)
  const [request] = await openRequests(visit.db, { id })
  if (!request) throw new Refused('already_decided')
  if (!mayDecide(visit.actor, request)) throw new Refused('second_person')
  if (verdict === 'approved' && account.state === 'withdrawn') throw new Refused('other_state')
  await visit.db
    .updateTable('role_request')
    .set({ state: verdict, decided_by: actorName(visit.actor).slice(0, 200), decided_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute()
  if (verdict === 'approved') {
    await grantRequested(visit, request)
    await countUp(visit, account)
    await tellAboutRoles(visit, account, { added: [request.role], removed: [] }, request.reason)
  }
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: verdict === 'approved' ? 'portal_account.role_approved' : 'portal_account.role_rejected',
    subjectKind: 'portal_account',
    subjectId: account.id,
    companyId: account.company_id,
    details: { role: request.role, requested_by: request.requested_by, until: request.valid_until?.toISOString() ?? null },
  })
  return request
}

async function grantRequested(visit: Visit, request: RoleRequest) {
  if (request.valid_until && request.valid_until <= new Date()) throw new Refused('already_decided')
  const held = (await currentGrants(visit.db, request.account_id)).find((grant) => grant.role === request.role)
  if (held) return moveEnd(visit, held.id, request.valid_until)
  await addGrant(
    visit,
    { id: request.account_id, company_id: request.company_id },
    { role: request.role, until: request.valid_until },
    {
      reason: request.reason,
      grantedBy: request.requested_by,
      grantedByAccount: request.requested_by_account,
      approvedBy: actorName(visit.actor),
    },
  )
}
