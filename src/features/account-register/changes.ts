import { sql } from 'kysely'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { resendInvitation } from '../portal-accounts/changes.ts'
import { guarded } from '../portal-accounts/refused.ts'

/** Sends the invitations of these accounts again, each as if alone: what cannot be sent is counted, and stops none of the others. */
export async function resendAll(visit: Visit, ids: string[]): Promise<{ sent: number; left: number }> {
  let sent = 0
  for (const id of ids) {
    const done = await guarded(visit.db, () => resendInvitation(visit, id))
    if (done.ok) sent++
  }
  return { sent, left: ids.length - sent }
}

/** Ends every session and remembered browser of these accounts; their people sign in again. Answers how many sessions ended. */
export async function endSessionsOf(visit: Visit, ids: string[]): Promise<number> {
  const ended = await visit.db
    .updateTable('session')
    .set({ ended_at: sql<Date>`now()` })
    .where('account_id', 'in', ids)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`expires_at > now()`)
    .returning('account_id')
    .execute()
  await visit.db
    .updateTable('remember_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('account_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute()
  const concerned = new Set(ended.map(({ account_id }) => account_id!))
  const accounts = await visit.db
    .selectFrom('portal_account')
    .select(['id', 'company_id'])
    .where('id', 'in', [...concerned, ids[0]!])
    .execute()
  for (const { id, company_id } of accounts.filter((account) => concerned.has(account.id)))
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      ...{ verb: 'portal_account.sessions_ended', subjectKind: 'portal_account', subjectId: id, companyId: company_id },
    })
  return ended.length
}
