import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

/** What the broker's people keep of a claim besides its state; throws NotFound where it does not exist for the actor. */
export async function handlingOf(db: Db, claimId: string) {
  const row = await db
    .selectFrom('claim')
    .select(['version', 'insurer_contact', 'insurer_phone', 'insurer_email', 'reserve', 'paid'])
    .where('id', '=', claimId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
export type Handling = Awaited<ReturnType<typeof handlingOf>>

/** What was paid for a claim, the latest first. */
export async function paymentsOf(db: Db, claimId: string) {
  return db
    .selectFrom('claim_payment')
    .select(['id', 'kind', 'paid_on', 'amount', 'payee', 'author_name'])
    .where('claim_id', '=', claimId)
    .orderBy('paid_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
export type Payment = Awaited<ReturnType<typeof paymentsOf>>[number]
