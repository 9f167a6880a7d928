import { allOf } from '../../platform/all-of.ts'
import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { movesClaims } from '../claims/access.ts'
import { type Claim, claimById } from '../claims/queries.ts'
import { addPayment, saveHandling } from './changes.ts'
import { handlingFields, newHandling, newPayment, paymentFields } from './input.ts'
import { type WorkForm, workPage } from './pages/work.tsx'
import { claimWorkPhrases } from './phrases.ts'
import { handlingOf, paymentsOf } from './queries.ts'

type Values = Record<string, unknown>

async function existing(visit: Visit, id: string | undefined): Promise<Claim> {
  if (!uuid.safeParse(id).success) throw notFound()
  const claim = await claimById(visit.db, id!)
  if (!movesClaims(visit.actor)) throw forbidden()
  return claim
}

/** Who handles it at the insurer, the reserve, the payments. */
export async function showWork(visit: Visit, id: string | undefined, query: Values): Promise<Reply> {
  const t = claimWorkPhrases(visit.language)
  return draw(visit, await existing(visit, id), { done: query.done === 'saved' ? t.saved : null })
}

async function draw(visit: Visit, claim: Claim, back: Partial<WorkForm>, status = 200): Promise<Reply> {
  const [handling, payments] = await allOf([handlingOf(visit.db, claim.id), paymentsOf(visit.db, claim.id)])
  const { insurer_contact, insurer_phone, insurer_email, reserve } = handling
  const values = {
    ...{ insurer_contact: insurer_contact ?? '', insurer_phone: insurer_phone ?? '' },
    ...{ insurer_email: insurer_email ?? '', reserve: reserve ?? '', kind: 'payment' },
  }
  const form: WorkForm = { id: newId(), handling, payments, values, errors: {}, conflict: false, done: null, ...back }
  return page(workPage(visit, claim, { ...form, values: { ...values, ...back.values } }), status)
}

/** Saves the one form of the page or the other, or shows it again. */
export async function workReply(
  visit: Visit,
  id: string | undefined,
  body: Values,
  what: 'handling' | 'payment',
): Promise<Reply> {
  const claim = await existing(visit, id)
  const input = what === 'handling' ? readInput(newHandling, body) : readInput(newPayment, body)
  const values = typed(body, what === 'handling' ? handlingFields : paymentFields)
  if (!input.ok) {
    if (input.errors.some(({ field }) => field === 'version' || field === '_id')) throw new Refusal(400)
    const t = claimWorkPhrases(visit.language)
    const known: Record<string, string> = { amount: t.error_amount, day: t.error_day, email: t.error_email }
    const errors = Object.fromEntries(input.errors.map(({ field, code }) => [field, known[code] ?? t.error_text]))
    return draw(visit, claim, { values, errors }, 422)
  }
  const saved =
    'amount' in input.value ? await addPayment(visit, claim, input.value) : await saveHandling(visit, claim, input.value)
  if (saved) return redirect(href(visit, `/claims/${claim.id}/work?done=saved`))
  return draw(visit, claim, { values, conflict: true }, 409)
}
