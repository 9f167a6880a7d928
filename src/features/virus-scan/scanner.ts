import { Readable } from 'node:stream'
import { scanStream } from '../../platform/clamd.ts'
import type { Config } from '../../platform/config.ts'
import { StartError } from '../../platform/start-error.ts'
import type { Services } from '../../platform/visit.ts'

/** The largest file anybody brings: an import takes 50 MB (an upload 20 MB). */
const largest = 50 * 1024 * 1024

/**
 * Asks the scanner, before work begins, to take a file as large as ours get: clamd cannot be asked for its StreamMaxLength. Throws
 * a StartError where it is too small. A scanner that is away is only logged: files wait for it.
 */
export async function checkScanner(services: { config: Pick<Config, 'clamd'>; log: Services['log'] }): Promise<void> {
  const { clamd } = services.config
  if (!clamd) return
  try {
    await scanStream(clamd, Readable.from(zeros(largest)))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/size limit exceeded/i.test(said))
      throw new StartError(
        'The virus scanner in CLAMD_URL refuses files that Dossier takes. Set StreamMaxLength in clamd.conf to 60M or more.',
      )
    services.log.error({ err: error }, 'the virus scanner cannot be reached; files wait for it')
  }
}

function* zeros(size: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024)
  for (let sent = 0; sent < size; sent += chunk.length) yield chunk
}
