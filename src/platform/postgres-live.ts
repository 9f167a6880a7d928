import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { postgresHome } from './postgres-home.ts'
import { serverLeftBehind } from './postgres-pidfile.ts'
import { ownerUrl } from './postgres-server.ts'

/** The owner's address of the built-in PostgreSQL that another process runs on `dataDir`; null when none runs there. */
export async function runningPostgres(dataDir: string): Promise<string | null> {
  const { folder } = await postgresHome(resolve(dataDir))
  const passwordFile = join(folder, 'password')
  if (!existsSync(join(folder, 'cluster')) || !existsSync(passwordFile)) return null
  const cluster = realpathSync(join(folder, 'cluster'))
  const server = serverLeftBehind(cluster)
  return server ? ownerUrl({ folder: cluster, password: readFileSync(passwordFile, 'utf8').trim() }, server.port) : null
}
