import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from './start-error.ts'

const patience = 60_000

/**
 * Asks the server at `url` until it answers, up to 60 s: recovery after a crash takes its time. Makes the database the first time.
 * @returns its version ("18.4"), or undefined when the server went away meanwhile.
 * @throws StartError when the time is up or the password is not ours.
 */
export async function untilReady(url: string, isThere: () => boolean): Promise<string | undefined> {
  const end = performance.now() + patience
  let last = ''
  for (let pause = 20; performance.now() < end; pause = Math.min(pause * 1.5, 250)) {
    try {
      return await askVersion(url)
    } catch (error) {
      const { code, message } = error as Error & { code?: string }
      if (code === '28P01') throw new StartError('The database does not accept the password kept beside it.')
      if (code === '3D000') await createDatabase(url)
      last = message
    }
    if (!isThere()) return undefined
    await wait(pause)
  }
  throw new StartError(`The database did not become ready within ${patience / 1000} seconds: ${last}`)
}

async function askVersion(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]!.server_version
  })
}

async function createDatabase(url: string): Promise<void> {
  const { pathname } = new URL(url)
  await withClient(new URL('/postgres', url).href, (client) => client.query(`create database "${pathname.slice(1)}"`))
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 30_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
