import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/phrases.ts'
import { tokenHash } from '../../platform/secrets.ts'

export interface Invited {
  tokenId: string
  accountId: string
  companyId: string
  companyName: string
  loginId: string
  email: string
  language: Language
  firstName: string
  lastName: string
  temporaryPasswordHash: string
  /** The login has a password already, from another company: it stays. */
  hasPassword: boolean
}

/** What has become of an activation link. `exhausted`: the temporary password was wrong too often. */
export type LinkState = 'good' | 'used' | 'expired' | 'exhausted' | 'revoked' | 'unknown'

export const mostTries = 5

type Row = Invited & { used: boolean; revoked: boolean; expired: boolean; attempts: number; accountState: string }

/** The invitation behind a link and what has become of it; finding it changes nothing (I4). */
export async function findInvitation(
  db: Db,
  brokerageId: string,
  token: string,
): Promise<{ state: LinkState; invited: Invited | null }> {
  const { rows } = await sql<Row>`
    select t.id as "tokenId", t.account_id as "accountId", a.company_id as "companyId", f.name as "companyName", l.id as "loginId",
      l.email, l.language, c.first_name as "firstName", c.last_name as "lastName",
      t.temporary_password_hash as "temporaryPasswordHash", s.login_id is not null as "hasPassword",
      t.used_at is not null as used, t.revoked_at is not null as revoked, t.expires_at <= now() as expired, t.attempts,
      a.state as "accountState"
    from activation_token t
    join portal_account a on a.brokerage_id = t.brokerage_id and a.id = t.account_id
    join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id
    join login l on l.brokerage_id = a.brokerage_id and l.id = a.login_id
    left join login_secret s on s.brokerage_id = l.brokerage_id and s.login_id = l.id
    where t.brokerage_id = ${brokerageId} and t.token_hash = ${tokenHash(token)}`.execute(db)
  const row = rows[0]
  return row ? { state: stateOf(row), invited: row } : { state: 'unknown', invited: null }
}

function stateOf(row: Row): LinkState {
  if (row.used) return 'used'
  if (row.revoked || row.accountState !== 'invited') return 'revoked'
  if (row.attempts >= mostTries) return 'exhausted'
  return row.expired ? 'expired' : 'good'
}
