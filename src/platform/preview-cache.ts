import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What is known of a drawn page: `pages` of the file, the size of the picture, and what stands on it. */
export interface PictureFacts {
  type: 'image/png' | 'image/webp'
  pages: number
  width: number
  height: number
  text: string
}

/** A drawn page: what is known of it, and the file on this disk. */
export interface DrawnPage {
  facts: PictureFacts
  path: string
}

// null: it was tried, and cannot be drawn.
type Entry = DrawnPage | null

const mostBytes = 500_000_000
// What could not be drawn is not tried again at once: it is the costliest of all.
const unreadableFor = 3_600_000
const sweepEvery = 50

/** Drawn pages in a folder, the ones looked at least recently forgotten first. Nothing is lost with it. */
export function previewCache(home: string, limit = mostBytes) {
  let writes = 0

  async function find(key: string): Promise<Entry | undefined> {
    const path = join(home, key)
    try {
      const { facts } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as { facts: PictureFacts | null }
      if (!facts) return Date.now() - (await stat(`${path}.json`)).mtimeMs < unreadableFor ? null : undefined
      const now = new Date()
      await utimes(path, now, now)
      return { facts, path }
    } catch {
      return undefined
    }
  }

  async function keep(key: string, drawn: { facts: PictureFacts; bytes: Uint8Array } | null): Promise<Entry> {
    const path = join(home, key)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    if (drawn) await place(path, drawn.bytes)
    await place(`${path}.json`, JSON.stringify({ facts: drawn?.facts ?? null }))
    if (++writes % sweepEvery === 0) await sweep()
    return drawn && { facts: drawn.facts, path }
  }

  async function sweep(): Promise<void> {
    const names = await readdir(home, { recursive: true }).catch(() => [])
    const files = (
      await Promise.all(
        names.map(async (name) => {
          const found = await stat(join(home, name)).catch(() => null)
          return found?.isFile() ? { name, size: found.size, at: found.mtimeMs } : null
        }),
      )
    ).filter((file) => file !== null)
    let total = files.reduce((sum, { size }) => sum + size, 0)
    for (const { name, size } of files.sort((a, b) => a.at - b.at)) {
      if (total <= limit * 0.8) break
      await rm(join(home, name), { force: true })
      total -= size
    }
  }

  return { find, keep, sweep }
}

// Under its name at once or not at all: another request may be reading.
async function place(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, path)
}
