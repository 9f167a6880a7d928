import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { reports } from '../claim-reports/access.ts'
import { openDrafts } from '../claim-reports/drafts.ts'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { claimById } from './queries.ts'

export const routes = [
  ...listRoutes(claimList, signedIn, async (visit, state, result) =>
    listPage(visit, state, result, reports(visit.actor) ? await openDrafts(visit.db) : []),
  ),

  get('/claims/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await claimById(visit.db, params.id!)))
  }),
]
