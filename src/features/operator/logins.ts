import type { Db } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { newId } from '../../platform/ids.ts'

/** A login for this address: the one that exists, or a new one. With a hash it gets its password, unless it has one. */
export async function openLogin(
  db: Db,
  brokerageId: string,
  { email, language }: { email: string; language: string },
  passwordHash: string | null,
): Promise<string> {
  const key = canonicalEmail(email)!
  await db
    .insertInto('login')
    .values({ brokerage_id: brokerageId, id: newId(), email, email_key: key, language })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'email_key']).doNothing())
    .execute()
  const { id } = await db
    .selectFrom('login')
    .select('id')
    .where('brokerage_id', '=', brokerageId)
    .where('email_key', '=', key)
    .executeTakeFirstOrThrow()
  if (passwordHash !== null) {
    await db
      .insertInto('login_secret')
      .values({ brokerage_id: brokerageId, login_id: id, password_hash: passwordHash })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return id
}

export interface NewStaff {
  firstName: string
  lastName: string
  email: string
  function: 'administrator' | 'account_manager' | 'assistant' | 'auditor'
  language: string
}

/**
 * Gives a member of staff a login, without a password where the hash is null; makes the member when no import has brought one.
 * Returns the login's id.
 */
export async function openStaffLogin(
  db: Db,
  brokerageId: string,
  member: NewStaff,
  passwordHash: string | null,
): Promise<string> {
  const loginId = await openLogin(db, brokerageId, member, passwordHash)
  const given = { login_id: loginId, first_name: member.firstName, last_name: member.lastName, function: member.function }
  await db
    .insertInto('staff_member')
    .values({ ...given, brokerage_id: brokerageId, email: member.email, email_key: canonicalEmail(member.email)! })
    .onConflict((conflict) => conflict.columns(['brokerage_id', 'email_key']).doUpdateSet(given))
    .execute()
  return loginId
}
