import pg from 'pg'
import type { Config } from './config.ts'
import { StartError } from './start-error.ts'

// Below these minor releases rows that row rules hide can be read or written through ON CONFLICT
// (CVE-2026-120154, CVE-2026-16237; security.md 0.1). Our keys all begin with the brokerage, which stops the oracle either way.
const safeMinor: Record<number, number> = { 15: 20, 16: 16, 17: 12, 18: 7 }

/** Connects once and refuses, in one line, what Dossier cannot run on: no answer, too old, or unpatched in production. */
export async function checkDatabase(url: string, config: Pick<Config, 'production' | 'allowUnpatchedDatabase'>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  let version: number
  try {
    await client.connect()
    const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v")
    version = Number(rows[0]!.v)
  } catch (error) {
    throw new StartError(
      `The database in DATABASE_URL does not answer: ${reason(error)}. Check address, port, user, password and database name.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000]
  if (major < 15) throw new StartError(`Dossier needs PostgreSQL 15 or newer; the database in DATABASE_URL is ${major}.${minor}.`)
  const wanted = safeMinor[major]
  if (config.production && wanted !== undefined && minor < wanted && !config.allowUnpatchedDatabase) {
    throw new StartError(
      `PostgreSQL ${major}.${minor} has known gaps in its row rules; production needs ${major}.${wanted} or newer (DATABASE_URL). ALLOW_UNPATCHED_PG=1 starts all the same.`,
    )
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0])
  return error instanceof Error ? error.message || ('code' in error ? String(error.code) : 'no connection') : String(error)
}
