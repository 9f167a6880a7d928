import { StartError } from './start-error.ts'

/**
 * Runs a door of the product (server, worker, command line). A StartError becomes one line and exit code 1; SIGTERM and SIGINT
 * call what `run` returned, and the process ends when that is done, after 20 seconds at the latest (security.md R3).
 */
export async function start(run: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let stop: (() => Promise<void>) | undefined
  let stopping = false
  const end = async (code: number) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code), 20_000).unref()
    await stop?.().catch((error: unknown) => console.error(error))
    process.exit(code)
  }
  process.on('SIGTERM', () => void end(0))
  process.on('SIGINT', () => void end(0))
  process.on('uncaughtException', (error) => {
    console.error(error)
    void end(1)
  })
  try {
    stop = (await run()).stop
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error)
    process.exit(1)
  }
}
