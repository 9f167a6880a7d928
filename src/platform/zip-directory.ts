import { type FileHandle, open } from 'node:fs/promises'

/** Where a part of a zip stands, and how it is packed (0 not at all, 8 deflated). */
export interface ZipPart {
  name: string
  packed: number
  method: number
  offset: number
}

interface Directory {
  names: string[]
  parts: ZipPart[]
  encrypted: boolean
}

const [most, largest] = [1000, 100_000_000]

/**
 * What an Office file (a zip) holds, read from its directory alone: nothing is ever inflated. Null for what is no plain zip, holds
 * more than a document does, unpacks to more than 100 MB, or names folders outside itself (security.md F2).
 */
export async function readZipDirectory(path: string): Promise<Directory | null> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const end = await findEnd(handle, size)
    if (!end || end.entries > most || end.length > 1_000_000 || end.start + end.length > size) return null
    const bytes = Buffer.alloc(end.length)
    const { bytesRead } = await handle.read(bytes, 0, end.length, end.start)
    return bytesRead === end.length ? readEntries(bytes, end.entries) : null
  } finally {
    await handle.close()
  }
}

// The end record is the last 22 bytes, or more where a comment follows it.
async function findEnd(handle: FileHandle, size: number) {
  const length = Math.min(size, 65_557)
  const tail = Buffer.alloc(length)
  await handle.read(tail, 0, length, size - length)
  for (let at = length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + 22 + tail.readUInt16LE(at + 20) !== length) continue
    return { entries: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), start: tail.readUInt32LE(at + 16) }
  }
  return null
}

function readEntries(bytes: Buffer, entries: number): Directory | null {
  const parts: ZipPart[] = []
  let [at, unpacked, encrypted] = [0, 0, false]
  for (let n = 0; n < entries; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const [packed, full] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    unpacked += full
    if (unpacked > largest || (full > 1_000_000 && full > packed * 100)) return null
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)) return null
    if (bytes.readUInt16LE(at + 8) & 1) encrypted = true
    parts.push({ name, packed, method: bytes.readUInt16LE(at + 10), offset: bytes.readUInt32LE(at + 42) })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { names: parts.map(({ name }) => name), parts, encrypted }
}
