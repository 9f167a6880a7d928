import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './postgres-claim.ts'
import { type Cluster, owner } from './postgres-cluster.ts'
import { putForeignPidFileAside, type Server, serverLeftBehind } from './postgres-pidfile.ts'
import type { Program } from './postgres-program.ts'
import { untilReady } from './postgres-ready.ts'
import { programOptions, type RunAs, runProgram, tellsOfFullDisk } from './postgres-run.ts'
import { serverSettings } from './postgres-settings.ts'
import { StartError } from './start-error.ts'

/** All it takes to run one server. */
export type Plan = { program: Program; cluster: Cluster; runAs: RunAs; fast: boolean; onLog: (line: string) => void }

/** The address of a server of ours, for its owner. */
export const ownerUrl = ({ password }: Cluster, port: number) => `postgres://${owner}:${password}@127.0.0.1:${port}/dossier`

/** Takes over the server a killed parent left behind; one of an older version is stopped instead. */
export async function adoptServer(plan: Plan): Promise<Server | undefined> {
  const server = serverLeftBehind(plan.cluster.folder)
  if (!server) return undefined
  const version = await untilReady(ownerUrl(plan.cluster, server.port), () => isAlive(server.pid))
  if (version === plan.program.version) return server
  if (version) await stopServer(plan)
  return undefined
}

/** Starts the server and waits until it answers. Without `port` a free one is taken. */
export async function launchServer(plan: Plan, port?: number): Promise<Server> {
  await putForeignPidFileAside(plan.cluster.folder)
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort())
    const { pid, said } = spawnServer(plan, chosen)
    if (pid && (await untilReady(ownerUrl(plan.cluster, chosen), () => isAlive(pid)))) return { pid, port: chosen }
    const output = await said
    if (attempt === 20 || !passing.test(output)) throw new StartError(reasonFor(output, plan))
    await wait(500)
  }
}

// The last children of a dead server need a moment to notice; and somebody else may have been quicker with the port.
const passing = /pre-existing shared memory block|Address already in use|lock file .* already exists/

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

// Detached: Ctrl-C in the terminal must reach us only, or the database would be gone before the last request is answered.
function spawnServer(
  { program, cluster, runAs, fast, onLog }: Plan,
  port: number,
): { pid: number | undefined; said: Promise<string> } {
  const args = ['-D', cluster.folder, ...serverSettings(port, fast).flatMap((setting) => ['-c', setting])]
  const child = spawn(program.postgres, args, { ...programOptions(runAs), detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const firstLines: string[] = []
  createInterface(child.stderr).on('line', (line) => {
    if (firstLines.length < 200) firstLines.push(line)
    onLog(line)
  })
  child.unref()
  if ('unref' in child.stderr) (child.stderr as { unref(): void }).unref()
  const said = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(firstLines.join('\n')))
  })
  return { pid: child.pid, said }
}

function reasonFor(output: string, { cluster, program }: Plan): string {
  if (tellsOfFullDisk(output)) return `No disk space left for ${cluster.folder}. Free some space and start again.`
  if (/database files are incompatible/.test(output))
    return `The database in ${cluster.folder} does not fit PostgreSQL ${program.version}.`
  const lines = output.split('\n')
  return `The database in ${cluster.folder} did not start: ${lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1)}`
}

/** Stops the server on the cluster within 10 s: open transactions are rolled back; what was committed stays. */
export async function stopServer({ program, cluster, runAs }: Plan): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runProgram(program.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-w', '-t', String(seconds)], runAs)
  if (!serverLeftBehind(cluster.folder)) return
  if (!(await stop('fast', 8)).ok && serverLeftBehind(cluster.folder)) await stop('immediate', 2)
}
