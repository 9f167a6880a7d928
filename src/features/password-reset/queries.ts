import { sql } from 'kysely'
import { addressKey } from '../../platform/attempts.ts'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/phrases.ts'
import { tokenHash } from '../../platform/secrets.ts'

export interface Resettable {
  brokerageId: string
  host: string
  brokerageLanguage: Language
  loginId: string
  email: string
  language: Language
  firstName: string
  lastName: string
  staffId: string | null
  accountId: string | null
  companyId: string | null
  companyName: string | null
  brokerageName: string
}

const resettable = sql`
  select l.brokerage_id as "brokerageId", b.host, b.language as "brokerageLanguage", b.name as "brokerageName", l.id as "loginId",
    l.email, l.language, coalesce(m.first_name, c.first_name) as "firstName", coalesce(m.last_name, c.last_name) as "lastName",
    m.id as "staffId", case when m.id is null then a.id end as "accountId",
    case when m.id is null then a.company_id end as "companyId", f.name as "companyName"
  from login l
  join brokerage b on b.brokerage_id = l.brokerage_id
  left join staff_member m on m.brokerage_id = l.brokerage_id and m.login_id = l.id and m.state = 'active'
  left join portal_account a on a.brokerage_id = l.brokerage_id and a.login_id = l.id and a.state = 'active'
  left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  left join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id`

/** Whoever may set a new password: active members of staff and customers with an active account. Others get silence (I6). */
export async function findResettable(db: Db, brokerageId: string, email: string): Promise<Resettable | null> {
  const { rows } = await sql<Resettable>`${resettable}
    where l.brokerage_id = ${brokerageId} and l.email_key = ${addressKey(email)} and (m.id is not null or a.id is not null)
    order by a.last_sign_in_at desc nulls last limit 1`.execute(db)
  return rows[0] ?? null
}

export type LinkState = 'good' | 'used' | 'expired' | 'revoked' | 'unknown'

/** What has become of a link, and whose it is while it is good. */
export async function findReset(
  db: Db,
  brokerageId: string,
  token: string,
): Promise<{ state: LinkState; person: Resettable | null; firstPassword: boolean }> {
  const row = await db
    .selectFrom('reset_token as t')
    .leftJoin('login_secret as s', (join) =>
      join.onRef('s.brokerage_id', '=', 't.brokerage_id').onRef('s.login_id', '=', 't.login_id'),
    )
    .select(['t.login_id', 't.used_at', 't.revoked_at', 's.changed_at', sql<boolean>`t.expires_at <= now()`.as('expired')])
    .where('t.brokerage_id', '=', brokerageId)
    .where('t.token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  const state = !row ? 'unknown' : row.used_at ? 'used' : row.revoked_at ? 'revoked' : row.expired ? 'expired' : 'good'
  if (!row || state !== 'good') return { state, person: null, firstPassword: false }
  const { rows } = await sql<Resettable>`${resettable}
    where l.brokerage_id = ${brokerageId} and l.id = ${row.login_id} and (m.id is not null or a.id is not null)
    order by a.last_sign_in_at desc nulls last limit 1`.execute(db)
  return rows[0]
    ? { state, person: rows[0], firstPassword: row.changed_at === null }
    : { state: 'revoked', person: null, firstPassword: false }
}
