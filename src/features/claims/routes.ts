import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, signedIn, staffOnly } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { reports } from '../claim-reports/access.ts'
import { openDrafts } from '../claim-reports/drafts.ts'
import { reportedClaim } from '../claim-reports/report-queries.ts'
import { mayUpload } from '../documents/upload.ts'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { claimToAddTo, papersReply, showPapers } from './papers.ts'
import { progressPhrases } from './progress-phrases.ts'
import { claimById } from './queries.ts'
import { showState, stateReply } from './state.ts'

export const routes = [
  ...listRoutes(claimList, signedIn, async (visit, state, result) =>
    listPage(visit, state, result, reports(visit.actor) ? await openDrafts(visit.db) : []),
  ),

  get('/claims/:id', signedIn, async (visit, { params, query }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const claim = await claimById(visit.db, params.id!)
    const report = claim.kind ? await reportedClaim(visit.db, claim.id) : null
    const t = progressPhrases(visit.language)
    const done = query.done === 'state' ? t.done_state : query.done === 'papers' ? t.done_papers : null
    return page(showPage(visit, claim, { report, done }))
  }),

  get('/claims/:id/state', staffOnly, (visit, { params }) => showState(visit, params.id)),
  post('/claims/:id/state', staffOnly, (visit, { params, body }) => stateReply(visit, params.id, body)),

  get('/claims/:id/documents/new', signedIn, (visit, { params }) => showPapers(visit, params.id)),
  post('/claims/:id/documents/new', signedIn, (visit, { params, body, upload }) => papersReply(visit, params.id, body, upload), {
    upload: {
      before: async (visit, { params }) => {
        await mayUpload(visit)
        await claimToAddTo(visit, params.id)
      },
    },
  }),
]
