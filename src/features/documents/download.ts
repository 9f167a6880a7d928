import { Refusal } from '../../platform/errors.ts'
import type { OpenedFile } from '../../platform/files.ts'
import type { Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { byteRange } from './byte-range.ts'
import { contentDisposition, nameToSend, typeToSend } from './file-name.ts'
import { hiddenIn, without } from './position.ts'
import type { DocumentRecord } from './queries.ts'

/** What a download needs to know; also files that are no documents have it. */
export type Downloadable = Pick<DocumentRecord, 'id' | 'file_name' | 'media_type' | 'byte_size' | 'sha256'>

/**
 * The bytes of a document as a download that no browser opens or runs; null when they are not kept whole (any more). A photo that is not
 * handed out `asItCame` does not tell where it was taken.
 */
export async function download(visit: Visit, document: Downloadable, asItCame: boolean): Promise<Reply | null> {
  const { byte_size: size } = document
  const hidden = asItCame ? [] : await toHide(visit, document)
  if (!hidden) return null
  const tag = `"${document.sha256.toString('hex')}${hidden.length > 0 ? '-p' : ''}"`
  const wanted = visit.range && (visit.range.ifTag ?? tag) === tag ? byteRange(visit.range.bytes, size) : null
  const headers = {
    'content-disposition': contentDisposition(nameToSend(document.file_name, document.media_type)),
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
    etag: tag,
  }
  if (wanted === 'unsatisfiable')
    return { kind: 'text', status: 416, type: 'text/plain', body: '', headers: { 'content-range': `bytes */${size}` } }
  const opened = await openWhole(visit, document, wanted)
  if (!opened) return null
  const reply = {
    kind: 'stream',
    type: typeToSend(document.media_type),
    body: without(opened.stream, hidden, wanted?.from),
  } as const
  if (!wanted) return { ...reply, headers: { ...headers, 'content-length': String(size) } }
  const range = {
    'content-range': `bytes ${wanted.from}-${wanted.to}/${size}`,
    'content-length': String(wanted.to - wanted.from + 1),
  }
  return { ...reply, status: 206, headers: { ...headers, ...range } }
}

async function toHide({ services, brokerage }: Visit, document: Downloadable) {
  try {
    return await hiddenIn(services, brokerage.id, document)
  } catch (error) {
    if (error instanceof Refusal) throw error
    services.log.error({ err: error, document: document.id }, 'a kept photo cannot be read')
    return null
  }
}

// A file that was cut short by a full disk or a restored backup must not pass for the document.
async function openWhole(
  { services, brokerage }: Visit,
  document: Downloadable,
  range: { from: number; to: number } | null,
): Promise<OpenedFile | null> {
  try {
    const opened = await services.files.open(brokerage.id, document.sha256, range ?? undefined)
    if (opened?.size === document.byte_size) return opened
    opened?.stream.destroy()
    services.log.error({ document: document.id, size: opened?.size ?? null }, 'a kept file is missing or has the wrong size')
  } catch (error) {
    services.log.error({ err: error, document: document.id }, 'a kept file cannot be opened')
  }
  return null
}
