import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { policyList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { managesCompany, policyById } from './queries.ts'

export const routes = [
  ...listRoutes(policyList, signedIn, listPage),

  get('/policies/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const policy = await policyById(visit.db, params.id!)
    return page(showPage(visit, policy, await managesCompany(visit.db, policy.company_id)))
  }),
]
