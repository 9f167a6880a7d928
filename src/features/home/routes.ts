import { get, page, signedIn } from '../../platform/routes.ts'
import { unreadConversations, unreadNotifications } from '../notifications/queries.ts'
import { homePage } from './pages/home.tsx'
import { openRoleRequests } from './queries.ts'

export const routes = [
  get('/', signedIn, async (visit) => {
    const { db, actor } = visit
    const [toDecide, notifications, unread] = await Promise.all([
      actor.kind === 'visitor' ? [] : openRoleRequests(db, actor.id),
      unreadNotifications(db),
      unreadConversations(db),
    ])
    return page(homePage(visit, { toDecide, notifications, unread }))
  }),
]
