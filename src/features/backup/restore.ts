import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStore } from '../../platform/files.ts'
import { folderStore } from '../../platform/files-folder.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Manifest, type SavedTable, tablePath } from './manifest.ts'
import { measured } from './measured.ts'

/**
 * Puts a backup into an empty database whose schema is that of the backup, and its files into the store: all of it or nothing.
 * Every count and hash is compared. Nobody is signed in afterwards, no link that was mailed opens, and no mail that waited goes
 * out (security.md R11). Throws a StartError that says what is wrong; then the database is as it was.
 */
export async function restoreBackup(ownerUrl: string, files: FileStore, folder: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await refuseFull(client)
    // Rows come in any order and with what triggers once wrote: neither keys nor triggers are asked before all are there.
    await client.query('set local session_replication_role = replica').catch(() => {
      throw new StartError(
        'The owner of the database is no superuser. Restore with the tools of your server (docs/operations.md).',
      )
    })
    for (const table of manifest.tables) await fill(client, folder, table)
    await restoreFiles(files, folder, manifest)
    await forgetAccess(client)
    await client.query('commit')
    await client.query('analyze')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from brokerage')
  if (rows[0]!.n > 0)
    throw new StartError(
      'There are brokerages in this database. Restore into an empty one: another DATA_DIR, or another DATABASE_URL.',
    )
}

async function fill(client: pg.Client, folder: string, { name, columns, rows, sha256 }: SavedTable): Promise<void> {
  // What a migration put there (there is nothing else yet) comes from the backup as well.
  await client.query(`delete from "${name}"`)
  const into = client.query(copyFrom(`copy "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`))
  const measure = measured()
  try {
    await pipeline(createReadStream(tablePath(folder, name)), createGunzip(), measure.pass, into)
  } catch (error) {
    throw new StartError(`The table ${name} of the backup cannot be restored: ${error instanceof Error ? error.message : error}`)
  }
  if (measure.sha256() !== sha256 || into.rowCount !== rows)
    throw new StartError(`The table ${name} of the backup is not what it was when it was made. Use another backup.`)
}

async function restoreFiles(files: FileStore, folder: string, manifest: Manifest): Promise<void> {
  const saved = folderStore(join(folder, 'files'))
  for (const { brokerage, sha256, size } of manifest.files) {
    const opened = await saved.open(brokerage, Buffer.from(sha256, 'hex'))
    const stored = opened && (await files.put(brokerage, opened.stream))
    if (!stored || stored.size !== size || stored.sha256.toString('hex') !== sha256)
      throw new StartError(`The file ${sha256} of the backup is missing or damaged. Use another backup.`)
  }
}

// What was given out since is unknown here: whoever could get in by something of then signs in anew, and mails wait for people.
async function forgetAccess(client: pg.Client): Promise<void> {
  await client.query('update session set ended_at = now() where ended_at is null')
  await client.query('update remember_token set revoked_at = now() where revoked_at is null')
  await client.query('update activation_token set revoked_at = now() where used_at is null and revoked_at is null')
  await client.query('update reset_token set revoked_at = now() where used_at is null and revoked_at is null')
  await client.query('update calendar_feed set revoked_at = now() where revoked_at is null')
  await client.query('delete from setup_link')
  await client.query(`update mail set state = 'dropped', error = 'held back by a restore' where state = 'queued'`)
}
