import { type RawBuilder, sql } from 'kysely'
import { addressKey } from '../../platform/attempts.ts'
import type { Db } from '../../platform/db.ts'

export interface SignInAccount {
  loginId: string
  email: string
  language: string
  passwordHash: string
  firstName: string
  lastName: string
  staffId: string | null
  accountId: string | null
  companyId: string | null
  /** False until somebody has signed in with this address for the first time. */
  signedInBefore: boolean
}

/**
 * Who may sign in with an address: an active member of staff, or the most recently used of its active portal accounts. Null
 * for an unknown address as for one that is invited or suspended: neither has a password that counts.
 */
export function findSignInAccount(db: Db, email: string): Promise<SignInAccount | null> {
  return accountWhere(db, sql`l.email_key = ${addressKey(email)}`)
}

/** The same of a login whose password or passkey was right; null when it was suspended since. */
export function signInAccountOf(db: Db, loginId: string): Promise<SignInAccount | null> {
  return accountWhere(db, sql`l.id = ${loginId}`)
}

async function accountWhere(db: Db, which: RawBuilder<unknown>): Promise<SignInAccount | null> {
  const { rows } = await sql<SignInAccount>`
    select l.id as "loginId", l.email, l.language, s.password_hash as "passwordHash",
      coalesce(m.first_name, c.first_name) as "firstName", coalesce(m.last_name, c.last_name) as "lastName",
      m.id as "staffId", case when m.id is null then a.id end as "accountId", case when m.id is null then a.company_id end as "companyId",
      exists (select from session x where x.brokerage_id = l.brokerage_id and x.login_id = l.id) as "signedInBefore"
    from login l
    join login_secret s on s.brokerage_id = l.brokerage_id and s.login_id = l.id
    left join staff_member m on m.brokerage_id = l.brokerage_id and m.login_id = l.id and m.state = 'active'
    left join portal_account a on a.brokerage_id = l.brokerage_id and a.login_id = l.id and a.state = 'active'
    left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    where ${which} and (m.id is not null or a.id is not null)
    order by a.last_sign_in_at desc nulls last, a.activated_at desc, a.id limit 1`.execute(db)
  return rows[0] ?? null
}
