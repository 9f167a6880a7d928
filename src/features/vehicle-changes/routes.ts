import { get, post, staffOnly } from '../../platform/routes.ts'
import { carryOutReply, checkReply, formReply } from './work.ts'

export const routes = [
  get('/inbox/:id/vehicle', staffOnly, (visit, { params, query }) => formReply(visit, params, query)),
  get('/inbox/:id/vehicle/check', staffOnly, (visit, { params, query }) => checkReply(visit, params, query)),
  post('/inbox/:id/vehicle', staffOnly, (visit, { params, body }) => carryOutReply(visit, params, body)),
]
