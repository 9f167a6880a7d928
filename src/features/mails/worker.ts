import { type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { MailJob } from '../../platform/mail.ts'
import { openMailer } from '../../platform/mailer.ts'
import type { Services } from '../../platform/visit.ts'
import { type ResetJob, sendReset } from '../password-reset/jobs.ts'
import { type Post, sendMail } from './jobs.ts'

type WorkerServices = Pick<Services, 'config' | 'database' | 'keys' | 'publicPort' | 'log'>

/**
 * Works the queue until `stop`, which lets running jobs finish. `workerUrl` is the address for the role dossier_worker. The
 * services are read at every job: links carry the port that is known by then. Throws StartError in production without SMTP.
 */
export async function startWorker(services: WorkerServices, workerUrl: string): Promise<{ stop(): Promise<void> }> {
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
  const taskList = tasks({ services, pool, mailer }, services)
  const logger = quietly(services.log)
  const runner = await run({ pgPool: pool, taskList, concurrency: 3, noHandleSignals: true, pollInterval: 2000, logger }).catch(
    async (error: unknown): Promise<Runner> => {
      await pool.end()
      throw error
    },
  )
  runner.promise.catch((error: unknown) => services.log.error({ err: error }, 'the worker stopped'))
  return {
    async stop() {
      await runner.stop()
      mailer.close()
      await pool.end()
    },
  }
}

function tasks(post: Post, services: WorkerServices): TaskList {
  return {
    mail: (payload, { job }) => sendMail(post, payload as MailJob, job.attempts >= job.max_attempts),
    password_reset: (payload) => sendReset(services, payload as ResetJob),
  }
}

// The queue tells every step; only what went wrong is for the log, and never a payload.
function quietly(log: Services['log']) {
  const say = (level: 'error' | 'warn') => (message: string) => log[level](`worker: ${message}`)
  const logger = { error: say('error'), warn: say('warn'), info: () => {}, debug: () => {}, scope: () => logger }
  return logger as never
}
