import { notFound, Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, redirect, signedIn } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayUpload } from '../documents/upload.ts'
import { uploadErrors } from '../documents/upload-form.tsx'
import { reporter, reports } from './access.ts'
import { addFiles, beginDraft, changeKind, discardDraft, mostFiles, removeFile, saveStep } from './changes.ts'
import { check, checkReply } from './check.ts'
import { eventReply, showEvent } from './event.ts'
import { readStep, stepErrors } from './input.ts'
import { isKind } from './kinds.ts'
import { filesPage } from './pages/files.tsx'
import { peoplePage } from './pages/people.tsx'
import { reportPage } from './pages/report.tsx'
import { startPage } from './pages/start.tsx'
import { reportPhrases } from './phrases.ts'
import { type Draft, draftFiles, findDraft, kindOffers, openDrafts, reportedClaim } from './queries.ts'
import { stepPath } from './stepper.tsx'
import { reportErrors } from './words.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown>; upload?: Upload }

export const routes = [
  get('/claims/new', signedIn, startReply),
  post('/claims/new', signedIn, beginReply),
  get('/claims/new/:id', signedIn, kindReply),
  post('/claims/new/:id', signedIn, (visit, { params, body }) =>
    onDraft(visit, params, async (draft) => {
      const kind = await openKind(visit, body.kind)
      await changeKind(visit, draft, kind)
      return redirect(href(visit, stepPath(draft.id, 'event')))
    }),
  ),
  get('/claims/new/:id/event', signedIn, (visit, { params }) => onDraft(visit, params, (draft) => showEvent(visit, draft))),
  post('/claims/new/:id/event', signedIn, (visit, { params, body }) =>
    onDraft(visit, params, (draft) => eventReply(visit, draft, body)),
  ),
  get('/claims/new/:id/people', signedIn, (visit, { params }) =>
    onDraft(visit, params, async (draft) => page(peoplePage(visit, { draft, values: draft.data, errors: {} }))),
  ),
  post('/claims/new/:id/people', signedIn, (visit, { params, body }) =>
    onDraft(visit, params, (draft) => peopleReply(visit, draft, body)),
  ),
  get('/claims/new/:id/files', signedIn, (visit, { params }) =>
    onDraft(visit, params, async (draft) =>
      page(filesPage(visit, { draft, files: await draftFiles(visit.db, draft.id), errors: [] })),
    ),
  ),
  post(
    '/claims/new/:id/files',
    signedIn,
    (visit, { params, body, upload }) => onDraft(visit, params, (draft) => filesReply(visit, draft, body, upload)),
    {
      upload: {
        before: async (visit, { params }) => {
          await mayUpload(visit)
          await existing(visit, params)
        },
      },
    },
  ),
  post('/claims/new/:id/files/:file/removal', signedIn, (visit, { params }) =>
    onDraft(visit, params, async (draft) => {
      if (!uuid.safeParse(params.file).success) throw notFound()
      await removeFile(visit, draft, params.file!)
      return redirect(href(visit, stepPath(draft.id, 'files')))
    }),
  ),
  get('/claims/new/:id/check', signedIn, (visit, { params }) =>
    onDraft(visit, params, async (draft) => page(await check(visit, draft))),
  ),
  post('/claims/new/:id/check', signedIn, (visit, { params, body }) =>
    onDraft(visit, params, (draft) => checkReply(visit, draft, body)),
  ),
  get('/claims/new/:id/done', signedIn, async (visit, { params }) => {
    const draft = await existing(visit, params)
    if (!draft.claim_id) return redirect(href(visit, stepPath(draft.id, draft.step)))
    return page(reportPage(visit, await reportedClaim(visit.db, draft.claim_id), { sent: true }))
  }),
  post('/claims/new/:id/discard', signedIn, async (visit, { params }) => {
    const draft = await existing(visit, params)
    if (draft.submitted_at) throw notFound()
    await discardDraft(visit, draft)
    return redirect(href(visit, '/claims/new?done=discarded'))
  }),
  get('/claims/:id/report', signedIn, async (visit, { params, query }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const done = query.done === 'files' ? reportPhrases(visit.language).done_files : null
    return page(reportPage(visit, await reportedClaim(visit.db, params.id!), { sent: false, done }))
  }),
]

async function startReply(visit: Visit, { query }: Request): Promise<Reply> {
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
      done,
      closed: query.done === 'closed',
    }),
  )
}

async function beginReply(visit: Visit, { body }: Request): Promise<Reply> {
  reporter(visit.actor)
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  const kind = await openKind(visit, body.kind)
  const policy = uuid.safeParse(body.policy).data
  await beginDraft(visit, id.data, kind, policy ? { policy } : {})
  return redirect(href(visit, stepPath(id.data, 'event')))
}

// A kind that the page offers; anything else did not come from it.
async function openKind(visit: Visit, value: unknown) {
  if (!isKind(value)) throw new Refusal(400)
  if (!(await isOpen(visit, value))) throw new Refusal(403)
  return value
}

async function isOpen(visit: Visit, kind: string): Promise<boolean> {
  return (await kindOffers(visit.db)).some((offer) => offer.kind === kind && offer.open)
}

async function kindReply(visit: Visit, { params }: Request): Promise<Reply> {
  const draft = await existing(visit, params)
  if (draft.submitted_at) return redirect(href(visit, `/claims/new/${draft.id}/done`))
  return page(startPage(visit, { id: draft.id, draft, offers: await kindOffers(visit.db), drafts: [] }))
}

async function existing(visit: Visit, params: Record<string, string>): Promise<Draft> {
  // People at the brokerage have no drafts: for them there is none.
  const draft = reports(visit.actor) && uuid.safeParse(params.id).success ? await findDraft(visit.db, params.id!) : null
  if (!draft) throw notFound()
  return draft
}

// A report that was sent leads to its number; one whose kind the person may not report any more leads back to the choice.
async function onDraft(visit: Visit, params: Record<string, string>, work: (draft: Draft) => Promise<Reply>): Promise<Reply> {
  const draft = await existing(visit, params)
  if (draft.submitted_at) return redirect(href(visit, `/claims/new/${draft.id}/done`))
  if (!(await isOpen(visit, draft.kind)) && visit.address.split('?')[0] !== stepPath(draft.id, 'kind'))
    return redirect(href(visit, '/claims/new?done=closed'))
  return work(draft)
}

async function peopleReply(visit: Visit, draft: Draft, body: Record<string, unknown>): Promise<Reply> {
  const { typed, errors } = readStep('people', draft.kind, body)
  const all = errors.length > 0 ? errors : stepErrors('people', draft.kind, typed)
  if (body.later) {
    await saveStep(visit, draft, typed, 'people')
    return redirect(href(visit, '/claims/new?done=saved'))
  }
  await saveStep(visit, draft, typed, all.length > 0 ? 'people' : 'files')
  if (all.length === 0) return redirect(href(visit, stepPath(draft.id, 'files')))
  return page(peoplePage(visit, { draft, values: typed, errors: reportErrors(visit.language, all) }), 422)
}

async function filesReply(visit: Visit, draft: Draft, body: Record<string, unknown>, upload?: Upload): Promise<Reply> {
  const errors = uploadErrors(visit, upload)
  const there = await draftFiles(visit.db, draft.id)
  const files = upload && !upload.tooMuch ? upload.files : []
  if (there.length + files.length > mostFiles) errors.push(reportPhrases(visit.language).files_too_many)
  // What is right stays, also where another file is refused.
  else await addFiles(visit, draft, files)
  if (errors.length > 0) {
    const state = { draft, files: await draftFiles(visit.db, draft.id), errors }
    return page(filesPage(visit, state), upload?.tooMuch ? 413 : 422)
  }
  if (body.go === 'stay') return redirect(href(visit, stepPath(draft.id, 'files')))
  await saveStep(visit, draft, {}, body.go === 'later' ? 'files' : 'check')
  return redirect(href(visit, body.go === 'later' ? '/claims/new?done=saved' : stepPath(draft.id, 'check')))
}
