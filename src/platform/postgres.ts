import { resolve } from 'node:path'
import { claimFolder, isAlive } from './postgres-claim.ts'
import { prepareCluster } from './postgres-cluster.ts'
import { postgresHome } from './postgres-home.ts'
import type { Server } from './postgres-pidfile.ts'
import { findProgram } from './postgres-program.ts'
import { adoptServer, launchServer, ownerUrl, type Plan, stopServer } from './postgres-server.ts'
import { explainStart } from './start-error.ts'

export type PostgresOptions = {
  /** A folder for the database alone; made when missing. */
  dataDir: string
  /** Each line the server writes to its log. An adopted server has lost its log until the next start. */
  onLog?: (line: string) => void
  /** For tests only: gives up durability for speed. */
  fast?: boolean
}

export type Postgres = {
  /** For the owner, who is superuser; stays the same until `stop`. */
  url: string
  version: string
  /** Whether the server survived a killed parent and was taken over. */
  adopted: boolean
  stop(): Promise<void>
}

/**
 * Starts the built-in PostgreSQL on `dataDir`, or takes over the one a killed process left running there. While this
 * process lives, a server that dies is started again on the same port.
 * @throws StartError with one line for people: already running, no space, folder not writable, other version, no binaries.
 */
export async function startPostgres({ dataDir, onLog = () => {}, fast = false }: PostgresOptions): Promise<Postgres> {
  const folder = resolve(dataDir)
  try {
    const home = await postgresHome(folder)
    const release = await claimFolder(home.folder)
    try {
      const program = await findProgram(home)
      const cluster = await prepareCluster(home, program, fast)
      return await run({ program, cluster, runAs: home.runAs, fast, onLog }, release)
    } catch (error) {
      release()
      throw error
    }
  } catch (error) {
    throw explainStart(error, folder)
  }
}

async function run(plan: Plan, release: () => void): Promise<Postgres> {
  const found = await adoptServer(plan)
  const server = found ?? (await launchServer(plan))
  const leaveAlone = keepAlive(plan, server)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await leaveAlone()
    await stopServer(plan)
    release()
  }
  return {
    url: ownerUrl(plan.cluster, server.port),
    version: plan.program.version,
    adopted: Boolean(found),
    stop: () => (stopped ??= stop()),
  }
}

function keepAlive(plan: Plan, { pid, port }: Server): () => Promise<void> {
  let current = pid
  let restart: Promise<void> | undefined
  const startAgain = async () => {
    plan.onLog('The database server died; it is being started again')
    try {
      current = (await launchServer(plan, port)).pid
    } catch (error) {
      plan.onLog(String(error))
    }
    restart = undefined
  }
  const timer = setInterval(() => {
    if (!restart && !isAlive(current)) restart = startAgain()
  }, 1000).unref()
  return async () => {
    clearInterval(timer)
    await restart
  }
}
