import { get, post, signedIn, staffOnly } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { reports } from '../claim-reports/access.ts'
import { openDrafts } from '../claim-reports/drafts.ts'
import { mayUpload } from '../documents/upload.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { claimToAddTo, papersReply, showPapers } from './papers.ts'
import { progressPhrases } from './progress-phrases.ts'
import { claimRecord } from './record.tsx'
import { showState, stateReply } from './state.ts'

export const routes = [
  ...listRoutes(claimList, signedIn, async (visit, state, result) =>
    listPage(visit, state, result, reports(visit.actor) ? await openDrafts(visit.db) : []),
  ),

  ...recordRoutes(claimRecord, signedIn, ({ language }) => ({
    state: progressPhrases(language).done_state,
    papers: progressPhrases(language).done_papers,
  })),

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
