import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { insuredObjectList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { insuredObjectById } from './queries.ts'

export const routes = [
  ...listRoutes(insuredObjectList, signedIn, listPage),

  get('/insured-objects/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await insuredObjectById(visit.db, params.id!)))
  }),
]
