import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, redirect, signedIn } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { mayUpload } from '../documents/upload.ts'
import { changeKind, discardDraft } from './changes.ts'
import { checkReply, showCheck } from './check.ts'
import { confirmationReply } from './confirmation.ts'
import { changeDraft, existing, readDraft, toDone } from './draft-reply.ts'
import { eventReply, showEvent } from './event.ts'
import { filesReply, pictureReply, removalReply, showFiles } from './files.ts'
import { peoplePage } from './pages/people.tsx'
import { reportPage } from './pages/report.tsx'
import { peopleReply } from './people.ts'
import { reportPhrases } from './phrases.ts'
import { reportedClaim } from './report-queries.ts'
import { beginReply, kindReply, openKind, startReply } from './start.ts'
import { stepPath } from './stepper.tsx'

export const routes = [
  get('/claims/new', signedIn, (visit, { query }) => startReply(visit, query)),
  post('/claims/new', signedIn, (visit, { body }) => beginReply(visit, body)),

  get('/claims/new/:id', signedIn, async (visit, { params }) => {
    const draft = await existing(visit, params)
    return draft.submitted_at ? toDone(visit, draft) : kindReply(visit, draft)
  }),
  post('/claims/new/:id', signedIn, (visit, { params, body }) =>
    changeDraft(visit, params, async (draft) => {
      await changeKind(visit, draft, await openKind(visit, body.kind))
      return redirect(href(visit, stepPath(draft.id, 'event')))
    }),
  ),

  get('/claims/new/:id/event', signedIn, (visit, { params, query }) =>
    readDraft(visit, params, (draft) => showEvent(visit, draft, query)),
  ),
  post('/claims/new/:id/event', signedIn, (visit, { params, body }) => eventReply(visit, params, body)),

  get('/claims/new/:id/people', signedIn, (visit, { params, query }) =>
    readDraft(visit, params, async (draft) =>
      page(peoplePage(visit, { draft, values: draft.data, errors: {}, incomplete: query.incomplete === '1' })),
    ),
  ),
  post('/claims/new/:id/people', signedIn, (visit, { params, body }) => peopleReply(visit, params, body)),

  get('/claims/new/:id/files', signedIn, (visit, { params }) => readDraft(visit, params, (draft) => showFiles(visit, draft))),
  post(
    '/claims/new/:id/files',
    signedIn,
    (visit, { params, body, upload }) => changeDraft(visit, params, (draft) => filesReply(visit, draft, body, upload)),
    {
      upload: {
        before: async (visit, { params }) => {
          await mayUpload(visit)
          await existing(visit, params)
        },
      },
    },
  ),
  get('/claims/new/:id/files/:file/picture', signedIn, (visit, { params }) => pictureReply(visit, params), { gate: true }),
  post('/claims/new/:id/files/:file/removal', signedIn, (visit, { params }) =>
    changeDraft(visit, params, (draft) => removalReply(visit, draft, params.file)),
  ),

  get('/claims/new/:id/check', signedIn, (visit, { params }) => readDraft(visit, params, (draft) => showCheck(visit, draft))),
  post('/claims/new/:id/check', signedIn, (visit, { params, body }) =>
    changeDraft(visit, params, (draft) => checkReply(visit, draft, body)),
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
  get('/claims/:id/report/pdf', signedIn, (visit, { params }) => confirmationReply(visit, params.id)),
]
