import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { movesClaims } from '../claims/access.ts'
import type { Claim } from '../claims/queries.ts'
import type { NewHandling, NewPayment } from './input.ts'

const changed = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` }

/** Keeps who handles the claim at the insurer, and the reserve. False where somebody changed the claim since the form was opened. */
export async function saveHandling(visit: Visit, claim: Claim, { version, ...values }: NewHandling): Promise<boolean> {
  if (!movesClaims(visit.actor)) throw forbidden()
  const saved = await visit.db
    .updateTable('claim')
    .set({
      insurer_contact: values.insurer_contact || null,
      insurer_phone: values.insurer_phone || null,
      insurer_email: values.insurer_email || null,
      reserve: values.reserve || null,
      ...changed,
    })
    .where('id', '=', claim.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return false
  // Whoever sees the claim can read what happened to it: the reserve is not for all of them.
  await note(visit, claim, 'claim.handled')
  return true
}

/** Notes a payment, and adds it to what was paid in all. Sent again it changes nothing and is true. */
export async function addPayment(visit: Visit, claim: Claim, { _id: id, version, ...payment }: NewPayment): Promise<boolean> {
  const { actor, db, brokerage } = visit
  if (!movesClaims(actor)) throw forbidden()
  const known = await db.selectFrom('claim_payment').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return true
  const sum =
    payment.kind === 'payment'
      ? sql<string>`coalesce(paid, 0) + ${payment.amount}`
      : sql<string>`coalesce(paid, 0) - ${payment.amount}`
  const added = await db
    .updateTable('claim')
    .set({ paid: sum, ...changed })
    .where('id', '=', claim.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  const values = { ...payment, payee: payment.payee || null, author_name: actorName(actor).slice(0, 200) }
  await db
    .insertInto('claim_payment')
    .values({ brokerage_id: brokerage.id, id, claim_id: claim.id, ...values })
    .execute()
  await note(visit, claim, 'claim.paid')
  return true
}

function note(visit: Visit, claim: Claim, verb: `claim.${string}`) {
  const happening = { verb, subjectKind: 'claim', subjectId: claim.id, companyId: claim.company_id }
  return recordEvent(visit.db, visit.brokerage, visit.actor, happening)
}
