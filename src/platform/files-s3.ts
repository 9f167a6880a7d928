import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { StorageError } from './errors.ts'
import type { FileStore, StoredFile } from './files.ts'
import { placeOf } from './files-place.ts'
import { measureFile, writeMeasured } from './files-write.ts'
import { StartError } from './start-error.ts'

export interface S3Settings {
  /** `https://s3.eu-central-2.amazonaws.com`; the bucket stands in the path. */
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

const longestAnswer = 10_000
// One megabyte in a second: what is slower than that is as good as away.
const slowestPerMs = 1000

type Question = { headers?: Record<string, string>; body?: Blob; within?: number }

/**
 * Files in S3-compatible storage. The hash is known before the first byte is sent (a stream is written to `passing` first), so it
 * is both the key and what the storage must find in the bytes: one that came broken is refused there.
 */
export function s3Store(settings: S3Settings, passing: string): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}`

  // Null for what is not there. The time counts until the answer begins; a body may be read as slowly as somebody's line is.
  async function ask(method: string, place: string, { within = longestAnswer, ...init }: Question = {}) {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(new Error(`no answer within ${within / 1000} s`)), within)
    const answer = await client
      .fetch(`${base}/${place}`, { method, ...init, signal: abort.signal })
      .catch((error: unknown) => {
        throw new StorageError(`The file storage cannot be reached: ${reason(error)}`)
      })
      .finally(() => clearTimeout(timer))
    if (answer.ok) return answer
    const code = codeOf(await answer.text().catch(() => ''))
    if (answer.status === 404 && code !== 'NoSuchBucket') return null
    throw new StorageError(`The file storage answered ${answer.status} to ${method}: ${code}`)
  }

  async function send(brokerageId: string, path: string, stored: StoredFile) {
    const place = placeOf(brokerageId, stored.sha256)
    const there = await ask('HEAD', place)
    if (there?.headers.get('content-length') === String(stored.size)) return
    const headers = { 'x-amz-content-sha256': stored.sha256.toString('hex'), 'content-type': 'application/octet-stream' }
    await ask('PUT', place, { headers, body: await openAsBlob(path), within: longestAnswer + stored.size / slowestPerMs })
  }

  async function inPassing<T>(work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(passing, { recursive: true, mode: 0o700 })
    const path = join(passing, randomUUID())
    try {
      return await work(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  const store: FileStore = {
    async put(brokerageId, source) {
      if (typeof source === 'string') {
        const stored = await measureFile(source)
        await send(brokerageId, source, stored)
        return stored
      }
      return inPassing(async (path) => {
        const stored = await writeMeasured(source, path)
        await send(brokerageId, path, stored)
        return stored
      })
    },
    async open(brokerageId, sha256, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.from}-${range.to}` } : {}
      const answer = await ask('GET', placeOf(brokerageId, sha256), { headers })
      if (!answer?.body) return null
      const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? answer.headers.get('content-length')
      return { size: Number(whole), stream: Readable.fromWeb(answer.body as ReadableStream) }
    },
    async size(brokerageId, sha256) {
      const answer = await ask('HEAD', placeOf(brokerageId, sha256))
      return answer && Number(answer.headers.get('content-length'))
    },
    async withPath(brokerageId, sha256, work) {
      const opened = await store.open(brokerageId, sha256)
      if (!opened) return null
      return inPassing(async (path) => {
        await writeMeasured(opened.stream, path)
        return work(path)
      })
    },
    async remove(brokerageId, sha256) {
      await ask('DELETE', placeOf(brokerageId, sha256))
    },
    async check() {
      // Whoever may not list the bucket is told 403 instead of 404; a missing file could then not be told from a wrong key.
      await ask('HEAD', placeOf(randomUUID(), Buffer.alloc(32))).catch((error: Error) => {
        throw new StartError(
          `The file storage in S3_ENDPOINT cannot be used (${error.message}). Address, bucket, key, and its right to list the bucket.`,
        )
      })
    },
  }
  return store
}

// `<Error><Code>AccessDenied</Code>…`: the code says it all, the rest names keys and hosts.
function codeOf(xml: string): string {
  return /<Code>(\w{1,60})<\/Code>/.exec(xml)?.[1] ?? 'no reason'
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
