import { text } from '../../platform/forms.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { saveStep } from './changes.ts'
import type { Draft } from './drafts.ts'
import { asksForObject } from './fields.ts'
import type { Conflict } from './frame.tsx'
import { type FieldErrors, type ReportData, readStep, stepErrors } from './input.ts'
import { findObject, findObjects, mostObjects, type ObjectHit, objectOf, policiesFor, proposedPolicy } from './objects.ts'
import { eventPage } from './pages/event.tsx'
import { stepPath } from './stepper.tsx'
import { onTyped } from './typing.ts'
import { reportErrors } from './words.ts'

type Values = Record<string, unknown>

/** Step 2 as it was saved; what the address searches or chooses stands in the form instead, and is saved with it. */
export async function showEvent(visit: Visit, draft: Draft, query: Values): Promise<Reply> {
  const asked = readStep('event', draft.kind, query).typed
  const searched = Object.fromEntries(
    ['object_query', 'object', 'policy'].flatMap((name) =>
      text(120).safeParse(query[name]).data ? [[name, asked[name] ?? '']] : [],
    ),
  )
  const fresh = 'object_query' in query ? { object_query: '', object: '', policy: '' } : {}
  return page(await draw(visit, draft, { ...draft.data, ...fresh, ...searched }, [], { incomplete: query.incomplete === '1' }))
}

type Outcome = { conflict?: Conflict | null; incomplete?: boolean }

async function draw(visit: Visit, draft: Draft, values: ReportData, errors: FieldErrors, outcome: Outcome = {}) {
  const hits = asksForObject(draft.kind) ? await hitsFor(visit, draft, values) : null
  const policies = await policiesFor(visit.db, draft.kind)
  const chosen = hits?.find(({ id }) => id === values.object) ?? null
  const proposed = proposedPolicy(draft.kind, chosen, policies)
  return eventPage(visit, {
    draft,
    values,
    hits,
    policies,
    proposed,
    ...outcome,
    errors: reportErrors(visit.language, draft.kind, errors),
  })
}

// Where there are only a few objects, nobody has to search. The chosen one keeps its place, so that the focus keeps its own.
async function hitsFor(visit: Visit, draft: Draft, values: ReportData): Promise<ObjectHit[] | null> {
  const query = values.object_query ?? ''
  const found = await findObjects(visit.db, draft.kind, query)
  const few = query !== '' || (found.length > 0 && found.length <= mostObjects) ? found : null
  if (!values.object || few?.slice(0, mostObjects).some(({ id }) => id === values.object)) return few
  const chosen = await findObject(visit.db, draft.kind, values.object)
  return chosen ? [chosen, ...(few ?? [])] : few
}

/** Keeps step 2: searches the object, saves for later, or goes on when nothing is missing. What was typed is kept in any case. */
export function eventReply(visit: Visit, params: Record<string, string>, body: Values): Promise<Reply> {
  return onTyped(visit, params, 'event', body, async (draft, { typed, errors, conflict }) => {
    if (conflict) return page(await draw(visit, draft, { ...draft.data, ...typed }, [], { conflict }), 409)
    const errorsOfChoice = await settleObject(visit, draft, typed, Boolean(body.find))
    const all = errors.length > 0 ? errors : [...stepErrors('event', draft.kind, typed), ...errorsOfChoice]
    const stays = body.find || body.later || all.length > 0
    const saved = await saveStep(visit, draft, typed, stays ? 'event' : 'people')
    if (body.find) return redirect(`${href(visit, stepPath(draft.id, 'event'))}#objects`)
    if (body.later) return redirect(href(visit, '/claims/new?done=saved'))
    if (all.length > 0) return page(await draw(visit, saved, saved.data, all), 422)
    return redirect(href(visit, stepPath(draft.id, 'people')))
  })
}

// One match is the one that was meant; of several one has to be chosen. What the person does not see (any more) falls away.
async function settleObject(visit: Visit, draft: Draft, typed: ReportData, searched: boolean): Promise<FieldErrors> {
  const errors: FieldErrors = []
  if (asksForObject(draft.kind)) {
    const newQuery = typed.object_query !== (draft.data.object_query ?? '')
    let object = (await objectOf(visit.db, draft.kind, typed)).hit
    if (object && newQuery && searched) object = null
    if (!object && typed.object_query && newQuery) {
      const hits = await findObjects(visit.db, draft.kind, typed.object_query)
      if (hits.length === 1) object = hits[0]!
      else if (hits.length > 1) errors.push({ field: 'object', code: 'object' })
    }
    typed.object = object?.id ?? ''
  }
  const chosen = typed.policy && typed.policy !== 'open' ? typed.policy : null
  if (chosen && !(await policiesFor(visit.db, draft.kind)).some(({ id }) => id === chosen)) {
    errors.push({ field: 'policy', code: 'policy' })
    typed.policy = ''
  }
  return errors
}
