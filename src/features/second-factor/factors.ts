import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { seal } from '../../platform/secrets.ts'
import type { Services } from '../../platform/visit.ts'

// For the gate: what somebody has besides the password, and its secrets.

/** The authenticator app and the passkeys of a login, the oldest first; also readable by the web process, without secrets. */
export async function factorsOf(db: Db, loginId: string) {
  return db
    .selectFrom('second_factor')
    .select(['id', 'kind', 'name', 'created_at', 'last_used_at'])
    .where('login_id', '=', loginId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
export type Factor = Awaited<ReturnType<typeof factorsOf>>[number]

/** Whether the roles of an account, or a place at the brokerage, ask for a second factor now. */
export async function needsSecondFactor(db: Db, accountId: string | null, staffId: string | null): Promise<boolean> {
  const { rows } = await sql<{ needed: boolean }>`
    select access.needs_second_factor(${accountId}::uuid, ${staffId}::uuid) as needed`.execute(db)
  return rows[0]!.needed
}

interface NewApp {
  id: string
  loginId: string
  name: string
  secret: string
  /** The step of the code that proved it. */
  step: number
}

/** Keeps a proven authenticator app in place of the former one. False when it is kept already: the form was sent twice. */
export async function keepApp(db: Db, services: Pick<Services, 'keys'>, brokerageId: string, app: NewApp): Promise<boolean> {
  const known = await db
    .selectFrom('second_factor')
    .select('id')
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', app.id)
    .executeTakeFirst()
  if (known) return false
  const { rows } = await sql<{ id: string }>`select id from second_factor
    where brokerage_id = ${brokerageId} and login_id = ${app.loginId} and kind = 'app' and removed_at is null for update`.execute(
    db,
  )
  for (const { id } of rows) await wipe(db, brokerageId, id)
  await db
    .insertInto('second_factor')
    .values({ brokerage_id: brokerageId, id: app.id, login_id: app.loginId, kind: 'app', name: app.name })
    .execute()
  const sealed = seal(services.keys.factor, app.secret)
  await db
    .insertInto('totp_secret')
    .values({ brokerage_id: brokerageId, factor_id: app.id, sealed, last_step: app.step })
    .execute()
  return true
}

/** Takes a factor away and wipes its secret. False when it was gone already. */
export async function wipe(db: Db, brokerageId: string, factorId: string): Promise<boolean> {
  const removed = await db
    .updateTable('second_factor')
    .set({ removed_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', factorId)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await db
    .updateTable('totp_secret')
    .set({ sealed: '' })
    .where('brokerage_id', '=', brokerageId)
    .where('factor_id', '=', factorId)
    .execute()
  return removed !== undefined
}

/** The factor was used now. */
export async function noteFactorUse(db: Db, brokerageId: string, factorId: string): Promise<void> {
  await db
    .updateTable('second_factor')
    .set({ last_used_at: sql`now()` })
    .where('brokerage_id', '=', brokerageId)
    .where('id', '=', factorId)
    .execute()
}
