import type { Db } from '../../platform/db.ts'

/** The role requests that wait for somebody, newest first, as far as the actor looks after the company; never one's own. */
export async function openRoleRequests(db: Db, actorId: string) {
  return db
    .selectFrom('role_request as request')
    .innerJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'request.brokerage_id').onRef('account.id', '=', 'request.account_id'),
    )
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select(['request.id', 'request.role', 'request.requested_at', 'contact.id as contact_id', 'contact.full_name'])
    .where('request.state', '=', 'pending')
    .where('request.expires_at', '>', new Date())
    .where('request.account_id', '!=', actorId)
    .where((eb) => eb.or([eb('request.requested_by_account', 'is', null), eb('request.requested_by_account', '!=', actorId)]))
    .orderBy('request.requested_at', 'desc')
    .limit(5)
    .execute()
}
export type OpenRoleRequest = Awaited<ReturnType<typeof openRoleRequests>>[number]
