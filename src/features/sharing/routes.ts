import { get, post, type Route, staffOnly } from '../../platform/routes.ts'
import { changeReply, undoReply } from './kept.ts'
import { type SharedKind, sharedKinds } from './kinds.ts'
import { applyLines, checkLines, historyReply, linesReply } from './lines.ts'
import { applyRecords, checkRecords, chosenReply, recordReply } from './records.ts'

/** Sharing: lines of the house, lines of a company, records; each with its check page, and the way back. */
export const routes: Route[] = [
  ...['/settings/sharing', '/companies/:id/sharing'].flatMap((path) => [
    get(path, staffOnly, linesReply),
    get(`${path}/changes`, staffOnly, historyReply),
    post(`${path}/check`, staffOnly, checkLines),
    post(`${path}/apply`, staffOnly, applyLines),
  ]),
  get('/sharing/changes/:id', staffOnly, (visit, { params, query }) => changeReply(visit, params, query.done)),
  post('/sharing/changes/:id/undo', staffOnly, (visit, { params }) => undoReply(visit, params)),
  ...sharedKinds.flatMap(routesOf),
]

function routesOf(kind: SharedKind): Route[] {
  const path = `/sharing${kind.list.path}`
  return [
    post(path, staffOnly, (visit, { body }) => chosenReply(visit, kind, body)),
    post(`${path}/hidden`, staffOnly, (visit, { body }) => chosenReply(visit, kind, body, 'hidden')),
    post(`${path}/confidential`, staffOnly, (visit, { body }) => chosenReply(visit, kind, body, 'confidential')),
    post(`${path}/check`, staffOnly, (visit, { body }) => checkRecords(visit, kind, body)),
    post(`${path}/apply`, staffOnly, (visit, { body }) => applyRecords(visit, kind, body)),
    get(`${path}/:id`, staffOnly, (visit, { params }) => recordReply(visit, kind, params.id!)),
  ]
}
