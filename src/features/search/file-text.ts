import { open } from 'node:fs/promises'
import { type OfficeKind, officeText } from '../../platform/office-text.ts'
import { pdfText } from '../../platform/pdf.ts'

/** As much of a text as an entry keeps. */
export const mostText = 200_000

const office: Record<string, OfficeKind> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
}

/** The words of a file by its type; '' where it has none, or none that we can read. */
export async function fileText(path: string, mediaType: string): Promise<string> {
  const text = await read(path, mediaType)
  return (text ?? '').toWellFormed().replaceAll('\0', ' ').slice(0, mostText)
}

async function read(path: string, mediaType: string): Promise<string | null> {
  if (mediaType === 'application/pdf') return (await pdfText(path, mostText))?.text ?? null
  if (mediaType === 'text/plain' || mediaType === 'text/csv') return plainText(path)
  const kind = office[mediaType]
  return kind ? officeText(path, kind, mostText) : null
}

async function plainText(path: string): Promise<string> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostText * 2), 0, mostText * 2, 0)
    return decoded(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

// The end may have been cut within a character; that is no reason to take it for another encoding.
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
