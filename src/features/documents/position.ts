import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { mayTellPosition, type Patch, patching, positionPatches } from '../../platform/position.ts'
import { takingTurns } from '../../platform/turns.ts'
import type { Services } from '../../platform/visit.ts'

interface Kept {
  sha256: Buffer
  media_type: string
}

// The whole of a photo passes through memory; two at a time are enough.
const inTurn = takingTurns({ running: 2, waiting: 50, deadline: 8000, retryAfter: 5 })
const mostBytes = 32_000_000

/**
 * What is overwritten in a file before it is handed out to somebody who did not bring it (docs/decisions/0111). Null where its bytes are
 * not there; throws Refusal 503 when too many are being read.
 */
export async function hiddenIn({ files }: Pick<Services, 'files'>, brokerageId: string, file: Kept): Promise<Patch[] | null> {
  if (!mayTellPosition(file.media_type)) return []
  return inTurn(() =>
    files.withPath(brokerageId, file.sha256, async (path) => {
      const handle = await open(path)
      try {
        const { size } = await handle.stat()
        const bytes = Buffer.alloc(Math.min(size, mostBytes))
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
        return positionPatches(bytes.subarray(0, bytesRead), file.media_type)
      } finally {
        await handle.close()
      }
    }),
  )
}

/** The stream with these patches; `from`: where in the file it begins. */
export function without(stream: Readable, patches: Patch[], from = 0): Readable {
  if (patches.length === 0) return stream
  const passing = patching(patches, from)
  stream.on('error', (error) => passing.destroy(error))
  passing.on('close', () => stream.destroy())
  return stream.pipe(passing)
}

/** Which files of these documents (`id/number`) the actor gets as they came: all of them as staff, else those they brought. */
export async function broughtByActor(db: Db, versions: { id: string; file_number: number }[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select v.document_id || '/' || v.number as key from document_version v
      where v.document_id = any (${versions.map(({ id }) => id)}::uuid[])
        and ((select access.is_staff()) or v.author_account_id = (select access.actor()))`.execute(db)
  const brought = new Set(rows.map(({ key }) => key))
  return new Set(versions.map(({ id, file_number }) => `${id}/${file_number}`).filter((key) => brought.has(key)))
}
