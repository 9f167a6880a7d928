import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { readZipDirectory } from './zip-directory.ts'

/** Why a file is not kept: each has a sentence of its own in the feature's phrases. */
export type FileRefusal = 'type' | 'mismatch' | 'empty' | 'macros' | 'encrypted' | 'active' | 'archive'

const office = 'application/vnd.openxmlformats-officedocument'

// Ending → the type we keep it under, and how its content is checked (security.md F1). The sender's own type counts for nothing.
const kinds: Record<string, { mediaType: string; content: 'magic' | 'text' | 'mail' | 'cfb' | { part: string } }> = {
  pdf: { mediaType: 'application/pdf', content: 'magic' },
  jpg: { mediaType: 'image/jpeg', content: 'magic' },
  jpeg: { mediaType: 'image/jpeg', content: 'magic' },
  png: { mediaType: 'image/png', content: 'magic' },
  heic: { mediaType: 'image/heic', content: 'magic' },
  txt: { mediaType: 'text/plain', content: 'text' },
  csv: { mediaType: 'text/csv', content: 'text' },
  eml: { mediaType: 'message/rfc822', content: 'mail' },
  msg: { mediaType: 'application/vnd.ms-outlook', content: 'cfb' },
  docx: { mediaType: `${office}.wordprocessingml.document`, content: { part: 'word/document.xml' } },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, content: { part: 'xl/workbook.xml' } },
  pptx: { mediaType: `${office}.presentationml.presentation`, content: { part: 'ppt/presentation.xml' } },
}

/** The endings that are accepted, for `accept` of a file field. */
export const acceptedEndings = Object.keys(kinds).map((ending) => `.${ending}`)

const active = new Set(['html', 'htm', 'xhtml', 'svg', 'xml', 'js', 'mjs', 'hta', 'php', 'mht', 'mhtml'])
const macros = new Set(['docm', 'xlsm', 'pptm', 'dotm', 'xltm', 'xlam', 'xlsb'])
const archives = new Set(['zip', 'rar', '7z', 'gz', 'tgz', 'tar', 'iso', 'cab'])

/** The type a file is kept under, or why it is not: its ending, its first bytes and its structure must agree. */
export async function checkFile(
  path: string,
  name: string,
  size: number,
): Promise<{ mediaType: string } | { refused: FileRefusal }> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
  if (!kind)
    return {
      refused: active.has(ending) ? 'active' : macros.has(ending) ? 'macros' : archives.has(ending) ? 'archive' : 'type',
    }
  if (size === 0) return { refused: 'empty' }
  const head = await firstBytes(path, 4100)
  const refused =
    kind.content === 'text' || kind.content === 'mail'
      ? await refuseText(path, head, kind.content === 'mail')
      : kind.content === 'magic'
        ? await refuseMagic(head, kind.mediaType)
        : kind.content === 'cfb'
          ? isCompound(head)
            ? null
            : 'mismatch'
          : await refuseOffice(path, head, kind.content.part)
  return refused ? { refused } : { mediaType: kind.mediaType }
}

/**
 * For tables that are imported: their ending alone. What they hold is judged where they are read, in a thread of its own, which has
 * more to say than that it does not fit.
 */
export async function checkTable(
  _path: string,
  name: string,
  size: number,
): Promise<{ mediaType: string } | { refused: FileRefusal }> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (macros.has(ending)) return { refused: 'macros' }
  if (!['csv', 'txt', 'xlsx', 'zip'].includes(ending)) return { refused: 'type' }
  return size === 0 ? { refused: 'empty' } : { mediaType: 'application/octet-stream' }
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function refuseMagic(head: Buffer, mediaType: string): Promise<FileRefusal | null> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  const mime = found?.mime === 'image/heif' ? 'image/heic' : found?.mime
  if (mime === mediaType) return null
  return looksActive(head) ? 'active' : 'mismatch'
}

// Old Office files and encrypted new ones are both compound files.
function isCompound(head: Buffer): boolean {
  return head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
}

async function refuseOffice(path: string, head: Buffer, part: string): Promise<FileRefusal | null> {
  if (isCompound(head)) return 'encrypted'
  const directory = await readZipDirectory(path)
  if (!directory) return looksActive(head) ? 'active' : 'mismatch'
  if (directory.encrypted) return 'encrypted'
  if (directory.names.some((name) => /vbaProject|macrosheets/i.test(name))) return 'macros'
  return directory.names.includes('[Content_Types].xml') && directory.names.includes(part) ? null : 'mismatch'
}

// Text has no control characters; what begins like a page or a script is none, whatever it is called.
async function refuseText(path: string, head: Buffer, mail: boolean): Promise<FileRefusal | null> {
  if (looksActive(head)) return 'active'
  if (mail && !/^[!-9;-~]+:/.test(head.toString('latin1'))) return 'mismatch'
  const wide = head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
  if (wide) return null
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127)) return 'mismatch'
  }
  return null
}

function looksActive(head: Buffer): boolean {
  const text = head.toString('latin1').replace(/\0/g, '').slice(0, 1024)
  return /^(?:ï»¿|ÿþ|þÿ)?\s*(?:<(?:!doctype|!--|\?|html|head|body|script|svg|iframe|meta|a\b|img)|#!)/i.test(text)
}

/**
 * The name a file keeps as data (security.md F3): NFC, without folders, control, direction and unassigned characters and signs
 * that file systems refuse, at most 150 characters, its ending kept.
 */
export function cleanName(original: string): string {
  const name = original
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/["<>:|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const signs = [...(name || 'document')]
  if (signs.length <= 150) return signs.join('')
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, 150 - [...ending].length).join('') + ending
}
