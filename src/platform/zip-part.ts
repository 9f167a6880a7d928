import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { ZipPart } from './zip-directory.ts'

const inflate = promisify(inflateRaw)

/** One part of a zip, unpacked to at most `most` bytes whatever the directory says of it. Null where it is damaged or larger. */
export async function readZipPart(path: string, { packed, method, offset }: ZipPart, most: number): Promise<Buffer | null> {
  if (packed > most || (method !== 0 && method !== 8)) return null
  const handle = await open(path)
  try {
    const head = Buffer.alloc(30)
    await handle.read(head, 0, 30, offset)
    if (head.readUInt32LE(0) !== 0x04034b50) return null
    const bytes = Buffer.alloc(packed)
    await handle.read(bytes, 0, packed, offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28))
    return method === 0 ? bytes : await inflate(bytes, { maxOutputLength: most })
  } catch {
    // Damaged, or more than it says.
    return null
  } finally {
    await handle.close()
  }
}
