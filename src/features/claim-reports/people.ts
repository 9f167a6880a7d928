import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { saveStep } from './changes.ts'
import { stepErrors } from './input.ts'
import { peoplePage } from './pages/people.tsx'
import { stepPath } from './stepper.tsx'
import { onTyped } from './typing.ts'
import { reportErrors } from './words.ts'

/** Keeps step 3; goes on when nothing is missing. */
export function peopleReply(visit: Visit, params: Record<string, string>, body: Record<string, unknown>): Promise<Reply> {
  return onTyped(visit, params, 'people', body, async (draft, { typed, errors, conflict }) => {
    const values = { ...draft.data, ...typed }
    if (conflict) return page(peoplePage(visit, { draft, values, errors: {}, conflict }), 409)
    const all = errors.length > 0 ? errors : stepErrors('people', draft.kind, typed)
    const saved = await saveStep(visit, draft, typed, body.later || all.length > 0 ? 'people' : 'files')
    if (body.later) return redirect(href(visit, '/claims/new?done=saved'))
    if (all.length === 0) return redirect(href(visit, stepPath(draft.id, 'files')))
    return page(peoplePage(visit, { draft: saved, values, errors: reportErrors(visit.language, draft.kind, all) }), 422)
  })
}
