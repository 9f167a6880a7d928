import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { movesClaims } from './access.ts'
import { setClaimState } from './changes.ts'
import { statePage } from './pages/state.tsx'
import { progressPhrases } from './progress-phrases.ts'
import { type Claim, claimById } from './queries.ts'
import { newClaimState } from './state-input.ts'

async function claimToMove(visit: Visit, id: string | undefined): Promise<Claim> {
  if (!uuid.safeParse(id).success) throw notFound()
  const claim = await claimById(visit.db, id!)
  if (!movesClaims(visit.actor)) throw forbidden()
  return claim
}

/** The form with which the broker's people say how far a claim is. */
export async function showState(visit: Visit, id: string | undefined): Promise<Reply> {
  const claim = await claimToMove(visit, id)
  const values = { state: claim.state, insurer_number: claim.insurer_number ?? '', question: '' }
  return page(statePage(visit, claim, { id: newId(), values, errors: {}, conflict: false }))
}

/** Saves it, or shows the form again. */
export async function stateReply(visit: Visit, id: string | undefined, body: Record<string, unknown>): Promise<Reply> {
  const claim = await claimToMove(visit, id)
  const input = readInput(newClaimState, body)
  const t = progressPhrases(visit.language)
  const formId = uuid.safeParse(body._id)
  if (!formId.success) throw new Refusal(400)
  const form = { id: formId.data, values: typed(body, ['state', 'insurer_number', 'question']), errors: {}, conflict: false }
  if (!input.ok) {
    const sentence = ({ field, code }: { field: string; code: string }) =>
      field === 'state' ? t.error_state : field === 'question' && code === 'required' ? t.error_question : t.error_text
    if (input.errors.some(({ field }) => field === 'version')) throw new Refusal(400)
    const errors = Object.fromEntries(input.errors.map((error) => [error.field, sentence(error)]))
    return page(statePage(visit, claim, { ...form, errors }), 422)
  }
  if (await setClaimState(visit, claim, input.value)) return redirect(href(visit, `/claims/${claim.id}?done=state`))
  return page(statePage(visit, await claimById(visit.db, claim.id), { ...form, conflict: true }), 409)
}
