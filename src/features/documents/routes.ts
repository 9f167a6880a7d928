import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { get, page, post, type Reply, signedIn } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { download } from './download.ts'
import { editForm, editReply, tended } from './edit.ts'
import { filedReply } from './filed.ts'
import { documentList } from './list.tsx'
import { heldPage } from './pages/held.tsx'
import { missingPage } from './pages/missing.tsx'
import { broughtByActor } from './position.ts'
import { pictureReply, previewReply } from './preview.ts'
import { markRead } from './readers.ts'
import { documentRecord } from './record.tsx'
import { replaceForm, replaceReply } from './replace.ts'
import { showList } from './show-list.ts'
import { fileReply, mayUpload, newReply } from './upload.ts'
import { versionPhrases } from './version-phrases.ts'
import { documentInVersion } from './versions.ts'

export const routes = [
  ...listRoutes(documentList, signedIn, showList),

  get('/documents/new', signedIn, (visit, { query }) => newReply(visit, query)),
  post('/documents/new', signedIn, (visit, { body, upload }) => fileReply(visit, body, upload), {
    upload: { before: mayUpload },
  }),

  get('/documents/filed', signedIn, (visit, { query }) => filedReply(visit, query)),

  ...recordRoutes(documentRecord, signedIn, ({ language }) => ({
    replaced: versionPhrases(language).done_replaced,
    saved: versionPhrases(language).done_saved,
  })),
  get('/documents/:id/edit', signedIn, (visit, { params }) => editForm(visit, documentId(params))),
  post('/documents/:id/edit', signedIn, (visit, { params, body }) => editReply(visit, documentId(params), body)),
  get('/documents/:id/versions/new', signedIn, (visit, { params }) => replaceForm(visit, documentId(params))),
  post(
    '/documents/:id/versions/new',
    signedIn,
    (visit, { params, body, upload }) => replaceReply(visit, documentId(params), body, upload),
    {
      upload: {
        before: async (visit, { params }) => {
          await tended(visit, documentId(params))
          await mayUpload(visit)
        },
      },
    },
  ),

  get('/documents/:id/preview', signedIn, (visit, { params, query }) => previewReply(visit, documentId(params), query), {
    gate: true,
  }),
  get(
    '/documents/:id/preview/:page',
    signedIn,
    (visit, { params, query }) => pictureReply(visit, documentId(params), params.page!, query),
    { gate: true },
  ),

  get('/documents/:id/file', signedIn, (visit, { params, query }) => fileSent(visit, documentId(params), query.version), {
    gate: true,
  }),
]

function documentId(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}

// No transaction is open while the store is asked for the file.
async function fileSent(visit: Visit, id: string, version: unknown): Promise<Reply> {
  const { document, asItCame } = await asSameActor(visit, async (db) => {
    const document = await documentInVersion(db, id, version)
    return { document, asItCame: (await broughtByActor(db, [document])).size > 0 }
  })
  if (!mayLeave(visit.services, document.scan_state)) return page(heldPage(visit, document), 404)
  const reply = await download(visit, document, asItCame)
  if (!reply) return page(missingPage(visit, document), 404)
  if (reply.kind === 'stream') await asSameActor(visit, (db) => markRead(db, visit, document, 'downloaded'))
  return reply
}
