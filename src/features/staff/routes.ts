import { get, page, type Route, staffOnly } from '../../platform/routes.ts'
import { staffListPage } from './pages/list.tsx'
import { staffMembers } from './queries.ts'

export const routes: Route[] = [
  get('/settings/staff', staffOnly, async (visit) => page(staffListPage(visit, await staffMembers(visit.db)))),
]
