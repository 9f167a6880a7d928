import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { derivedKey } from './secrets.ts'
import { StartError } from './start-error.ts'

export const loginRoles = ['dossier_app', 'dossier_gate', 'dossier_worker', 'dossier_operator'] as const
export type LoginRole = (typeof loginRoles)[number]

/** The address under which one of our database roles connects: the owner's, with that role and its derived password. */
export function roleUrl(ownerUrl: string, role: LoginRole, secret: Buffer): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = derivedKey(secret, `database role ${role}`).toString('hex')
  return url.href
}

/**
 * Brings the database to the newest schema: our SQL files in order, each once, under an advisory lock (several nodes may
 * start together), then the queue's own tables. Gives the login roles their passwords. Throws StartError when a file fails.
 * `to` stops at that migration, for the rows of a backup that fit it.
 */
export async function migrate(ownerUrl: string, secret: Buffer, root: string, { to }: { to?: string } = {}): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrations = sqlFiles(root)
    if (to && !migrations[to]) throw new StartError(`This version of Dossier does not know the schema ${to}. Take a newer one.`)
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results } = await (to ? migrator.migrateTo(to) : migrator.migrateToLatest())
    if (error) {
      const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'a migration'
      throw new StartError(
        `The database could not be brought up to date: ${failed}: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
    await openRoles(db, secret)
    await queueTables(db, roleUrl(ownerUrl, 'dossier_worker', secret))
    await refuseBypass(db)
  } finally {
    await db.destroy()
  }
}

function sqlFiles(root: string): Record<string, Migration> {
  const folder = join(root, 'db/migrations')
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return Object.fromEntries(
    files.map((file) => [
      file.slice(0, -4),
      { up: async (db: Kysely<unknown>) => void (await sql.raw(readFileSync(join(folder, file), 'utf8')).execute(db)) },
    ]),
  )
}

// Roles belong to the server, not to the database. No role may read which password stands there, so it is set at every start;
// the lock keeps nodes that start together from changing the same row at once.
async function openRoles(db: Kysely<unknown>, secret: Buffer): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(4600001)`.execute(connection)
    for (const role of loginRoles) {
      const password = derivedKey(secret, `database role ${role}`).toString('hex')
      await sql`alter role ${sql.id(role)} login password ${sql.lit(password)}`.execute(connection)
    }
    await sql`select pg_advisory_unlock(4600001)`.execute(connection)
  })
}

async function queueTables(db: Kysely<unknown>, workerUrl: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const database = sql.id(rows[0]!.name)
  await sql`grant create on database ${database} to dossier_worker`.execute(db)
  const workerPool = new pg.Pool({ connectionString: workerUrl, max: 2 })
  workerPool.on('error', () => {})
  workerPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: workerPool, logger: quiet })
  } finally {
    await workerPool.end()
    await sql`revoke create on database ${database} from dossier_worker`.execute(db)
  }
}

// The wall must hold for the process that serves: no superuser, no bypass, owner of nothing, and member of no other role, whose
// rights it could take on (security.md T1).
async function refuseBypass(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ rolname: string }>`
    select rolname from pg_roles where rolname in ('dossier_app', 'dossier_gate') and (rolsuper or rolbypassrls or rolcreaterole
      or exists (select from pg_auth_members m where m.member = pg_roles.oid)
      or exists (select from pg_class c where c.relowner = pg_roles.oid and c.relkind in ('r', 'v', 'm')))`.execute(db)
  if (rows.length > 0)
    throw new StartError(
      `The database role ${rows[0]!.rolname} could get around the row rules. Dossier does not start like this.`,
    )
}

const quiet = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, scope: () => quiet } as never

/** Gathers the planner's statistics after a lot was loaded at once; the server would do it by itself only minutes later. */
export async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('analyze')
  await client.end()
}
