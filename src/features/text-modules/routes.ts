import { get, post, staffOnly } from '../../platform/routes.ts'
import { formReply, listReply, removalReply, saveReply, type What } from './work.ts'

const kind = (what: What) => [
  get(`/inbox/${what}/new`, staffOnly, (visit) => formReply(visit, what, null)),
  get(`/inbox/${what}/:id`, staffOnly, (visit, { params }) => formReply(visit, what, params.id!)),
  post(`/inbox/${what}`, staffOnly, (visit, { body }) => saveReply(visit, what, body)),
  post(`/inbox/${what}/:id/removal`, staffOnly, (visit, { params }) => removalReply(visit, what, params.id)),
]

export const routes = [
  get('/inbox/texts', staffOnly, (visit, { query }) => listReply(visit, query)),
  ...kind('texts'),
  ...kind('macros'),
]
