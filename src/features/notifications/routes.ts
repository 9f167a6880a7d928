import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, redirect, signedIn } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { markAllRead, markGroup, markOne } from './changes.ts'
import { groupPage } from './pages/group.tsx'
import { listPage } from './pages/list.tsx'
import { notificationPhrases } from './phrases.ts'
import { placePath, readPlace } from './place.ts'
import { preferenceRoutes } from './preferences-routes.ts'
import { groupWith, notificationGroups, notificationPath, unreadByArea, unreadConversations, usedAreas } from './queries.ts'

const idOf = (params: Record<string, string>): string => {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

export const routes = [
  ...preferenceRoutes,

  get('/notifications', signedIn, async (visit, { query }) => {
    const { db } = visit
    const place = readPlace(query)
    const { groups, after } = await notificationGroups(db, place)
    const [unread, used, conversations] = [await unreadByArea(db), await usedAreas(db), await unreadConversations(db)]
    const done = query.done === 'marked' ? notificationPhrases(visit.language).done_marked : null
    return page(listPage(visit, { groups, after, place, unread, used, conversations, today: todayHere(), done }))
  }),

  post('/notifications/read', signedIn, async (visit, { body }) => {
    const { area } = readPlace(body)
    await markAllRead(visit, area)
    const list = placePath({ area, unread: false, mailed: false, before: null }, { done: 'marked' })
    return redirect(href(visit, body.back === 'home' ? '/' : list))
  }),

  // Leads to what it tells about; having gone there is having read it (announced exception: interface A.2).
  get(
    '/notifications/:id',
    signedIn,
    async (visit, { params, query }) => {
      const id = idOf(params)
      const path = await notificationPath(visit.db, id)
      await markOne(visit, id, true)
      // From a mail one comes to answer.
      return redirect(href(visit, query.answer === undefined || path.includes('?') ? path : `${path}?answer`))
    },
    { marks: true },
  ),

  get(
    '/notifications/:id/group',
    signedIn,
    async (visit, { params }) => {
      const group = await groupWith(visit.db, idOf(params))
      await markGroup(visit, group.id, true)
      return page(groupPage(visit, group, await unreadConversations(visit.db)))
    },
    { marks: true },
  ),

  ...(['read', 'unread'] as const).flatMap((verb) => [
    post(`/notifications/:id/${verb}`, signedIn, async (visit, { params, body }) => {
      const id = idOf(params)
      await markOne(visit, id, verb === 'read')
      return redirect(href(visit, `${placePath(readPlace(body))}#n-${id}`))
    }),
    post(`/notifications/:id/group/${verb}`, signedIn, async (visit, { params, body }) => {
      const id = idOf(params)
      await markGroup(visit, id, verb === 'read')
      return redirect(href(visit, `${placePath(readPlace(body))}#n-${id}`))
    }),
  ]),
]
