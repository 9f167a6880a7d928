import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eicar, type Mood, startClamd } from '../../test/clamd.ts'
import { scanStream } from './clamd.ts'
import { readConfig } from './config.ts'

let clamd: Awaited<ReturnType<typeof startClamd>>
beforeAll(async () => {
  clamd = await startClamd()
})
beforeEach(() => {
  clamd.state.mood = 'well'
})
afterAll(() => clamd.close())

const scan = (bytes: Buffer, wait?: number) => scanStream(clamd.address, Readable.from([bytes]), wait)

test('clean is clean, a virus has a name, also at the end of a long file', async () => {
  expect(await scan(Buffer.from('Grüezi'))).toEqual({ clean: true })
  expect(await scan(Buffer.alloc(0))).toEqual({ clean: true })
  expect(await scan(eicar)).toEqual({ clean: false, found: 'Eicar-Test-Signature' })
  const long = async function* () {
    for (let n = 0; n < 300; n++) yield Buffer.alloc(64 * 1024)
    yield eicar
  }
  expect(await scanStream(clamd.address, long())).toEqual({ clean: false, found: 'Eicar-Test-Signature' })
})

test.each<[Mood, RegExp]>([
  ['hangs', /silent for/],
  ['hangs up', /hung up|ECONNRESET|EPIPE|socket/],
  ['too small', /INSTREAM size limit exceeded\. ERROR/],
  ['talks nonsense', /stream: OK, I think/],
])('a scanner that %s has said nothing', async (mood, reason) => {
  clamd.state.mood = mood
  await expect(scan(Buffer.alloc(5_000_000), 300)).rejects.toThrow(reason)
})

test('no scanner, and a file that breaks off, are errors and no verdict', async () => {
  await expect(scanStream({ host: '127.0.0.1', port: 1 }, Readable.from([eicar]))).rejects.toThrow('ECONNREFUSED')
  const breaking = async function* () {
    yield Buffer.from('half')
    throw new Error('the disk is gone')
  }
  await expect(scanStream(clamd.address, breaking())).rejects.toThrow('the disk is gone')
})

test('it is also reached by a socket file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-clamd-'))
  const path = join(folder, 'clamd.ctl')
  const server = createServer((socket) => socket.once('data', () => socket.end('stream: OK\0')))
  await new Promise<void>((ready) => server.listen(path, ready))
  const { clamd: address } = readConfig({ CLAMD_URL: `unix:${path}` }, folder)
  expect(await scanStream(address!, Readable.from([eicar]))).toEqual({ clean: true })
  server.close()
  rmSync(folder, { recursive: true, force: true })
  expect(readConfig({ CLAMD_URL: 'tcp://scanner' }, folder).clamd).toEqual({ host: 'scanner', port: 3310 })
  expect(() => readConfig({ CLAMD_URL: 'http://scanner' }, folder)).toThrow('CLAMD_URL')
})
