import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import yazl from 'yazl'
import type { Db } from '../../platform/db.ts'
import type { FileStore, StoredFile } from '../../platform/files.ts'
import type { Work } from '../../platform/jobs.ts'
import { mayLeave } from '../../platform/kept-files.ts'
import { asPerson } from '../../platform/same-actor.ts'
import { nameToSend } from '../documents/file-name.ts'
import { broughtByActor, hiddenIn, without } from '../documents/position.ts'
import { namesInZip } from './names.ts'
import { documentsFor, zipLimits } from './queries.ts'
import { tellZipReady } from './tell.ts'

export interface ZipJob {
  brokerageId: string
  zipId: string
  actorId: string
}

type ZippedDocument = Awaited<ReturnType<typeof documentsFor>>[number] & { asItCame: boolean }

/**
 * Builds one ZIP as the person who asked for it: what exists for them now, and may leave the house. It streams from store to store.
 * Whatever goes wrong is told on their page, where they can ask again; the queue does not try for ever.
 */
export async function buildZip(work: Work, job: ZipJob): Promise<void> {
  const { services } = work
  const as = <T>(step: (db: Db) => Promise<T>) => asPerson(services, job, step)
  const ids = await as((db) => waiting(db, job.zipId))
  if (!ids) return
  try {
    const documents = await fitting(
      services.files,
      job.brokerageId,
      (await as((db) => documentsToZip(db, ids))).filter((one) => mayLeave(services, one.scan_state)),
    )
    if (documents.length === 0) return void (await as((db) => settle(db, job.zipId, { state: 'empty' })))
    const stored = await services.files.put(job.brokerageId, zipped(services.files, job.brokerageId, documents))
    if (await as((db) => settle(db, job.zipId, ready(documents, stored))))
      await tellZipReady(work, job, { files: documents.length, bytes: stored.size })
  } catch (error) {
    services.log.error({ err: error, zip: job.zipId }, 'a ZIP of documents could not be built')
    await as((db) => settle(db, job.zipId, { state: 'failed' }))
  }
}

async function documentsToZip(db: Db, ids: string[]): Promise<ZippedDocument[]> {
  const documents = await documentsFor(db, ids)
  const brought = await broughtByActor(db, documents)
  return documents.map((one) => ({ ...one, asItCame: brought.has(`${one.id}/${one.file_number}`) }))
}

async function waiting(db: Db, id: string): Promise<string[] | null> {
  const zip = await db
    .selectFrom('document_zip')
    .select('asked_for')
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return zip?.asked_for ?? null
}

// What is missing in the store, and what would make the ZIP too large, is left out; the page says how many are in it.
async function fitting(files: FileStore, brokerageId: string, documents: ZippedDocument[]): Promise<ZippedDocument[]> {
  const fit: ZippedDocument[] = []
  let bytes = 0
  for (const document of documents) {
    if (bytes + document.byte_size > zipLimits.bytes) continue
    if ((await files.size(brokerageId, document.sha256)) !== document.byte_size) continue
    bytes += document.byte_size
    fit.push(document)
  }
  return fit
}

// One file is open at a time. An error ends the ZIP's own stream, where whoever reads it hears of it.
function zipped(files: FileStore, brokerageId: string, documents: ZippedDocument[]): Readable {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  let current: Readable | undefined
  zip.on('error', (error: Error) => output.destroy(error))
  output.on('error', () => {})
  output.on('close', () => current?.destroy())
  const names = namesInZip(
    documents.map(({ title, company, file_name, media_type }) => ({
      title,
      company,
      fileName: nameToSend(file_name, media_type),
    })),
  )
  const open = async (document: ZippedDocument) => {
    const hidden = document.asItCame ? [] : await hiddenIn({ files }, brokerageId, document)
    const opened = await files.open(brokerageId, document.sha256)
    if (!opened || !hidden) throw new Error('The bytes are gone')
    current = without(opened.stream, hidden)
    return current
  }
  for (const [at, document] of documents.entries()) {
    // Photos and PDFs are packed already.
    const compress = !/^image\/|pdf$/.test(document.media_type)
    const options = { mtime: new Date(document.dated_on ?? Date.now()), mode: 0o100644, compress, size: document.byte_size }
    zip.addReadStreamLazy(names[at]!, options, (give) =>
      open(document).then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, undefined as never),
      ),
    )
  }
  zip.end()
  return output
}

function ready(documents: ZippedDocument[], { sha256, size }: StoredFile): Outcome {
  return {
    state: 'ready',
    document_ids: documents.map(({ id }) => id),
    numbers: documents.map(({ file_number }) => file_number),
    byte_size: size,
    sha256,
    ready_at: sql<Date>`now()`,
  }
}

type Outcome =
  | { state: 'empty' | 'failed' }
  | {
      state: 'ready'
      document_ids: string[]
      numbers: number[]
      byte_size: number
      sha256: Buffer
      ready_at: ReturnType<typeof sql<Date>>
    }

async function settle(db: Db, id: string, outcome: Outcome): Promise<boolean> {
  const settled = await db
    .updateTable('document_zip')
    .set(outcome)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return settled !== undefined
}
