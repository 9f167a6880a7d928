import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { readList } from '../../records/list-query.ts'
import { listState } from '../../records/list-state.ts'
import { policyList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { managesCompany, policyById } from './queries.ts'

export const routes = [
  get('/policies', signedIn, async (visit, { query }) => {
    const state = listState(policyList, query)
    return page(listPage(visit, state, await readList(visit.db, policyList, state)))
  }),

  get('/policies/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const policy = await policyById(visit.db, params.id!)
    return page(showPage(visit, policy, await managesCompany(visit.db, policy.company_id)))
  }),
]
