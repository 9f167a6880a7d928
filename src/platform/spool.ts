import { randomBytes } from 'node:crypto'
import { mkdir, open, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'

/** Bytes on their way: written as fast as they are made, read as slowly as somebody's line is. */
export interface Spool {
  write(bytes: Uint8Array): Promise<void>
  /** All is written; the reader gets the rest and then the end. */
  end(): void
  /** Making it failed; the reader's stream breaks off, so that half a file never passes for a whole one. */
  fail(error: unknown): void
  readonly reader: Readable
}

/**
 * A spool in a file without a name, so that neither memory nor the maker (a database transaction) waits for the reader. The
 * file is gone with its last user, also when the process ends at once.
 */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomBytes(12).toString('hex')}.tmp`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  let written = 0
  let ended = false
  let failure: unknown
  let more = Promise.withResolvers<void>()
  const wake = () => {
    more.resolve()
    more = Promise.withResolvers()
  }
  const users = { writer: true, reader: true }
  const leave = async (who: keyof typeof users) => {
    if (!users[who]) return
    users[who] = false
    if (!users.writer && !users.reader) await file.close()
  }

  async function* follow() {
    let position = 0
    try {
      for (;;) {
        const changed = more.promise
        if (failure) throw failure
        if (position < written) {
          const buffer = Buffer.allocUnsafe(Math.min(64 * 1024, written - position))
          const { bytesRead } = await file.read(buffer, 0, buffer.length, position)
          position += bytesRead
          yield buffer.subarray(0, bytesRead)
        } else if (ended) return
        else await changed
      }
    } finally {
      await leave('reader')
    }
  }

  return {
    async write(bytes) {
      let done = 0
      while (done < bytes.length) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, written + done)
        done += bytesWritten
      }
      written += done
      wake()
    },
    end() {
      ended = true
      wake()
      void leave('writer')
    },
    fail(error) {
      failure = error ?? new Error('the spool failed')
      wake()
      void leave('writer')
    },
    reader: Readable.from(follow(), { objectMode: false }),
  }
}
