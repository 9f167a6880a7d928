import { once } from 'node:events'
import { fstat, type ReadStream } from 'node:fs'
import { promisify } from 'node:util'
import { openFile } from '../../platform/files.ts'
import type { Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { contentDisposition, nameToSend, typeToSend } from './file-name.ts'
import type { DocumentRecord } from './queries.ts'

/** The bytes of a document as a download that no browser opens or runs; null when they are not kept whole (any more). */
export async function download(visit: Visit, document: DocumentRecord): Promise<Reply | null> {
  const bytes = await openWhole(visit, document)
  if (!bytes) return null
  return {
    kind: 'stream',
    type: typeToSend(document.media_type),
    body: bytes,
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
async function openWhole(visit: Visit, document: DocumentRecord): Promise<ReadStream | null> {
  const stream = openFile(visit.services.config.dataDir, visit.brokerage.id, document.sha256)
  try {
    const [descriptor] = (await once(stream, 'open')) as [number]
    const { size } = await promisify(fstat)(descriptor)
    if (size === document.byte_size) return stream
    visit.services.log.error({ document: document.id, size, expected: document.byte_size }, 'a kept file has the wrong size')
  } catch (error) {
    visit.services.log.error({ err: error, document: document.id }, 'a kept file cannot be opened')
  }
  stream.destroy()
  return null
}
