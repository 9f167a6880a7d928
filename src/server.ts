import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { seedDemonstration } from './features/demo/seed.ts'
import { welcome } from './features/demo/welcome.ts'
import { offerSetUp } from './features/set-up/changes.ts'
import { type Config, readConfig } from './platform/config.ts'
import { openDatabase } from './platform/db.ts'
import { openFiles } from './platform/files.ts'
import { analyze, migrate, roleUrl } from './platform/migrate.ts'
import { startPostgres } from './platform/postgres.ts'
import { checkDatabase } from './platform/safe-versions.ts'
import { installationSecret } from './platform/secrets.ts'
import { start } from './platform/start.ts'
import { StartError } from './platform/start-error.ts'
import { keysOf, type Services } from './platform/visit.ts'
import { loadAssets } from './ui/assets.ts'
import { startWorker } from './worker.ts'

/** Starts everything in order — database, schema, demonstration or set-up, web server, worker — and says where to go. */
async function serveHouse(): Promise<{ stop(): Promise<void> }> {
  const config = readConfig(process.env, process.cwd())
  const say = (line: string) => console.log(line)
  await refuseTakenPort(config)
  const secret = installationSecret(config)
  const embedded = config.databaseUrl ? null : await startPostgres({ dataDir: join(config.dataDir, 'postgres') })
  const ownerUrl = config.databaseUrl ?? embedded!.url
  try {
    await checkDatabase(ownerUrl, config)
    await migrate(ownerUrl, secret, config.root)
    loadAssets(join(config.root, 'dist/assets/manifest.json'))
    const files = openFiles(config)
    await files.check()
    const database = openDatabase(ownerUrl, secret)
    const services: Services = { config, database, files, keys: keysOf(secret), publicPort: config.publicPort, log: console }
    if (!config.production && (await seedDemonstration(services, say))) await analyze(ownerUrl)
    const app = await buildApp(services)
    services.log = app.log
    await app.listen({ port: config.port, host: config.bind })
    const worker = config.inlineWorker ? await startWorker(services, roleUrl(ownerUrl, 'dossier_worker', secret)) : null
    if (config.production) await offerSetUp(services, say)
    else welcome(services, say)
    return {
      async stop() {
        await app.close()
        await worker?.stop()
        await database.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

// Before anything is set up: a taken port is the commonest reason not to start, and it should cost nothing to learn.
async function refuseTakenPort({ port, bind }: Config): Promise<void> {
  if (port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is already in use. Stop the other program, or choose another port: PORT=4601 npm start`)
          : new StartError(
              `Dossier cannot listen on ${bind}:${port} (${error.code}). Choose another address with BIND and PORT.`,
            ),
      ),
    )
    probe.listen(port, bind, () => probe.close(() => resolve()))
  })
}

await start(serveHouse)
