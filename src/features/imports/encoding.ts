import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Finds out how a file is written: by its byte order mark, else UTF-8 when every byte fits it, else Windows-1252. */
export async function detectEncoding(path: string): Promise<Encoding> {
  const start = await firstBytes(path)
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  // The whole file is looked at: the first ü may stand in the last row.
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) strict.decode(chunk, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    return 'windows-1252'
  }
}

const chunkSize = 256 * 1024

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The text of a file piece by piece, without its byte order mark. `onBytes` hears how far it is. */
export async function* readText(path: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    onBytes((chunk as Buffer).length)
    const text = decoder.decode(chunk as Buffer, { stream: true })
    if (text) yield text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

/** The sign between the fields: the one the first line has most of. */
export function guessDelimiter(firstLine: string): ';' | ',' | '\t' {
  const outside = firstLine.replace(/"(?:[^"]|"")*"/g, '')
  const times = (sign: string) => outside.split(sign).length
  return ([';', ',', '\t'] as const).reduce((best, sign) => (times(sign) > times(best) ? sign : best))
}
