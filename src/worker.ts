import { basename, join } from 'node:path'
import { checkScanner } from './features/virus-scan/scanner.ts'
import { jobs } from './jobs.ts'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/db.ts'
import { openFiles } from './platform/files.ts'
import type { Work } from './platform/jobs.ts'
import { roleUrl } from './platform/migrate.ts'
import { startQueue } from './platform/queue.ts'
import { installationSecret } from './platform/secrets.ts'
import { StartError } from './platform/start-error.ts'
import { keysOf } from './platform/visit.ts'

/** Works every job of the table of contents until `stop`; `workerUrl` is the address for the role dossier_worker. */
export async function startWorker(services: Work['services'], workerUrl: string): Promise<{ stop(): Promise<void> }> {
  await checkScanner(services)
  return startQueue(services, workerUrl, jobs)
}

// The queue as a process of its own, beside web processes with INLINE_WORKER=no that share one DATABASE_URL.
async function main(): Promise<void> {
  const config = readConfig(process.env, join(import.meta.dirname, '..'))
  if (!config.databaseUrl)
    throw new StartError('DATABASE_URL is not set: without it the web process works the queue itself (docs/operations.md).')
  const secret = installationSecret(config)
  const database = openDatabase(config.databaseUrl, secret, { size: 2 })
  const services = {
    config,
    database,
    files: openFiles(config),
    keys: keysOf(secret),
    publicPort: config.publicPort,
    log: console,
  }
  const worker = await startWorker(services, roleUrl(config.databaseUrl, 'dossier_worker', secret))
  const end = async () => {
    await worker.stop()
    await database.end()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end)
}

// The web process imports this file too, and is then the door itself.
if (/^worker\.(ts|js)$/.test(basename(process.argv[1] ?? '')))
  main().catch((error: unknown) => {
    console.error(error instanceof StartError ? error.message : error)
    process.exit(1)
  })
