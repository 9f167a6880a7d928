import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { get, page, post, redirect, signedIn } from '../../platform/routes.ts'
import { href } from '../../platform/visit.ts'
import { download } from '../documents/download.ts'
import { fileAttachment } from './filing.ts'
import { heldPage } from './pages/held.tsx'
import { attachmentById } from './queries.ts'

export const routes = [
  get('/attachments/:id/file', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const file = await attachmentById(visit.db, params.id!)
    const sent = mayLeave(visit.services, file.scan_state) ? await download(visit, file, file.as_it_came) : null
    return sent ?? page(heldPage(visit, file, await placeOf(visit.db, file.id)), 404)
  }),

  post('/attachments/:id/filing', signedIn, async (visit, { params }) => {
    if (!uuid.safeParse(params.id).success) throw notFound()
    const { id } = await attachmentById(visit.db, params.id!)
    await fileAttachment(visit, id)
    return redirect(href(visit, `/documents/${id}`))
  }),
]

// Where the file stands: in a conversation or a request; a draft is nowhere yet.
async function placeOf(db: Db, id: string): Promise<string> {
  const { rows } = await sql<{ conversation: string | null; request: string | null }>`
    select (select m.conversation_id from message m where m.brokerage_id = a.brokerage_id and m.id = a.message_id) as conversation,
      a.request_id as request from attachment a where a.id = ${id}`.execute(db)
  const { conversation, request } = rows[0]!
  return request ? `/requests/${request}` : conversation ? `/messages/${conversation}` : '/messages'
}
