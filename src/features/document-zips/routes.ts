import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { get, page, post, type Reply, redirect, signedIn } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { openState } from '../../records/list-open.ts'
import { orderedRows } from '../../records/list-query.ts'
import { attachment, nothingChosen } from '../../records/list-routes.ts'
import { chosenOf } from '../../records/list-selection.tsx'
import { documentList } from '../documents/list.tsx'
import { showList } from '../documents/show-list.ts'
import { askForZip, noteFetched } from './changes.ts'
import { refusedPage, zipPage, zipState } from './pages/zip.tsx'
import { zipPhrases } from './phrases.ts'
import { stillOpen, zipById, zipLimits } from './queries.ts'

export const routes = [
  post('/documents/zip', signedIn, async (visit, { body }) => {
    const { ids, query } = chosenOf(body)
    // What does not exist for the person is no choice.
    const chosen = ids.length === 0 ? [] : await documentList.rows(visit.db).where('document.id', 'in', ids).execute()
    if (chosen.length === 0) return nothingChosen(visit, documentList, showList, query)
    const there = new Set(chosen.map(({ id }) => id))
    return asked(
      visit,
      ids.filter((id) => there.has(id)),
    )
  }),

  post('/documents/zip/all', signedIn, async (visit, { body }) => {
    const { query } = chosenOf(body)
    const { state } = await openState(visit, documentList, query)
    const rows = await orderedRows(visit.db, documentList, state)
      .limit(zipLimits.files + 1)
      .execute()
    if (rows.length === 0) return nothingChosen(visit, documentList, showList, query)
    if (rows.length > zipLimits.files) return page(refusedPage(visit, 'too_many'), 422)
    return asked(
      visit,
      rows.map(({ id }) => id),
    )
  }),

  get('/documents/zip/:id', signedIn, async (visit, { params }) => page(zipPage(visit, await zipById(visit.db, zipId(params))))),

  get('/documents/zip/:id/file', signedIn, (visit, { params }) => fetched(visit, zipId(params)), { gate: true }),
]

async function asked(visit: Visit, ids: string[]): Promise<Reply> {
  const id = await askForZip(visit, ids)
  if (id === null) return page(refusedPage(visit, 'too_often'), 429, { headers: { 'retry-after': '900' } })
  return redirect(href(visit, `/documents/zip/${id}`))
}

// Handed out only as long as all that is in it exists for its owner; no transaction is open while the store is asked.
async function fetched(visit: Visit, id: string): Promise<Reply> {
  const { zip, open } = await asSameActor(visit, async (db) => {
    const zip = await zipById(db, id)
    return { zip, open: zipState(zip) === 'ready' && (await stillOpen(db, visit.services, zip)) }
  })
  if (zipState(zip) !== 'ready' || !zip.sha256) return page(zipPage(visit, zip), 404)
  if (!open) return page(zipPage(visit, zip, { changed: true }), 404)
  const opened = await visit.services.files.open(visit.brokerage.id, zip.sha256)
  if (!opened) return page(zipPage(visit, { ...zip, state: 'gone' }), 404)
  await asSameActor(visit, (db) => noteFetched({ ...visit, db }, zip))
  return {
    kind: 'stream',
    type: 'application/zip',
    body: opened.stream,
    headers: {
      'content-disposition': attachment(zipPhrases(visit.language).title, 'zip'),
      'content-length': String(opened.size),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  }
}

function zipId(params: Record<string, string>): string {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return params.id!
}
