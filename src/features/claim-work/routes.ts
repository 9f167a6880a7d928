import { get, post, staffOnly } from '../../platform/routes.ts'
import { showWork, workReply } from './work.ts'

export const routes = [
  get('/claims/:id/work', staffOnly, (visit, { params, query }) => showWork(visit, params.id, query)),
  post('/claims/:id/work', staffOnly, (visit, { params, body }) => workReply(visit, params.id, body, 'handling')),
  post('/claims/:id/payments', staffOnly, (visit, { params, body }) => workReply(visit, params.id, body, 'payment')),
]
