import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { placeOf } from './files-place.ts'
import { imagePicture } from './image-picture.ts'
import { pdfPage } from './pdf.ts'
import { type DrawnPage, previewCache } from './preview-cache.ts'
import { takingTurns } from './turns.ts'
import type { Services } from './visit.ts'

export type PreviewKind = 'pages' | 'picture' | 'text'

/** How a file of this type is shown; null where it is not. */
export function previewKind(mediaType: string): PreviewKind | null {
  if (mediaType === 'application/pdf') return 'pages'
  if (mediaType === 'image/jpeg' || mediaType === 'image/png') return 'picture'
  return mediaType === 'text/plain' || mediaType === 'text/csv' ? 'text' : null
}

/** The widths that pictures are drawn in, in pixels; no other is asked for, so that nobody fills the disk with sizes. */
export const previewWidths = [480, 960, 1600] as const
export type PreviewWidth = (typeof previewWidths)[number]

/** Bytes that may be shown. Whether they may (`mayLeave`) was asked before. */
export interface ShownFile {
  sha256: Buffer
  mediaType: string
}

type Rooms = Pick<Services, 'config' | 'files'>

const inTurn = takingTurns({
  running: Math.max(1, Math.floor(availableParallelism() / 2)),
  waiting: 20,
  deadline: 8000,
  retryAfter: 5,
})
const drawing = new Map<string, Promise<DrawnPage | null>>()
const caches = new Map<string, ReturnType<typeof previewCache>>()

function cacheOf({ config }: Rooms) {
  const home = join(config.dataDir, 'previews')
  const cache = caches.get(home) ?? previewCache(home)
  caches.set(home, cache)
  return cache
}

/**
 * One page of a PDF (counted from 0) or a picture, drawn by us, as a file on this disk: nothing of the original reaches a browser
 * (security.md F4). Null where it cannot be drawn or there is no such page. Throws Refusal 503 when too much is being drawn.
 */
export async function drawnPage(
  rooms: Rooms,
  brokerageId: string,
  file: ShownFile,
  page: number,
  width: PreviewWidth,
): Promise<DrawnPage | null> {
  const known = await knownPage(rooms, brokerageId, file, page, width)
  if (known !== undefined) return known
  if (page > 0) {
    const first = await drawnPage(rooms, brokerageId, file, 0, width)
    if (!first || page >= first.facts.pages) return null
  }
  // Many who open the same page at the same moment wait for one drawing.
  const key = keyOf(brokerageId, file, page, width)
  const going = drawing.get(key) ?? inTurn(() => draw(rooms, brokerageId, file, page, width))
  drawing.set(key, going)
  return going.finally(() => drawing.delete(key))
}

/** What is known of a page that was drawn before; undefined where it was not, null where it cannot be. */
export async function knownPage(rooms: Rooms, brokerageId: string, file: ShownFile, page: number, width: PreviewWidth) {
  return cacheOf(rooms).find(keyOf(brokerageId, file, page, width))
}

function keyOf(brokerageId: string, { sha256 }: ShownFile, page: number, width: PreviewWidth): string {
  return `${placeOf(brokerageId, sha256)}/${page}-${width}`
}

async function draw(rooms: Rooms, brokerageId: string, file: ShownFile, page: number, width: PreviewWidth) {
  // Bytes that are not there may come back; only what was really tried is remembered.
  const tried = await rooms.files.withPath(brokerageId, file.sha256, async (path) => ({
    drawn: previewKind(file.mediaType) === 'pages' ? await pdfPicture(path, page, width) : await photoPicture(path, width),
  }))
  return tried && cacheOf(rooms).keep(keyOf(brokerageId, file, page, width), tried.drawn)
}

async function pdfPicture(path: string, page: number, width: PreviewWidth) {
  const drawn = await pdfPage(path, page, width)
  if (!drawn) return null
  const { png, ...facts } = drawn
  return { facts: { type: 'image/png' as const, ...facts }, bytes: png }
}

async function photoPicture(path: string, width: PreviewWidth) {
  const drawn = await imagePicture(path, width)
  if (!drawn) return null
  const { webp, ...size } = drawn
  return { facts: { type: 'image/webp' as const, pages: 1, text: '', ...size }, bytes: webp }
}

const mostText = 64 * 1024

/** The beginning of a text file, and whether that is all of it; null where the bytes are not there. */
export async function shownText(
  { files }: Rooms,
  brokerageId: string,
  sha256: Buffer,
): Promise<{ text: string; whole: boolean } | null> {
  return files.withPath(brokerageId, sha256, async (path) => {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostText), 0, mostText, 0)
      return { text: decoded(buffer.subarray(0, bytesRead)), whole: (await handle.stat()).size <= mostText }
    } finally {
      await handle.close()
    }
  })
}

// What Swiss computers write: UTF-8, UTF-16 from Excel, Windows-1252 from what is older. A sign that is cut in the end is left out.
function decoded(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (wide) return readable(new TextDecoder(wide).decode(bytes, { stream: true }))
  try {
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }))
  } catch {
    return readable(new TextDecoder('windows-1252').decode(bytes))
  }
}

// Signs that turn the reading direction or show nothing have no place on a page of ours.
function readable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '')
}
