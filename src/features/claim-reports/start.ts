import { Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { userManagerNames } from '../../records/whom.ts'
import { reporter } from './access.ts'
import { beginDraft } from './changes.ts'
import { type Draft, openDrafts } from './drafts.ts'
import { isKind } from './kinds.ts'
import { isOpen, kindOffers } from './offers.ts'
import { startPage } from './pages/start.tsx'
import { reportPhrases } from './phrases.ts'
import { stepPath } from './stepper.tsx'

/** Step 1 of a new report; what was begun before stands below. */
export async function startReply(visit: Visit, query: Record<string, unknown>): Promise<Reply> {
  reporter(visit.actor)
  const t = reportPhrases(visit.language)
  const results: Record<string, string> = { saved: t.done_saved, discarded: t.done_discarded }
  const done = typeof query.done === 'string' && Object.hasOwn(results, query.done) ? results[query.done]! : null
  const policy = uuid.safeParse(query.policy).data
  return page(
    startPage(visit, {
      id: newId(),
      draft: null,
      ...(policy && { policy }),
      offers: await kindOffers(visit.db),
      drafts: await openDrafts(visit.db),
      userManagers: await userManagerNames(visit.db),
      done,
      closed: query.done === 'closed',
    }),
  )
}

/** Step 1 of a draft, to choose its kind anew. */
export async function kindReply(visit: Visit, draft: Draft): Promise<Reply> {
  reporter(visit.actor)
  const userManagers = await userManagerNames(visit.db)
  return page(startPage(visit, { id: draft.id, draft, offers: await kindOffers(visit.db), drafts: [], userManagers }))
}

/** Begins a draft with the kind that was chosen. */
export async function beginReply(visit: Visit, body: Record<string, unknown>): Promise<Reply> {
  reporter(visit.actor)
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  const kind = await openKind(visit, body.kind)
  const policy = uuid.safeParse(body.policy).data
  await beginDraft(visit, id.data, kind, policy ? { policy } : {})
  return redirect(href(visit, stepPath(id.data, 'event')))
}

/** A kind that the page offers; anything else did not come from it. */
export async function openKind(visit: Visit, value: unknown) {
  if (!isKind(value)) throw new Refusal(400)
  if (!(await isOpen(visit.db, value))) throw new Refusal(403)
  return value
}
