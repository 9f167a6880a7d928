import { sql } from 'kysely'
import type { OtherCompany } from './actor.ts'
import type { Db } from './db.ts'

/** The other companies of a person who has accounts at several, each with what is unread there (as the account there sees it). */
export async function otherCompanies(db: Db): Promise<OtherCompany[]> {
  const { rows } = await sql<OtherCompany>`
    select account_id as "accountId", company_name as "companyName", unread from access.elsewhere()`.execute(db)
  return rows
}

/**
 * The other account of the same person for which something with this id exists. Null where none of them sees it: hidden and
 * missing are the same answer.
 */
export async function seenElsewhere(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ account: string | null }>`select access.seen_elsewhere(${id}::uuid) as account`.execute(db)
  return rows[0]!.account
}
