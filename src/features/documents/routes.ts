import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { get, page, post, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { filesDocuments } from './access.ts'
import { download } from './download.ts'
import { documentList } from './list.tsx'
import { heldPage } from './pages/held.tsx'
import { listPage } from './pages/list.tsx'
import { missingPage } from './pages/missing.tsx'
import { showPage } from './pages/show.tsx'
import { pictureReply, previewReply } from './preview.ts'
import { firstPage } from './preview-card.tsx'
import { documentById } from './queries.ts'
import { fileReply, mayUpload, newReply } from './upload.ts'
import { uploadPhrases } from './upload-phrases.ts'

export const routes = [
  ...listRoutes(documentList, signedIn, (visit, state, result) => {
    const done = visit.address.endsWith('done=uploaded') ? uploadPhrases(visit.language).done : null
    return listPage(visit, state, result, { done, uploads: filesDocuments(visit.actor) })
  }),

  get('/documents/new', signedIn, (visit, { query }) => newReply(visit, query)),
  post('/documents/new', signedIn, (visit, { body, upload }) => fileReply(visit, body, upload), {
    upload: { before: mayUpload },
  }),

  get('/documents/:id', signedIn, async (visit, { params }) => {
    const document = await documentById(visit.db, documentId(params))
    return page(showPage(visit, document, { first: await firstPage(visit, document) }))
  }),

  get('/documents/:id/preview', signedIn, (visit, { params, query }) => previewReply(visit, documentId(params), query), {
    gate: true,
  }),
  get(
    '/documents/:id/preview/:page',
    signedIn,
    (visit, { params, query }) => pictureReply(visit, documentId(params), params.page!, query),
    { gate: true },
  ),

  get('/documents/:id/file', signedIn, async (visit, { params }) => {
    const document = await documentById(visit.db, documentId(params))
    if (!mayLeave(visit.services, document.scan_state)) return page(heldPage(visit, document), 404)
    return (await download(visit, document)) ?? page(missingPage(visit, document), 404)
  }),
]

function documentId(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}
