import { sql } from 'kysely'
import { asOperator, type Db } from '../../platform/db.ts'
import { hashPassword } from '../../platform/password.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'
import { foundWithin } from '../operator/changes.ts'
import { openStaffLogin } from '../operator/logins.ts'
import type { SetUp } from './input.ts'

/**
 * On a portal without any brokerage: makes the one-time link for the first administrator and prints it. 60 minutes; a newer
 * one ends the older (ASVS 6.3.2, security.md A10).
 */
export async function offerSetUp(services: Services, say: (line: string) => void): Promise<void> {
  const { token, hash } = newToken()
  const offered = await asOperator(services.database.operator, async (db) => {
    if (await anyBrokerage(db)) return false
    await db.updateTable('setup_link').set({ used_at: sql`now()` }).where('used_at', 'is', null).execute()
    await db.insertInto('setup_link').values({ token_hash: hash, expires_at: sql`now() + interval '60 minutes'` }).execute()
    return true
  })
  const { config } = services
  say(`Dossier is running on port ${config.port}.`)
  if (offered) say(`Set it up within 60 minutes, once, at  ${config.scheme}://<your host name>/de-de/set-up?t=${token}`)
}

/** Whether a set-up link is still good; looking never uses it up. */
export async function isSetUpLink(services: Services, token: string): Promise<boolean> {
  return asOperator(services.database.operator, async (db) => {
    const row = await db
      .selectFrom('setup_link')
      .select('token_hash')
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst()
    return row !== undefined && !(await anyBrokerage(db))
  })
}

// Founded on the command line since the link was printed: then it has its own administrator, and the link is nobody's.
async function anyBrokerage(db: Db): Promise<boolean> {
  return (await db.selectFrom('brokerage').select('brokerage_id').limit(1).executeTakeFirst()) !== undefined
}

/**
 * Uses the link, founds the brokerage and opens the administrator's login: all or nothing, so that whatever fails leaves the
 * link as good as before. False when somebody used it before.
 */
export async function setUp(services: Services, token: string, input: SetUp): Promise<boolean> {
  const passwordHash = await hashPassword(input.password)
  return asOperator(services.database.operator, async (db) => {
    if (!(await useLink(db, token)) || (await anyBrokerage(db))) return false
    const { number, name, host, email, firstName, lastName } = input
    const { brokerageId } = await foundWithin(db, { number, name, host, senderEmail: email, email, isDefault: true })
    const administrator = { firstName, lastName, email, function: 'administrator', language: 'de' } as const
    await openStaffLogin(db, brokerageId, administrator, passwordHash)
    return true
  })
}

// Of many at the same moment the second waits here for the first, and then finds the link used.
async function useLink(db: Db, token: string): Promise<boolean> {
  const used = await db
    .updateTable('setup_link')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('token_hash')
    .executeTakeFirst()
  return used !== undefined
}
