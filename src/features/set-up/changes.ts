import { sql } from 'kysely'
import { asBrokerage, asOperator } from '../../platform/db.ts'
import { hashPassword } from '../../platform/password.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'
import { openStaffLogin } from '../demo/seed.ts'
import { foundBrokerage } from '../operator/changes.ts'
import type { SetUp } from './input.ts'

/**
 * On a portal without any brokerage: makes the one-time link for the first administrator and prints it. 60 minutes; a newer
 * one ends the older (ASVS 6.3.2, security.md A10).
 */
export async function offerSetUp(services: Services, say: (line: string) => void): Promise<void> {
  const { token, hash } = newToken()
  const offered = await asOperator(services.database.operator, async (db) => {
    if (await db.selectFrom('brokerage').select('brokerage_id').limit(1).executeTakeFirst()) return false
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
    return row !== undefined
  })
}

/** Uses the link, founds the brokerage and opens the administrator's login. False when somebody used the link before. */
export async function setUp(services: Services, token: string, input: SetUp): Promise<boolean> {
  const passwordHash = await hashPassword(input.password)
  const { operator } = services.database
  const used = await asOperator(operator, (db) =>
    db
      .updateTable('setup_link')
      .set({ used_at: sql`now()` })
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning('token_hash')
      .executeTakeFirst(),
  )
  if (!used) return false
  const { number, name, host, email } = input
  const { brokerageId } = await foundBrokerage(operator, { number, name, host, senderEmail: email, email, isDefault: true })
  await asBrokerage(operator, brokerageId, (db) =>
    openStaffLogin(db, brokerageId, { email, function: 'administrator' }, passwordHash),
  )
  return true
}
