import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** The sessions of a login that are still good, the one used last first. */
export async function ownSessions(db: Db, loginId: string) {
  return db
    .selectFrom('session')
    .select(['id', 'account_id', 'user_agent', 'source', 'created_at', 'last_seen_at', 'remember_id', 'way'])
    .where('login_id', '=', loginId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`expires_at > now() and last_seen_at > now() - interval '30 minutes'`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}
export type OwnSession = Awaited<ReturnType<typeof ownSessions>>[number]

/** The browsers that come back without a password, the one used last first. */
export async function rememberedBrowsers(db: Db, loginId: string) {
  return db
    .selectFrom('remember_token')
    .select(['id', 'account_id', 'user_agent', 'created_at', 'rotated_at', 'expires_at'])
    .where('login_id', '=', loginId)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > now() and rotated_at > now() - idle`)
    .orderBy('rotated_at', 'desc')
    .limit(50)
    .execute()
}
export type RememberedBrowser = Awaited<ReturnType<typeof rememberedBrowsers>>[number]

/** Which terms were accepted, the newest first. `current`: they are the ones in force. */
export async function acceptedTerms(db: Db, loginId: string) {
  const { rows } = await sql<{ version: number; language: string; title: string; accepted_at: Date; current: boolean }>`
    select a.version, a.language, t.title, a.accepted_at,
      a.version = (select max(n.version) from terms n where n.brokerage_id = a.brokerage_id and n.published_at <= now()) as current
    from terms_acceptance a
    join terms t on t.brokerage_id = a.brokerage_id and t.version = a.version and t.language = a.language
    where a.login_id = ${loginId} order by a.version desc`.execute(db)
  return rows
}
export type AcceptedTerms = Awaited<ReturnType<typeof acceptedTerms>>[number]

/** A version as it was accepted; `unchanged` when its words still are the ones whose fingerprint was kept. Null when never. */
export async function termsAsAccepted(db: Db, loginId: string, version: number) {
  const { rows } = await sql<AcceptedText>`
    select a.version, a.language, t.title, t.body, a.accepted_at, a.text_hash = sha256(convert_to(t.body, 'UTF8')) as unchanged
    from terms_acceptance a
    join terms t on t.brokerage_id = a.brokerage_id and t.version = a.version and t.language = a.language
    where a.login_id = ${loginId} and a.version = ${version}`.execute(db)
  return rows[0] ?? null
}
export interface AcceptedText {
  version: number
  language: string
  title: string
  body: string
  accepted_at: Date
  unchanged: boolean
}
