import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installationSecret } from './secrets.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dossier-secret-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const secretOf = (folder = dataDir) => installationSecret({ secret: null, dataDir: folder })
const file = () => join(dataDir, 'secret.key')

test('the first start makes the key, for its owner only, and the next one finds it', () => {
  const secret = secretOf()
  expect(secret.length).toBe(43)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(secretOf()).toEqual(secret)
  expect(readFileSync(file())).toEqual(secret)
})

test('a key that cannot be read ends the start with one line that names it', () => {
  mkdirSync(file())
  expect(() => secretOf()).toThrow(expect.objectContaining({ name: 'StartError', message: expect.stringContaining(file()) }))
  rmSync(file(), { recursive: true })
  if (process.getuid?.() === 0) return
  writeFileSync(file(), 'x'.repeat(43))
  chmodSync(file(), 0o000)
  expect(() => secretOf()).toThrow(/cannot be read \(EACCES\)/)
})

test('a key that was cut off is not taken for one', () => {
  writeFileSync(file(), '')
  expect(() => secretOf()).toThrow(/too short/)
})

test('a folder that is a file is said to be none', () => {
  writeFileSync(join(dataDir, 'file'), '')
  expect(() => secretOf(join(dataDir, 'file'))).toThrow(expect.objectContaining({ name: 'StartError' }))
})
