import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './files.ts'
import { placeOf } from './files-place.ts'
import { syncFolder, writeMeasured } from './files-write.ts'
import { StartError } from './start-error.ts'

/** Files in a folder, one subfolder per brokerage. What is half written when the power goes has a name that is nobody's. */
export function folderStore(home: string): FileStore {
  const pathOf = (brokerageId: string, sha256: Buffer) => join(home, placeOf(brokerageId, sha256))
  const sizeOf = (path: string) =>
    stat(path).then(
      (found) => (found.isFile() ? found.size : null),
      (error: unknown) => (isMissing(error) ? null : Promise.reject(error)),
    )

  return {
    async put(brokerageId, source) {
      const folder = dirname(pathOf(brokerageId, Buffer.alloc(32)))
      await makeFolder(folder)
      const draft = join(folder, `draft-${randomUUID()}`)
      try {
        const stored = await writeMeasured(source, draft)
        await rename(draft, pathOf(brokerageId, stored.sha256))
        await syncFolder(folder)
        return stored
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async open(brokerageId, sha256, range) {
      const handle = await open(pathOf(brokerageId, sha256)).catch((error: unknown) =>
        isMissing(error) ? null : Promise.reject(error),
      )
      if (!handle) return null
      const { size } = await handle.stat()
      return { size, stream: handle.createReadStream(range && { start: range.from, end: range.to }) }
    },
    size: (brokerageId, sha256) => sizeOf(pathOf(brokerageId, sha256)),
    async withPath(brokerageId, sha256, work) {
      const path = pathOf(brokerageId, sha256)
      return (await sizeOf(path)) === null ? null : work(path)
    },
    remove: (brokerageId, sha256) => rm(pathOf(brokerageId, sha256), { force: true }),
    async check() {
      await mkdir(home, { recursive: true, mode: 0o700 })
        .then(() => access(home, constants.W_OK))
        .catch(() => {
          throw new StartError(
            `The folder ${home} cannot be written by this user. Give it another owner, or choose another DATA_DIR.`,
          )
        })
    },
  }
}

// A new folder is only there after a power cut once the one it lies in is on the disk.
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let made = first; made && made.length <= folder.length; made = nextBelow(made, folder)) await syncFolder(dirname(made))
}

function nextBelow(made: string, folder: string): string | undefined {
  if (made === folder) return undefined
  return join(made, folder.slice(made.length + 1).split(/[/\\]/)[0]!)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
