import { forbidden } from '../../platform/errors.ts'
import { get, page, post, redirect, signedIn } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { attachmentsOfRequest } from '../attachments/queries.ts'
import { mayAttach } from '../attachments/received.ts'
import { findRequestConversation } from '../messages/queries.ts'
import { readWholeTalk } from '../messages/talk.ts'
import { opensRequests } from './access.ts'
import { withdrawRequest } from './changes.ts'
import { requestList } from './list.tsx'
import { newReply, openReply } from './open.ts'
import { listPage } from './pages/list.tsx'
import { printPage } from './pages/print.tsx'
import { answerReply, existing, handlingReply, reopeningReply, showReply } from './work.ts'

export const routes = [
  ...listRoutes(requestList, signedIn, listPage),

  get('/requests/new', signedIn, (visit, { query }) => newReply(visit, query)),
  post('/requests/new', signedIn, (visit, { body, upload }) => openReply(visit, body, upload), {
    upload: {
      before: async (visit) => {
        if (!opensRequests(visit.actor)) throw forbidden()
        await mayAttach(visit)
      },
    },
  }),

  get('/requests/:id', signedIn, async (visit, { params, query }) => showReply(visit, await existing(visit, params), query), {
    marks: true,
  }),
  get('/requests/:id/print', signedIn, async (visit, { params }) => {
    const request = await existing(visit, params)
    const talk = await readWholeTalk(visit, await findRequestConversation(visit.db, request.id))
    return page(printPage(visit, request, talk, await attachmentsOfRequest(visit.db, request.id)))
  }),

  post(
    '/requests/:id/messages',
    signedIn,
    async (visit, { params, body, upload }) => answerReply(visit, await existing(visit, params), body, upload),
    {
      upload: {
        before: async (visit, { params }) => {
          await existing(visit, params)
          await mayAttach(visit)
        },
      },
    },
  ),
  post('/requests/:id/withdrawal', signedIn, async (visit, { params }) => {
    const request = await existing(visit, params)
    await withdrawRequest(visit, request)
    return redirect(href(visit, `/requests/${request.id}?done=withdrawn`))
  }),
  post('/requests/:id/reopening', signedIn, async (visit, { params, body }) =>
    reopeningReply(visit, await existing(visit, params), body),
  ),
  post('/requests/:id/state', signedIn, async (visit, { params, body }) =>
    handlingReply(visit, await existing(visit, params), body),
  ),
]
