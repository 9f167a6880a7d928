import { get, page, signedIn } from '../../platform/routes.ts'
import { homePage } from './pages/home.tsx'
import { openRoleRequests } from './queries.ts'

export const routes = [
  get('/', signedIn, async (visit) => {
    const requests = visit.actor.kind === 'visitor' ? [] : await openRoleRequests(visit.db, visit.actor.id)
    return page(homePage(visit, requests))
  }),
]
