import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedDemonstration } from '../src/features/demo/seed.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { keysOf } from '../src/platform/visit.ts'
import { testSecret } from './secret.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
    dataDir: string
  }
}

/** One real PostgreSQL for the whole run, with a template that holds both demonstration brokerages; every test file copies it. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  // The server does not run as root, so the folder must be passable for its own user.
  chmodSync(dataDir, 0o711)
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), fast: true })
  await migrate(postgres.url, testSecret, process.cwd())
  const database = openDatabase(postgres.url, testSecret)
  const config = readConfig({ DATA_DIR: dataDir }, process.cwd())
  await seedDemonstration(
    { config, database, files: openFiles(config), keys: keysOf(testSecret), publicPort: 4600, log: console },
    () => {},
  )
  await database.end()
  await makeTemplate(postgres.url)
  project.provide('template', postgres.url)
  project.provide('dataDir', dataDir)
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

// A template must have no connection; forbidding them keeps a stray one from spoiling every copy.
async function makeTemplate(url: string) {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const template = new pg.Client({ connectionString: url })
  await template.connect()
  // Without statistics the planner guesses badly, and every copy inherits them.
  await template.query('analyze')
  await template.end()
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  const name = new URL(url).pathname.slice(1)
  await client.query(`alter database ${name} with is_template true allow_connections false`)
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await client.end()
}
