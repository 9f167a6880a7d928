import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3 } from '../../test/s3.ts'
import { readConfig } from './config.ts'
import { type FileStore, openFiles } from './files.ts'
import { s3Store } from './files-s3.ts'

let work: string
let s3: Awaited<ReturnType<typeof startS3>>
const stores: Record<string, FileStore> = {}
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'dossier-files-'))
  s3 = await startS3()
  stores.folder = openFiles({ dataDir: join(work, 'data'), s3: null })
  stores.s3 = openFiles({ dataDir: join(work, 's3'), s3: s3.settings })
})
afterAll(async () => {
  await s3.close()
  rmSync(work, { recursive: true, force: true })
})

const ours = randomUUID()
const others = randomUUID()
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const read = async (store: FileStore, brokerage: string, hash: Buffer, range?: { from: number; to: number }) => {
  const opened = await store.open(brokerage, hash, range)
  return opened && { size: opened.size, bytes: await buffer(opened.stream) }
}
const slowly = (bytes: Buffer) =>
  Readable.from(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
    })(),
  )

describe.each(['folder', 's3'])('files in %s', (kind) => {
  const store = () => stores[kind]!

  test('what is put as a stream or a path comes back byte by byte, whole or in part', async () => {
    const bytes = randomBytes(1_300_000)
    const path = join(work, `${kind}-source`)
    writeFileSync(path, bytes)
    for (const [brokerage, source] of [
      [ours, slowly(bytes)],
      [others, path],
    ] as const) {
      expect(await store().put(brokerage, source)).toEqual({ sha256: hashOf(bytes), size: bytes.length })
      expect((await read(store(), brokerage, hashOf(bytes)))?.bytes.equals(bytes)).toBe(true)
      const part = await read(store(), brokerage, hashOf(bytes), { from: 10, to: 19 })
      expect(part).toEqual({ size: bytes.length, bytes: bytes.subarray(10, 20) })
      expect(await store().size(brokerage, hashOf(bytes))).toBe(bytes.length)
    }
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('an empty file is a file', async () => {
    const { sha256, size } = await store().put(ours, Readable.from([]))
    expect([size, (await read(store(), ours, sha256))?.bytes.length]).toEqual([0, 0])
  })

  test('the same bytes twice, also at once, are kept once', async () => {
    const bytes = randomBytes(200_000)
    const stored = await Promise.all(Array.from({ length: 5 }, () => store().put(ours, slowly(bytes))))
    expect(new Set(stored.map(({ sha256 }) => sha256.toString('hex'))).size).toBe(1)
    expect((await read(store(), ours, hashOf(bytes)))?.bytes.equals(bytes)).toBe(true)
  })

  test('one brokerage does not reach the bytes of another by their hash', async () => {
    const { sha256 } = await store().put(ours, slowly(randomBytes(10)))
    expect(await store().open(others, sha256)).toBeNull()
    expect(await store().size(others, sha256)).toBeNull()
    await store().remove(others, sha256)
    expect(await store().size(ours, sha256)).toBe(10)
  })

  test('a path is lent for reading and holds the bytes', async () => {
    const { sha256 } = await store().put(ours, slowly(Buffer.from('lent')))
    let lent = ''
    const text = await store().withPath(ours, sha256, async (path) => {
      lent = path
      return readFileSync(path, 'utf8')
    })
    expect(text).toBe('lent')
    expect(await store().withPath(ours, hashOf(Buffer.from('never put')), async () => 'called')).toBeNull()
    await expect(store().withPath(ours, sha256, () => Promise.reject(new Error('the work failed')))).rejects.toThrow(
      'work failed',
    )
    if (kind === 's3') expect(() => statSync(lent)).toThrow('ENOENT')
  })

  test('removed bytes are gone, and removing what is not there is no error', async () => {
    const { sha256 } = await store().put(ours, slowly(randomBytes(10)))
    await store().remove(ours, sha256)
    await store().remove(ours, sha256)
    expect(await store().open(ours, sha256)).toBeNull()
  })

  test('a source that breaks off keeps nothing, and leaves nothing lying about', async () => {
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('the line broke')
      })(),
    )
    await expect(store().put(ours, breaking)).rejects.toThrow('the line broke')
    expect(await store().size(ours, hashOf(Buffer.from('half')))).toBeNull()
    const names = readdirSync(kind === 's3' ? join(work, 's3/uploads') : join(work, 'data/files', ours))
    expect(names.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([])
  })

  test('no place is made of anything but an id and a hash', async () => {
    for (const [brokerage, hash] of [
      ['../../etc', Buffer.alloc(32)],
      [`${ours}/..`, Buffer.alloc(32)],
      [ours, Buffer.alloc(31)],
    ] as const) {
      await expect((async () => store().open(brokerage, hash))()).rejects.toThrow('Not ')
      await expect((async () => store().remove(brokerage, hash))()).rejects.toThrow('Not ')
    }
  })

  test('a store that can be used says nothing at the start', async () => {
    await store().check()
  })
})

test('storage that is busy for a moment is asked again', async () => {
  s3.mood.failures = 1
  const { sha256 } = await stores.s3!.put(ours, slowly(Buffer.from('patience')))
  expect(s3.objects.get(`${ours}/${sha256.toString('hex')}`)?.toString()).toBe('patience')
})

test('a wrong key, a wrong bucket, a server that refuses: the start says so, and an error is no missing file', async () => {
  const wrong = s3Store({ ...s3.settings, secretAccessKey: 'another' }, work)
  await expect(wrong.check()).rejects.toThrow(expect.objectContaining({ name: 'StartError' }))
  await expect(wrong.put(ours, slowly(Buffer.from('x')))).rejects.toThrow('403')
  await expect(wrong.open(ours, hashOf(Buffer.from('x')))).rejects.toThrow('SignatureDoesNotMatch')
  const bucketless = s3Store({ ...s3.settings, bucket: 'another' }, work)
  await expect(bucketless.put(ours, slowly(Buffer.from('x')))).rejects.toThrow('NoSuchBucket')
  s3.mood.cut = true
  try {
    await expect(stores.s3!.size(ours, hashOf(Buffer.from('x')))).rejects.toThrow()
    await expect(stores.s3!.check()).rejects.toThrow(expect.objectContaining({ name: 'StartError' }))
  } finally {
    s3.mood.cut = false
  }
})

test('half of the settings for S3 is a mistake that ends the start', () => {
  const all = {
    S3_ENDPOINT: 'https://s3.example.ch',
    S3_BUCKET: 'dossier',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  expect(readConfig(all, work).s3).toEqual({
    endpoint: 'https://s3.example.ch',
    bucket: 'dossier',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  })
  expect(readConfig({}, work).s3).toBeNull()
  for (const name of Object.keys(all)) expect(() => readConfig({ ...all, [name]: '' }, work)).toThrow(name)
  expect(() => readConfig({ ...all, S3_ENDPOINT: 'https://user:pw@s3.example.ch' }, work)).toThrow('S3_ENDPOINT')
})
