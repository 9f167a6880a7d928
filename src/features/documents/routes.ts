import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, signedIn } from '../../platform/routes.ts'
import { readList } from '../../records/list-query.ts'
import { listState } from '../../records/list-state.ts'
import { download } from './download.ts'
import { documentList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { missingPage } from './pages/missing.tsx'
import { showPage } from './pages/show.tsx'
import { documentById } from './queries.ts'

export const routes = [
  get('/documents', signedIn, async (visit, { query }) => {
    const state = listState(documentList, query)
    return page(listPage(visit, state, await readList(visit.db, documentList, state)))
  }),

  get('/documents/:id', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    return page(showPage(visit, await documentById(visit.db, params.id!)))
  }),

  get('/documents/:id/file', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const document = await documentById(visit.db, params.id!)
    return (await download(visit, document)) ?? page(missingPage(visit, document), 404)
  }),
]
