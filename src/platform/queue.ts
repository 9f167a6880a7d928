import { parseCrontab, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Job, Work } from './jobs.ts'
import { openMailer } from './mailer.ts'

/**
 * Works the queue until `stop`, which lets running jobs finish. `workerUrl` is the address for the role dossier_worker. The
 * services are read at every job: links carry the port that is known by then. Throws StartError in production without SMTP.
 */
export async function startQueue(
  services: Work['services'],
  workerUrl: string,
  jobs: readonly Job[],
): Promise<{ stop(): Promise<void> }> {
  const mailer = openMailer(services.config)
  const pool = new pg.Pool({
    connectionString: workerUrl,
    max: 4,
    connectionTimeoutMillis: 5000,
    options: '-c statement_timeout=60000',
  })
  // A dropped connection is the queue's business: it opens another one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const runner = await run({
    pgPool: pool,
    taskList: tasks(jobs, { services, pool, mailer }),
    parsedCronItems: parseCrontab(jobs.flatMap(({ name, every }) => (every ? [`${every} ${name}`] : [])).join('\n')),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quietly(services.log),
  }).catch(async (error: unknown): Promise<Runner> => {
    await pool.end()
    throw error
  })
  runner.promise.catch((error: unknown) => services.log.error({ err: error }, 'the worker stopped'))
  return {
    async stop() {
      await runner.stop()
      mailer.close()
      await pool.end()
    },
  }
}

function tasks(jobs: readonly Job[], work: Work): TaskList {
  return Object.fromEntries(
    jobs.map(({ name, run }) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
        run(work, payload, job.attempts >= job.max_attempts),
    ]),
  )
}

// The queue tells every step; only what went wrong is for the log, and never a payload.
function quietly(log: Work['services']['log']) {
  const say = (level: 'error' | 'warn') => (message: string) => log[level](`worker: ${message}`)
  const logger = { error: say('error'), warn: say('warn'), info: () => {}, debug: () => {}, scope: () => logger }
  return logger as never
}
