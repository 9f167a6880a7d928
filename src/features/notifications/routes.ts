import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, redirect, signedIn } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { markAllRead, markRead } from './changes.ts'
import { listPage } from './pages/list.tsx'
import { notificationPhrases } from './phrases.ts'
import { notificationById, notificationPath, recentNotifications, unreadConversations } from './queries.ts'

export const routes = [
  get('/notifications', signedIn, async (visit, { query }) => {
    const notifications = await recentNotifications(visit.db)
    const done = query.done === 'marked' ? notificationPhrases(visit.language).done_marked : null
    return page(listPage(visit, notifications, await unreadConversations(visit.db), done))
  }),

  post('/notifications/read', signedIn, async (visit, { body }) => {
    await markAllRead(visit)
    return redirect(href(visit, body.back === 'home' ? '/' : '/notifications?done=marked'))
  }),

  // Leads to what it tells about; having gone there is having read it (announced exception: interface A.2).
  get('/notifications/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const notification = await notificationById(visit.db, params.id!)
    await markRead(visit, notification.id)
    return redirect(href(visit, notificationPath(notification)))
  }),
]
