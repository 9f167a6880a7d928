import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** The roles that are in force for an account now, with who gave them and since when. */
export async function ownGrants(db: Db, accountId: string) {
  return db
    .selectFrom('role_grant')
    .select(['id', 'role', 'valid_from', 'valid_until', 'granted_by'])
    .where('account_id', '=', accountId)
    .where(sql<boolean>`valid_from <= now() and (valid_until is null or valid_until > now())`)
    .orderBy('role')
    .execute()
}
export type OwnGrant = Awaited<ReturnType<typeof ownGrants>>[number]

/** The sessions of a login that are still good, the one used last first. */
export async function ownSessions(db: Db, loginId: string) {
  return db
    .selectFrom('session')
    .select(['id', 'user_agent', 'last_seen_at'])
    .where('login_id', '=', loginId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`expires_at > now() and last_seen_at > now() - interval '30 minutes'`)
    .orderBy('last_seen_at', 'desc')
    .limit(20)
    .execute()
}
export type OwnSession = Awaited<ReturnType<typeof ownSessions>>[number]
