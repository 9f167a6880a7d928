import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { saveStep } from './changes.ts'
import { type FieldErrors, type ReportData, readStep, stepErrors } from './input.ts'
import { eventPage } from './pages/event.tsx'
import { type Draft, findObject, findObjects, type ObjectHit, policiesFor } from './queries.ts'
import { stepPath } from './stepper.tsx'
import { reportErrors } from './words.ts'

/** Step 2 as it was saved. */
export async function showEvent(visit: Visit, draft: Draft): Promise<Reply> {
  return page(await draw(visit, draft, draft.data, []))
}

async function draw(visit: Visit, draft: Draft, values: ReportData, errors: FieldErrors) {
  const hits = await hitsFor(visit, draft, values)
  const policies = await policiesFor(visit.db, draft.kind)
  return eventPage(visit, { draft, values, hits, policies, errors: reportErrors(visit.language, errors) })
}

async function hitsFor(visit: Visit, draft: Draft, values: ReportData): Promise<ObjectHit[] | null> {
  const chosen = values.object ? await findObject(visit.db, draft.kind, values.object) : null
  const found = values.object_query ? await findObjects(visit.db, draft.kind, values.object_query) : null
  if (!chosen) return found
  return [chosen, ...(found ?? []).filter(({ id }) => id !== chosen.id)]
}

/** Keeps step 2: searches the object, saves for later, or goes on when nothing is missing. What was typed is kept in any case. */
export async function eventReply(visit: Visit, draft: Draft, body: Record<string, unknown>): Promise<Reply> {
  const { typed, errors } = readStep('event', draft.kind, body)
  const errorsOfChoice = await settleObject(visit, draft, typed, Boolean(body.find))
  const all = errors.length > 0 ? errors : [...stepErrors('event', draft.kind, typed), ...errorsOfChoice]
  const stays = body.find || body.later || all.length > 0
  await saveStep(visit, draft, typed, stays ? 'event' : 'people')
  if (body.find) return redirect(`${href(visit, stepPath(draft.id, 'event'))}#objects`)
  if (body.later) return redirect(href(visit, '/claims/new?done=saved'))
  if (all.length > 0) return page(await draw(visit, draft, { ...draft.data, ...typed }, all), 422)
  return redirect(href(visit, stepPath(draft.id, 'people')))
}

// One match is the one that was meant. Its policy is proposed once, when the object is new: whoever opens it again keeps it open.
async function settleObject(visit: Visit, draft: Draft, typed: ReportData, searched: boolean): Promise<FieldErrors> {
  const errors: FieldErrors = []
  const newQuery = typed.object_query !== (draft.data.object_query ?? '')
  let object = typed.object ? await findObject(visit.db, draft.kind, typed.object) : null
  if (typed.object && newQuery && searched) object = null
  if (!object && typed.object_query && newQuery) {
    const hits = await findObjects(visit.db, draft.kind, typed.object_query)
    if (hits.length === 1) object = hits[0]!
    else if (hits.length > 1) errors.push({ field: 'object', code: 'object' })
  }
  typed.object = object?.id ?? ''
  if (object && object.id !== draft.data.object && (typed.policy === 'open' || !typed.policy)) typed.policy = object.policy_id
  const policies = typed.policy && typed.policy !== 'open' ? await policiesFor(visit.db, draft.kind) : null
  if (policies && !policies.some(({ id }) => id === typed.policy)) {
    // Not to be seen (any more): a policy that was proposed falls away, one that was chosen is asked for again.
    if (object?.policy_id !== typed.policy) errors.push({ field: 'policy', code: 'policy' })
    typed.policy = 'open'
  }
  return errors
}
