import type { OpenedFile } from '../../platform/files.ts'
import type { Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { contentDisposition, nameToSend, typeToSend } from './file-name.ts'
import type { DocumentRecord } from './queries.ts'

/** What a download needs to know; also files that are no documents have it. */
export type Downloadable = Pick<DocumentRecord, 'id' | 'file_name' | 'media_type' | 'byte_size' | 'sha256'>

/** The bytes of a document as a download that no browser opens or runs; null when they are not kept whole (any more). */
export async function download(visit: Visit, document: Downloadable): Promise<Reply | null> {
  const opened = await openWhole(visit, document)
  if (!opened) return null
  return {
    kind: 'stream',
    type: typeToSend(document.media_type),
    body: opened.stream,
    headers: {
      'content-disposition': contentDisposition(nameToSend(document.file_name, document.media_type)),
      'content-length': String(document.byte_size),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  }
}

// A file that was cut short by a full disk or a restored backup must not pass for the document.
async function openWhole({ services, brokerage }: Visit, document: Downloadable): Promise<OpenedFile | null> {
  try {
    const opened = await services.files.open(brokerage.id, document.sha256)
    if (opened?.size === document.byte_size) return opened
    opened?.stream.destroy()
    services.log.error({ document: document.id, size: opened?.size ?? null }, 'a kept file is missing or has the wrong size')
  } catch (error) {
    services.log.error({ err: error, document: document.id }, 'a kept file cannot be opened')
  }
  return null
}
