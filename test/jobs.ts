import pg from 'pg'
import { jobs } from '../src/jobs.ts'
import type { Work } from '../src/platform/jobs.ts'
import { roleUrl } from '../src/platform/migrate.ts'
import type { House } from './house.ts'
import { testSecret } from './secret.ts'

/**
 * Connections with the rights of the worker. A test database is dropped with force: a connection that was about to end then says so,
 * which is nobody's failure.
 */
export function workerPool(house: Pick<House, 'database'>): pg.Pool {
  const pool = new pg.Pool({ connectionString: roleUrl(house.database.ownerUrl, 'dossier_worker', testSecret), max: 3 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Works jobs one by one as a test wants it, with the rights of the worker and without its clock. Close it with the house. */
export function worksIn(house: House) {
  const pool = workerPool(house)
  const mailer = { send: async () => {}, close() {} } as unknown as Work['mailer']
  const work: Work = { services: house.services, pool, mailer }
  const named = (name: string) => jobs.find((job) => job.name === name)!

  return {
    /** Runs a job by its name, also one that only the clock calls. */
    run: (name: string, payload: unknown = {}, lastTry = false) => named(name).run(work, payload, lastTry),

    /** Runs all that wait under this name, oldest first, and takes away those that succeeded; the errors of the others come back. */
    async runWaiting(name: string, lastTry = false): Promise<unknown[]> {
      const waiting = await house.look<{ id: string; payload: unknown }>(
        `select j.id, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = $1 order by j.id`,
        [name],
      )
      const errors: unknown[] = []
      for (const { id, payload } of waiting) {
        const error = await named(name)
          .run(work, payload, lastTry)
          .then(
            () => null,
            (failure: unknown) => failure,
          )
        if (error) errors.push(error)
        else await house.look('delete from graphile_worker._private_jobs where id = $1', [id])
      }
      return errors
    },
    close: () => pool.end(),
  }
}
