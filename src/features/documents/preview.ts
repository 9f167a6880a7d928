import { createReadStream } from 'node:fs'
import { notFound, Refusal } from '../../platform/errors.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { drawnPage, type PreviewWidth, previewKind, previewWidths, shownText } from '../../platform/previews.ts'
import { page, type Reply } from '../../platform/routes.ts'
import { asSameActor } from '../../platform/same-actor.ts'
import type { Visit } from '../../platform/visit.ts'
import { heldPage } from './pages/held.tsx'
import { missingPage } from './pages/missing.tsx'
import { type Preview, previewPage } from './pages/preview.tsx'
import type { DocumentRecord } from './queries.ts'
import { markRead } from './readers.ts'
import { documentInVersion, type ShownDocument } from './versions.ts'

/** The width of a page as it stands on the preview page, and of the larger one. */
export const [usual, large]: PreviewWidth[] = [960, 1600]

// No transaction is open while a page is drawn: the routes are `gate` routes, and read as the person in a transaction of their own.

/** The preview page of a document: one page of a PDF, a picture, or the beginning of a text. */
export async function previewReply(visit: Visit, id: string, query: Record<string, unknown>): Promise<Reply> {
  const document = await asSameActor(visit, (db) => documentInVersion(db, id, query.version))
  if (!mayLeave(visit.services, document.scan_state)) return page(heldPage(visit, document), 404)
  try {
    const preview = await previewOf(visit, document, pageNumber(query.page))
    if (preview === null) return page(missingPage(visit, document), 404)
    if (preview.kind !== 'none' && preview.kind !== 'unreadable') await opened(visit, document)
    return page(previewPage(visit, document, { ...preview, zoomed: query.zoom === '1' }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 503) throw error
    const busy = previewPage(visit, document, { kind: 'busy', zoomed: false })
    return page(busy, 503, { headers: { 'retry-after': String(error.retryAfter ?? 5) } })
  }
}

async function previewOf(visit: Visit, document: DocumentRecord, number: number): Promise<Preview | null> {
  const { services, brokerage } = visit
  const kind = previewKind(document.media_type)
  if (!kind) return { kind: 'none' }
  if ((await services.files.size(brokerage.id, document.sha256)) !== document.byte_size) return null
  if (kind === 'text') {
    const shown = await shownText(services, brokerage.id, document.sha256)
    return shown && { kind, ...shown }
  }
  const drawn = await drawnPage(services, brokerage.id, shownFile(document), number - 1, usual!)
  if (drawn) return { kind, page: number, facts: drawn.facts }
  if (number > 1 && (await drawnPage(services, brokerage.id, shownFile(document), 0, usual!))) throw notFound()
  return { kind: 'unreadable' }
}

/** The picture of one page, for the pages of ours that show it. */
export async function pictureReply(visit: Visit, id: string, number: string, query: Record<string, unknown>): Promise<Reply> {
  const width = previewWidths.find((one) => String(one) === query.w)
  if (!width || !/^\d{1,5}$/.test(number)) throw notFound()
  const document = await asSameActor(visit, (db) => documentInVersion(db, id, query.version))
  const kind = previewKind(document.media_type)
  if (!mayLeave(visit.services, document.scan_state) || (kind !== 'pages' && kind !== 'picture')) throw notFound()
  const drawn = await drawnPage(visit.services, visit.brokerage.id, shownFile(document), pageNumber(number) - 1, width)
  if (!drawn) throw notFound()
  await opened(visit, document)
  return {
    kind: 'stream',
    type: drawn.facts.type,
    body: createReadStream(drawn.path),
    headers: {
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  }
}

function opened(visit: Visit, document: ShownDocument): Promise<void> {
  return asSameActor(visit, (db) => markRead(db, visit, document, 'opened'))
}

function shownFile(document: DocumentRecord) {
  return { sha256: document.sha256, mediaType: document.media_type }
}

// Without a number it is the first page; anything else is an address nobody gave.
function pageNumber(value: unknown): number {
  if (value === undefined || value === '') return 1
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (number < 1) throw notFound()
  return number
}
