import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './errors.ts'
import { passingFolder, type StoredFile } from './files.ts'
import { holdBytes, noteKept } from './kept-files.ts'
import { checkFile, cleanName, type FileRefusal } from './upload-check.ts'
import type { Visit } from './visit.ts'

/** What one request may bring (security.md F1). `drain` is how much more is read, and thrown away, to be able to answer at all. */
export const uploadLimits = { file: 20_000_000, files: 10, request: 25_000_000, drain: 120_000_000 }

/** For @fastify/multipart: fields are small and few; a file stops at one byte too many, which `truncated` then tells. */
export const multipartOptions = {
  throwFileSizeLimit: false,
  limits: { fileSize: uploadLimits.file, files: 100, fields: 60, parts: 160, fieldSize: 64 * 1024, headerPairs: 40 },
}

/** A file that arrived and may be kept; `path` is where it waits until the handler keeps it. */
export interface UploadedFile {
  name: string
  mediaType: string
  size: number
  sha256: Buffer
  path: string
}

/** What a handler of an `upload` route gets besides the fields. */
export interface Upload {
  files: UploadedFile[]
  refused: { name: string; reason: FileRefusal }[]
  /** One of the limits was passed: nothing is to be kept, and the answer is the form again with 413. */
  tooMuch: 'file' | 'files' | 'request' | null
}

/** A received request: its fields, its files, and the way to forget what nobody kept. */
export interface Received extends Upload {
  body: Record<string, unknown>
  forget(): Promise<void>
}

/**
 * Reads a multipart request as a stream, file by file to the disk, never into memory. The first field must be `_token`, and
 * `mayGoOn` must accept it, before a single byte is written. What is no multipart body is refused with 400.
 */
export async function receiveUpload(
  req: FastifyRequest,
  dataDir: string,
  mayGoOn: (token: unknown) => boolean,
  check: typeof checkFile = checkFile,
): Promise<Received> {
  if (Number(req.headers['content-length'] ?? 0) > uploadLimits.drain) throw new Refusal(413)
  const folder = passingFolder({ dataDir })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const written: string[] = []
  const forget = async () => void (await Promise.all(written.map((path) => rm(path, { force: true }))))
  const received: Received = { body: {}, files: [], refused: [], tooMuch: null, forget }
  let [bytes, count, trusted] = [0, 0, false]
  try {
    for await (const part of partsOf(req)) {
      if (!trusted) {
        if (part.type !== 'field' || part.fieldname !== '_token' || !mayGoOn(part.value)) throw new Refusal(403)
        trusted = true
      }
      if (part.type === 'field') addField(received.body, part.fieldname, part.value)
      else {
        const path = join(folder, randomUUID())
        written.push(path)
        const room = uploadLimits.request - bytes
        const stored = await write(part.file, path, room, count >= uploadLimits.files)
        bytes += stored.size
        if (bytes > uploadLimits.drain) throw new Refusal(413)
        // A file field that was left empty arrives as a file without name and content.
        if (stored.size === 0 && !part.filename) continue
        count += 1
        received.tooMuch ??=
          count > uploadLimits.files ? 'files' : part.file.truncated ? 'file' : bytes > uploadLimits.request ? 'request' : null
        if (!received.tooMuch) await take(received, part, { ...stored, path }, check)
      }
    }
    if (!trusted) throw new Refusal(403)
    return received
  } catch (error) {
    await forget()
    throw isOurs(error) ? error : new Refusal(400)
  }
}

// Broken multipart comes in many shapes; all of them are the sender's matter.
async function* partsOf(req: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* req.parts(multipartOptions)
  } catch (error) {
    throw isOurs(error) ? error : new Refusal(400)
  }
}

function isOurs(error: unknown): boolean {
  if (error instanceof Refusal) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'ENFILE', 'EIO', 'ENOENT', 'EDQUOT'].includes(code)
}

function addField(body: Record<string, unknown>, name: string, value: unknown) {
  const before = body[name]
  body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

// What no longer fits is read on, so that the browser gets an answer instead of a broken connection, but written nowhere.
async function write(source: Readable, path: string, room: number, skip: boolean): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const measure = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length
      if (skip || size > room) continue
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { sha256: hash.digest(), size }
}

async function take(received: Received, part: MultipartFile, stored: StoredFile & { path: string }, check: typeof checkFile) {
  const name = cleanName(part.filename ?? '')
  const checked = await check(stored.path, name, stored.size)
  if ('refused' in checked) received.refused.push({ name, reason: checked.refused })
  else received.files.push({ name, mediaType: checked.mediaType, ...stored })
}

// The database ends a transaction that waits for ten seconds; before that the sender is asked to try again.
const longestKeep = 9_000

/**
 * Takes an uploaded file into the brokerage's kept files and has it scanned; `about` is the record that will show it. Called inside
 * the change that writes that record's row, so that no row lacks its bytes. Throws Refusal 503 where the storage is too slow.
 */
export async function keepUpload(visit: Visit, file: UploadedFile, about: { kind: string; id: string }): Promise<StoredFile> {
  const { services, brokerage, actor, db } = visit
  await holdBytes(db, brokerage.id)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Refusal(503, 30)), longestKeep)
  const putting = services.files.put(brokerage.id, file.path)
  putting.catch(() => {})
  const stored = await Promise.race([putting, late.promise]).finally(() => clearTimeout(timer))
  const companyId = actor.kind === 'customer' ? actor.companyId : null
  const by = actor.kind === 'visitor' ? null : { kind: actor.kind, id: actor.id, companyId }
  await noteKept(db, services, brokerage.id, stored, { about, by })
  return stored
}

/** Clears what a crash in the middle of an upload left behind. */
export async function clearUploads(dataDir: string): Promise<void> {
  const folder = passingFolder({ dataDir })
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < Date.now() - 3_600_000) await rm(path, { force: true })
  }
}
