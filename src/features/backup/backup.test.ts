import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { testSecret } from '../../../test/secret.ts'
import { folderStore } from '../../platform/files-folder.ts'
import { migrate } from '../../platform/migrate.ts'
import { makeBackup } from './make.ts'
import { type Manifest, manifestFile, readManifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'

let house: House
let folder: string
let backup: string
let made: Manifest
const databases: string[] = []

beforeAll(async () => {
  house = await startHouse()
  folder = mkdtempSync(join(tmpdir(), 'dossier-backup-'))
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/messages/new')
  await person.post('/de-de/messages/new', { subject: 'Vor der Sicherung', body: 'Steht das nachher noch da?' })
  expect(person.status).toBe(303)
  backup = join(folder, 'one')
  made = await makeBackup(house.database.ownerUrl, house.services.files, backup)
})
afterAll(async () => {
  await admin(async (client) => {
    for (const name of databases) await client.query(`drop database ${name} with (force)`)
  })
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(house.database.ownerUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** An empty database with the schema of the backup. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomBytes(5).toString('hex')}`
  await admin((client) => client.query(`create database ${name}`))
  databases.push(name)
  const url = new URL(house.database.ownerUrl)
  url.pathname = `/${name}`
  await migrate(url.href, testSecret, process.cwd(), { to: made.migration })
  return url.href
}

async function look<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<R>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const closed = ['session', 'remember_token', 'activation_token', 'reset_token', 'calendar_feed', 'setup_link', 'mail']

test('a backup holds every table with rows and every file, and only its manifest makes it one', async () => {
  const rows = (name: string) => made.tables.find((table) => table.name === name)!.rows
  const [there] = await house.look<{ policies: number; events: number; messages: number }>(
    'select (select count(*)::int from policy) as policies, (select count(*)::int from event) as events, (select count(*)::int from message) as messages',
  )
  expect({ policies: rows('policy'), events: rows('event'), messages: rows('message') }).toEqual(there)
  expect(there!.messages).toBeGreaterThan(0)
  const [files] = await house.look<{ n: number }>('select count(distinct (brokerage_id, sha256))::int as n from document')
  expect(made.files.length).toBeGreaterThanOrEqual(files!.n)
  expect(made.missing).toEqual([])
  expect(await readManifest(backup)).toEqual(made)
  await expect(readManifest(folder)).rejects.toThrow('it is no backup')
  await expect(makeBackup(house.database.ownerUrl, house.services.files, backup)).rejects.toThrow('is not empty')
})

test('restored, every row and file is the same; but nobody is signed in, no link opens and no mail waits to go out', async () => {
  const url = await emptyDatabase()
  const store = folderStore(join(folder, 'store'))
  await restoreBackup(url, store, backup, made)
  const again = await makeBackup(url, store, join(folder, 'two'))
  const open = (manifest: Manifest) => manifest.tables.filter(({ name }) => !closed.includes(name))
  expect(open(again)).toEqual(open(made))
  expect(again.files).toEqual(made.files)
  const [left] = await look(
    url,
    `select (select count(*)::int from session where ended_at is null) as sessions,
      (select count(*)::int from activation_token where used_at is null and revoked_at is null) as invitations,
      (select count(*)::int from mail where state = 'queued') as mails,
      (select count(*)::int from graphile_worker._private_jobs) as jobs`,
  )
  expect(left).toEqual({ sessions: 0, invitations: 0, mails: 0, jobs: 0 })
  await expect(restoreBackup(url, store, backup, made)).rejects.toThrow('There are brokerages in this database')
})

test('a damaged table, a lost file and a strange manifest are refused, and leave the database empty', async () => {
  const url = await emptyDatabase()
  const store = folderStore(join(folder, 'third'))
  const wrong = {
    ...made,
    tables: made.tables.map((table) => (table.name === 'claim' ? { ...table, rows: table.rows + 1 } : table)),
  }
  await expect(restoreBackup(url, store, backup, wrong)).rejects.toThrow('The table claim of the backup is not what it was')
  const lost = { ...made, files: [{ ...made.files[0]!, sha256: 'ab'.repeat(32) }] }
  await expect(restoreBackup(url, store, backup, lost)).rejects.toThrow('is missing or damaged')
  expect(await look(url, 'select count(*)::int as n from brokerage')).toEqual([{ n: 0 }])
  const text = readFileSync(join(backup, manifestFile), 'utf8')
  for (const broken of ['', '{', text.replace('"format": 1', '"format": 2'), text.replace('"policy"', '"policy; drop"')]) {
    writeFileSync(join(folder, manifestFile), broken)
    await expect(readManifest(folder)).rejects.toThrow('cannot be read by this version')
  }
  await expect(migrate(url, testSecret, process.cwd(), { to: '20991231-0000_future' })).rejects.toThrow('Take a newer one')
})
