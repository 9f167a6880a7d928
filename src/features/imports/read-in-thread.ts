import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ReadUpload, UploadedTable } from './read-uploaded.ts'
import { tableLimits, type UploadReason } from './upload-limits.ts'

// The thread beside this file: in the sources as it is, in the build as a file of its own.
const thread = new URL(`./table-thread${extname(import.meta.filename)}`, import.meta.url)

/**
 * Reads what was uploaded in a thread with limits of time and memory; the rows go into files in `folder`. A file that takes more
 * than it may is refused, and nobody else notices (security.md F2).
 */
export function readInThread(upload: UploadedTable, folder: string): Promise<ReadUpload> {
  return new Promise((resolve) => {
    const limits = { maxOldGenerationSizeMb: tableLimits.megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
    const data = { upload, folder }
    const worker = new Worker(thread, { workerData: data, resourceLimits: limits, stdout: true, stderr: true, env: {} })
    const end = (result: ReadUpload) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const refused = (reason: UploadReason) =>
      end({ tables: [], documents: [], refused: [{ name: upload.name, reason }], ignored: [] })
    const timer = setTimeout(() => refused('too_slow'), tableLimits.seconds * 1000)
    worker.once('message', (result: ReadUpload) => end(result))
    worker.once('error', () => refused('damaged'))
    worker.once('exit', () => refused('damaged'))
  })
}
