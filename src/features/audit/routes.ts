import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { readsTrail } from './access.ts'
import { auditList } from './list.tsx'
import { eventPage } from './pages/event.tsx'
import { trailPage } from './pages/list.tsx'
import { auditEventById, lastAnchor } from './queries.ts'

export const routes = [
  ...listRoutes(auditList, readsTrail, async (visit, state, result) =>
    trailPage(visit, state, result, await lastAnchor(visit.db)),
  ),
  get('/audit/:id', readsTrail, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(eventPage(visit, await auditEventById(visit.db, params.id!)))
  }),
]
