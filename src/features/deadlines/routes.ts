import { createHash } from 'node:crypto'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { anyone, get, page, post, type Reply, redirect, signedIn, staffOnly } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { ownCalendar } from './access.ts'
import { createFeed, revokeFeed } from './changes.ts'
import { todayHere } from './deadline.ts'
import { eventForm, eventReply, eventWithdrawal } from './event-replies.ts'
import { eventText, feedText } from './feed.ts'
import { calendarPage } from './pages/calendar.tsx'
import { listPage } from './pages/list.tsx'
import { currentFeed, noticeDeadlineOf, readDeadlines } from './queries.ts'
import { addressToShow, shown, showOnce } from './shown-once.ts'
import { kindsIn, kindsOf, untilOf, viewOf } from './views.ts'

const mostRows = 500

export const routes = [
  get('/deadlines', signedIn, async (visit, { query }) => {
    const today = todayHere()
    const view = viewOf(query)
    const kinds = kindsOf(query)
    const window = { today, until: untilOf(view, today), overdue: true, limit: mostRows, ...kindsIn(kinds) }
    return page(listPage(visit, { ...(await readDeadlines(visit.db, window)), view, kinds, today }))
  }),

  get('/policies/:id/events/new', staffOnly, (visit, { params }) => eventForm(visit, params)),
  post('/policies/:id/events/new', staffOnly, (visit, { params, body }) => eventReply(visit, params, body)),
  post('/policies/:id/events/:event/withdrawal', staffOnly, (visit, { params }) => eventWithdrawal(visit, params)),

  get('/deadlines/calendar', ownCalendar, async (visit, { query }) => {
    const feed = await currentFeed(visit.db)
    const address = addressToShow(visit, feed?.id)
    return page(calendarPage(visit, { feed, address, revoked: query.done === 'revoked' }), 200, { cookies: [shown(visit)] })
  }),

  post('/deadlines/calendar', ownCalendar, async (visit, { body }) => {
    const id = uuid.safeParse(body._id)
    const back = href(visit, '/deadlines/calendar')
    if (!id.success) return redirect(back)
    const token = await createFeed(visit, id.data)
    return redirect(back, token ? { cookies: [showOnce(visit, id.data, token)] } : {})
  }),

  post('/deadlines/calendar/revocation', ownCalendar, async (visit) => {
    await revokeFeed(visit)
    return redirect(href(visit, '/deadlines/calendar?done=revoked'))
  }),

  get('/deadlines/:id/event', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const deadline = await noticeDeadlineOf(visit.db, params.id!)
    return calendarReply(eventText(visit, deadline), 'attachment; filename="deadline.ics"', 'no-store')
  }),

  // The secret in the address is the sign-in, so nobody needs a session; what it opens the database works out anew.
  get(
    '/calendar/:file',
    anyone,
    async (visit, { params }) => {
      const token = /^([\w-]{43})\.ics$/.exec(params.file ?? '')?.[1]
      const text = token ? await feedText(visit, token) : null
      if (!text) throw notFound()
      return calendarReply(text, 'inline; filename="dossier.ics"', 'private, max-age=3600')
    },
    { bare: true, gate: true, noReferrer: true },
  ),
]

function calendarReply(body: string, disposition: string, cacheControl: string): Reply {
  // Calendars ask often and mostly for what they have.
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'content-disposition': disposition, 'cache-control': cacheControl, etag }
  return { kind: 'text', type: 'text/calendar; charset=utf-8', body, headers }
}
