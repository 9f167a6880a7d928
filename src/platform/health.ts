import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Services } from './visit.ts'

/** Below this part of the disk nothing that is written can be promised to stay (security.md R6, R7). */
const leastFree = 0.05
const longestMs = 1000

/**
 * `/healthz`: the process answers. `/readyz`: it can also serve — the database answers within a second, the disk has room, and
 * it is not being stopped; else 503, for whoever spreads requests over nodes. Neither tells a stranger more than yes or no.
 */
export function registerHealth(app: FastifyInstance, { database, config, log }: Services): void {
  let leaving = false
  app.addHook('preClose', (done) => {
    leaving = true
    done()
  })
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_, reply) => {
    const problem = leaving ? 'it is being stopped' : await inTime(problemOf(database.app, config.dataDir))
    if (problem) log.warn(`not ready: ${problem}`)
    return reply
      .code(problem ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({ ok: !problem })
  })
}

async function problemOf(pool: Services['database']['app'], dataDir: string): Promise<string | null> {
  try {
    await pool.query('select 1')
  } catch {
    return 'the database does not answer'
  }
  const room = await statfs(dataDir).catch(() => null)
  return room && room.bavail / room.blocks < leastFree ? 'the disk is almost full' : null
}

function inTime(asked: Promise<string | null>): Promise<string | null> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, longestMs, 'the database takes too long').unref())
  return Promise.race([asked, late])
}
