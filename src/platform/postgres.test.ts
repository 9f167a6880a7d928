import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from './postgres.ts'
import { StartError } from './start-error.ts'

const isRoot = process.getuid?.() === 0
const running: Postgres[] = []
const children: ChildProcess[] = []
const root = mkdtempSync(join(tmpdir(), 'dossier-postgres-'))
chmodSync(root, 0o711)
const shared = join(root, 'shared')

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const postgres of running.splice(0)) await postgres.stop()
})
afterAll(async () => {
  // A failed test may have left a server of its killed child.
  if (existsSync(join(shared, 'cluster', 'postmaster.pid'))) await (await startPostgres({ dataDir: shared, fast: true })).stop()
  rmSync(root, { recursive: true, force: true })
})

async function start(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, fast: true })
  running.push(postgres)
  return postgres
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows.flat()
}

// Another process that starts the database and then stays; its first line is either "up URL" or the reason it refused.
function otherParent(dataDir: string): { child: ChildProcess; firstLine: Promise<string> } {
  const script = `const { startPostgres } = await import(${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)})
    try { console.log('up', (await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fast: true })).url); setInterval(() => {}, 1e6) }
    catch (error) { console.log(error.name + ': ' + error.message) }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const firstLine = once(createInterface(child.stdout!), 'line').then(([line]) => String(line))
  return { child, firstLine }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const refusal = (dataDir: string) =>
  startPostgres({ dataDir, fast: true }).then(
    () => undefined,
    (error: unknown) => error,
  )

test('the first start makes a cluster with checksums, UTF-8 and words cut at the right letters', async () => {
  const { url, version, adopted } = await start(shared)
  expect(adopted).toBe(false)
  expect(await ask(url, 'show server_version')).toEqual([version])
  expect(await ask(url, `select current_user, current_database(), current_setting('data_checksums')`)).toEqual([
    'dossier_owner',
    'dossier',
    'on',
  ])
  expect(await ask(url, `select to_tsvector('simple', '«Bär» – Straße')::text, lower('ÄÉ')`)).toEqual([
    `'bär':1 'straße':2`,
    'äé',
  ])
  expect(
    await ask(url, `select count(*)::int > 0 from pg_collation where collprovider = 'i' and collname like 'de-CH%'`),
  ).toEqual([true])
  expect(statSync(join(shared, 'password')).mode & 0o777).toBe(0o600)
})

test('nobody gets in without the password', async () => {
  const { url } = await start(shared)
  const stranger = new URL(url)
  stranger.password = 'guess'
  await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a second start finds what the first one wrote', async () => {
  const first = await start(shared)
  await ask(first.url, `create table kept as select 'here' as word`)
  await first.stop()
  const second = await start(shared)
  expect(await ask(second.url, 'select word from kept')).toEqual(['here'])
})

test('a server that outlives its killed parent is taken over with its data', async () => {
  const { child, firstLine } = otherParent(shared)
  const url = (await firstLine).replace('up ', '')
  await ask(url, `create table outlived as select 'still here' as word`)
  await kill(child)
  const next = await start(shared)
  expect(next).toMatchObject({ adopted: true, url })
  expect(await ask(next.url, 'select word from outlived')).toEqual(['still here'])
})

test('a folder that a living process holds is refused, and nothing happens to that process', async () => {
  const { child, firstLine } = otherParent(shared)
  const url = (await firstLine).replace('up ', '')
  const error = await refusal(shared)
  expect(error).toBeInstanceOf(StartError)
  expect((error as Error).message).toContain(`already running on ${shared} (process ${child.pid})`)
  expect(await ask(url, 'select 1')).toEqual([1])
  await kill(child)
  expect((await start(shared)).adopted).toBe(true)
})

test('of several processes that start at the same moment exactly one gets the database', async () => {
  const contenders = Array.from({ length: 3 }, () => otherParent(shared))
  const lines = await Promise.all(contenders.map(({ firstLine }) => firstLine))
  expect(lines.filter((line) => line.startsWith('up '))).toHaveLength(1)
  expect(lines.filter((line) => line.includes('already running'))).toHaveLength(2)
  await Promise.all(contenders.map(({ child }) => child.exitCode ?? kill(child)))
  await start(shared)
})

test('a pid file that names somebody else’s process does not stop the start', async () => {
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'])
  children.push(bystander)
  await (await start(shared)).stop()
  writeFileSync(join(shared, 'cluster', 'postmaster.pid'), `${bystander.pid}\n${shared}/cluster\n1\n1\n\n127.0.0.1\n\n`)
  expect((await start(shared)).adopted).toBe(false)
  expect(bystander.exitCode).toBe(null)
})

test('a server that dies is started again on the same port', async () => {
  const { url } = await start(shared)
  process.kill(Number(readFileSync(join(shared, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await expect.poll(() => ask(url, 'select 1').catch(() => []), { timeout: 10_000, interval: 100 }).toEqual([1])
})

test('a cluster of another major version is refused and left as it is', async () => {
  const old = join(root, 'old')
  mkdirSync(join(old, 'cluster'), { recursive: true })
  writeFileSync(join(old, 'cluster', 'PG_VERSION'), '12\n')
  expect(await refusal(old)).toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(/made by PostgreSQL 12; this Dossier brings \d+/),
  })
  expect(readFileSync(join(old, 'cluster', 'PG_VERSION'), 'utf8')).toBe('12\n')
})

test('a folder that cannot be written is named in one line', async () => {
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o500 })
  // To root every folder is open, so root becomes somebody else for as long as the question takes.
  if (isRoot) {
    chownSync(closed, 65534, 65534)
    process.seteuid!(65534)
  }
  const error = await refusal(join(closed, 'data')).finally(() => isRoot && process.seteuid!(0))
  expect(error).toMatchObject({
    name: 'StartError',
    message: expect.stringContaining(`${join(closed, 'data')} cannot be written`),
  })
})

test('a place that is a file is named in one line', async () => {
  writeFileSync(join(root, 'file'), '')
  expect(await refusal(join(root, 'file'))).toMatchObject({
    name: 'StartError',
    message: expect.stringContaining('is not a folder'),
  })
})

test.runIf(isRoot)(
  'root with a closed checkout: the database moves to a folder its user can reach, and a note says so',
  async () => {
    const closed = join(root, 'closed-to-others')
    mkdirSync(closed, { mode: 0o700 })
    const dataDir = join(closed, 'data')
    const first = await start(dataDir)
    await ask(first.url, `create table moved as select 'there' as word`)
    await first.stop()
    const home = readFileSync(join(dataDir, 'MOVED.txt'), 'utf8').split('\n')[0]!
    try {
      expect(home).toMatch(/^\/var\/(lib|tmp)\/dossier-[0-9a-f]{12}$/)
      expect(existsSync(join(home, 'cluster', 'PG_VERSION'))).toBe(true)
      expect(await ask((await start(dataDir)).url, 'select word from moved')).toEqual(['there'])
      await running.at(-1)!.stop()
    } finally {
      rmSync(home, { recursive: true })
    }
    expect(await refusal(dataDir)).toMatchObject({ name: 'StartError', message: expect.stringContaining('which does not exist') })
  },
)
