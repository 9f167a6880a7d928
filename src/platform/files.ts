import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface StoredFile {
  sha256: Buffer
  size: number
}

/**
 * Keeps the bytes of a file (a path or a stream) for one brokerage, under their SHA-256. The same bytes are kept once. What
 * is half written when the power goes has a temporary name and is never taken for the file.
 */
export async function putFile(dataDir: string, brokerageId: string, source: string | Readable): Promise<StoredFile> {
  const folder = folderOf(dataDir, brokerageId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `draft-${randomUUID()}`)
  try {
    const stored = await writeDraft(typeof source === 'string' ? createReadStream(source) : source, draft)
    await rename(draft, pathOf(dataDir, brokerageId, stored.sha256))
    await syncFolder(folder)
    return stored
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function writeDraft(source: Readable, draft: string): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
      yield chunk
    }
  }
  await pipeline(source, measure, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
  return { sha256: hash.digest(), size }
}

// A rename is only safe from a power cut once its folder is on the disk; Windows cannot open folders and needs no such thing.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Whether the bytes with this SHA-256 are kept for the brokerage. */
export async function hasFile(dataDir: string, brokerageId: string, sha256: Buffer): Promise<boolean> {
  return stat(pathOf(dataDir, brokerageId, sha256)).then(
    (found) => found.isFile(),
    () => false,
  )
}

/** Opens kept bytes for reading. The stream fails with ENOENT when they are not there. */
export function openFile(dataDir: string, brokerageId: string, sha256: Buffer): ReadStream {
  return createReadStream(pathOf(dataDir, brokerageId, sha256))
}

// Both parts of the path are of our making and checked all the same: no name that somebody typed ever becomes a path.
function pathOf(dataDir: string, brokerageId: string, sha256: Buffer): string {
  if (sha256.length !== 32) throw new Error('Not a SHA-256')
  return join(folderOf(dataDir, brokerageId), sha256.toString('hex'))
}

function folderOf(dataDir: string, brokerageId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(brokerageId)) throw new Error('Not the id of a brokerage')
  return join(dataDir, 'files', brokerageId)
}
