import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { readList } from '../../records/list-query.ts'
import { listState } from '../../records/list-state.ts'
import { claimList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { claimById } from './queries.ts'

export const routes = [
  get('/claims', signedIn, async (visit, { query }) => {
    const state = listState(claimList, query)
    return page(listPage(visit, state, await readList(visit.db, claimList, state)))
  }),

  get('/claims/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await claimById(visit.db, params.id!)))
  }),
]
