import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { FileStore } from '../../platform/files.ts'
import { folderStore } from '../../platform/files-folder.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Manifest, manifestFile, type SavedTable, tablePath } from './manifest.ts'
import { measured } from './measured.ts'

/**
 * Writes everything of every brokerage into a new folder: the tables as one consistent snapshot while the portal serves, the
 * files that their rows name, and last a manifest with counts and SHA-256 (security.md R11). The queue and the installation's
 * secret are not in it. `ownerUrl` must be a superuser: others are stopped by the row rules.
 */
export async function makeBackup(ownerUrl: string, files: FileStore, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new StartError(`${folder} is not empty. Choose a new folder for the backup.`)
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await refuseHalf(client)
    await client.query('begin isolation level repeatable read read only')
    const about = await client.query<{ migration: string; server: string; at: Date }>(
      `select (select max(name) from kysely_migration) as migration, current_setting('server_version') as server, now() as at`,
    )
    const tables: SavedTable[] = []
    for (const { name, columns, key } of await tablesOf(client))
      tables.push({ name, columns, ...(await saveTable(client, folder, name, columns, key)) })
    const { saved, missing } = await saveFiles(client, files, folder)
    await client.query('commit')
    const { migration, server, at } = about.rows[0]!
    const manifest: Manifest = { format: 1, madeAt: at.toISOString(), server, migration, tables, files: saved, missing }
    await finish(folder, manifest)
    return manifest
  } finally {
    await client.end()
  }
}

// With row rules in the way a copy would be empty and look like a backup.
async function refuseHalf(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ yes: boolean }>('select rolsuper as yes from pg_roles where rolname = current_user')
  if (!rows[0]?.yes)
    throw new StartError(
      'The owner in DATABASE_URL is no superuser, and the row rules stop everybody else. Use pg_dump of your server (docs/operations.md).',
    )
}

async function tablesOf(client: pg.Client) {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place)
        join pg_attribute a on a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid
        order by k.place) as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
    order by c.relname`)
  return rows
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ')

// In the order of the key, so that the same rows always have the same hash.
async function saveTable(client: pg.Client, folder: string, table: string, columns: string[], key: string[]) {
  const order = key.length > 0 ? `order by ${quoted(key)}` : ''
  const rows = client.query(copyTo(`copy (select ${quoted(columns)} from "${table}" ${order}) to stdout`))
  const measure = measured()
  await pipeline(
    rows,
    measure.pass,
    createGzip(),
    createWriteStream(tablePath(folder, table), { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { rows: rows.rowCount, sha256: measure.sha256() }
}

// A file is kept before the row that names it is written, so what the snapshot names is there now or never will be.
async function saveFiles(client: pg.Client, files: FileStore, folder: string) {
  const store = folderStore(join(folder, 'files'))
  const saved: Manifest['files'] = []
  const missing: Manifest['missing'] = []
  for (const { brokerage, sha256 } of await namedFiles(client)) {
    const opened = await files.open(brokerage, sha256)
    const hex = sha256.toString('hex')
    if (!opened) {
      missing.push({ brokerage, sha256: hex })
      continue
    }
    const stored = await store.put(brokerage, opened.stream)
    if (!stored.sha256.equals(sha256))
      throw new StartError(`The file ${hex} of brokerage ${brokerage} is not what it was. Repair the storage first.`)
    saved.push({ brokerage, sha256: hex, size: stored.size })
  }
  return { saved, missing }
}

/** Every file that some row names: all columns of the catalogue that are called sha256. */
async function namedFiles(client: pg.Client): Promise<{ brokerage: string; sha256: Buffer }[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'sha256' and a.atttypid = 'bytea'::regtype
    order by c.relname`)
  const each = tables.map(({ name }) => `select brokerage_id, sha256 from "${name}" where sha256 is not null`)
  const { rows } = await client.query<{ brokerage_id: string; sha256: Buffer }>(`${each.join(' union ')} order by 1, 2`)
  return rows.map(({ brokerage_id, sha256 }) => ({ brokerage: brokerage_id, sha256 }))
}

async function finish(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${manifestFile}.part`)
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(draft, join(folder, manifestFile))
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
