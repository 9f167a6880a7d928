import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { reports } from './access.ts'
import { type Draft, findDraft, lockDraft } from './drafts.ts'
import { isOpen } from './offers.ts'
import { stepPath } from './stepper.tsx'

/** The person's own report, sent or not; throws NotFound. People at the brokerage have no drafts: for them there is none. */
export async function existing(visit: Visit, params: Record<string, string>, find = findDraft): Promise<Draft> {
  const draft = reports(visit.actor) && uuid.safeParse(params.id).success ? await find(visit.db, params.id!) : null
  if (!draft) throw notFound()
  return draft
}

/** Where a report that was sent is told of. */
export function toDone(visit: Visit, draft: Draft): Reply {
  return redirect(href(visit, `/claims/new/${draft.id}/done`))
}

/** Whether the person still may report this kind; where not, the way back to the choice. */
export async function refusedKind(visit: Visit, draft: Draft): Promise<Reply | null> {
  return (await isOpen(visit.db, draft.kind)) ? null : redirect(href(visit, '/claims/new?done=closed'))
}

type Params = Record<string, string>

/** A page of a draft. One that was sent leads to its number. */
export async function readDraft(visit: Visit, params: Params, work: (draft: Draft) => Promise<Reply>): Promise<Reply> {
  const draft = await existing(visit, params)
  if (draft.submitted_at) return toDone(visit, draft)
  return (await refusedKind(visit, draft)) ?? work(draft)
}

/** A change of a draft: nobody else, in no other tab, changes it at the same time. */
export async function changeDraft(visit: Visit, params: Params, work: (draft: Draft) => Promise<Reply>): Promise<Reply> {
  const draft = await existing(visit, params, lockDraft)
  if (draft.submitted_at) return toDone(visit, draft)
  const choosesAnew = visit.address.split('?')[0] === stepPath(draft.id, 'kind')
  return (choosesAnew ? null : await refusedKind(visit, draft)) ?? work(draft)
}
