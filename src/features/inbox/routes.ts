import { forbidden } from '../../platform/errors.ts'
import { get, post, type Reply, staffOnly } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { mayAttach } from '../attachments/received.ts'
import { worksInbox } from './access.ts'
import { answerReply } from './answer.ts'
import { sayWriting } from './changes.ts'
import { promiseReply, showPromise } from './promise.ts'
import type { Item } from './queries.ts'
import { existing, showInbox } from './show.ts'
import { assignmentReply, bulkReply, completionReply, noteReply, reopeningReply, snoozeReply } from './work.ts'

type Work = (visit: Visit, item: Item, body: Record<string, unknown>) => Promise<Reply>

// Something that is done with one item: it must exist for the actor first.
const work = (path: string, reply: Work) =>
  post(`/inbox/:id/${path}`, staffOnly, async (visit, { params, body }) => reply(visit, await existing(visit, params), body))

export const routes = [
  get('/inbox', staffOnly, (visit, { query }) => showInbox(visit, query, null)),
  get('/inbox/promise', staffOnly, (visit) => showPromise(visit)),
  post('/inbox/promise', staffOnly, (visit, { body }) => promiseReply(visit, body)),
  post('/inbox/assignment', staffOnly, (visit, { body }) => bulkReply(visit, body, 'assign')),
  post('/inbox/completion', staffOnly, (visit, { body }) => bulkReply(visit, body, 'finish')),

  get('/inbox/:id', staffOnly, async (visit, { params, query }) => showInbox(visit, query, await existing(visit, params)), {
    marks: true,
  }),
  post(
    '/inbox/:id/messages',
    staffOnly,
    async (visit, { params, body, upload }) => answerReply(visit, await existing(visit, params), body, upload),
    {
      upload: {
        before: async (visit, { params }) => {
          await existing(visit, params)
          if (!worksInbox(visit.actor)) throw forbidden()
          await mayAttach(visit)
        },
      },
    },
  ),
  post('/inbox/:id/writing', staffOnly, async (visit, { params }) => {
    await sayWriting(visit, await existing(visit, params))
    return { kind: 'text', status: 204, type: 'text/plain', body: '' }
  }),
  work('assignment', assignmentReply),
  work('completion', completionReply),
  work('reopening', reopeningReply),
  work('snooze', snoozeReply),
  work('notes', noteReply),
]
