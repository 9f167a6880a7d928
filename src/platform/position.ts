import { Transform } from 'node:stream'
import { crc32 } from 'node:zlib'

/** Bytes that stand in a file in place of those it has, as many of them. */
export interface Patch {
  at: number
  bytes: Buffer
}

/** Whether a file of this type may carry where it was taken. */
export function mayTellPosition(mediaType: string): boolean {
  return ['image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/webp'].includes(mediaType)
}

/**
 * What has to be overwritten so that a photo no longer tells where it was taken: the GPS part of EXIF, and XMP and IPTC, which repeat it
 * in words. The picture stays bit for bit, and the file as long as it was; so ranges and ZIPs need not know (docs/decisions/0111).
 */
export function positionPatches(file: Buffer, mediaType: string): Patch[] {
  if (mediaType === 'image/png') return pngParts(file)
  return [...(mediaType === 'image/jpeg' ? jpegParts(file) : xmpParts(file)), ...gpsParts(file)]
}

// No camera writes more parts; a file that was made to keep us busy does.
const mostParts = 500

const zeros = (at: number, end: number): Patch[] => (end > at ? [{ at, bytes: Buffer.alloc(end - at) }] : [])

// XMP (also its continuation) and IPTC between the pictures' markers, and whatever hangs behind the picture: a film, a second picture.
function jpegParts(file: Buffer): Patch[] {
  const patches: Patch[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff && patches.length < mostParts) {
    const marker = file[at + 1]!
    if (marker === 0xd9) return [...patches, ...zeros(at + 2, file.length)]
    if (marker === 0xff) {
      at++
      continue
    }
    const end = Math.min(at + 2 + file.readUInt16BE(at + 2), file.length)
    const exif = file.subarray(at + 4, at + 8).toString('latin1') === 'Exif'
    if ((marker === 0xe1 && !exif) || marker === 0xed) patches.push(...zeros(at + 4, end))
    at = marker === 0xda ? endOfScan(file, end) : end
  }
  return [...patches, ...(file[at] === 0xff && file[at + 1] === 0xd9 ? zeros(at + 2, file.length) : [])]
}

// In a scan 0xff is followed by a zero or counts a restart; anything else is the next marker.
function endOfScan(file: Buffer, from: number): number {
  let at = file.indexOf(0xff, from)
  while (at >= 0 && at + 1 < file.length) {
    const next = file[at + 1]!
    if (next !== 0 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return at
    at = file.indexOf(0xff, at + 1)
  }
  return file.length
}

// A PNG has its EXIF, XMP and texts in chunks with a check sum: they become chunks that mean nothing.
function pngParts(file: Buffer): Patch[] {
  const patches: Patch[] = []
  for (let at = 8; at + 12 <= file.length && patches.length < mostParts; ) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) break
    if (['eXIf', 'tEXt', 'zTXt', 'iTXt'].includes(file.subarray(at + 4, at + 8).toString('latin1'))) {
      const bytes = Buffer.alloc(end - at - 4)
      bytes.write('noNe', 'latin1')
      bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4)
      patches.push({ at: at + 4, bytes })
    }
    at = end
  }
  return patches
}

// EXIF is a little TIFF; wherever one begins, as in JPEG, WebP and HEIC, its GPS part is emptied.
function gpsParts(file: Buffer): Patch[] {
  return ['II*\0', 'MM\0*'].flatMap((head) => {
    const starts: number[] = []
    for (let at = file.indexOf(head, 0, 'latin1'); at >= 0 && starts.length < 50; at = file.indexOf(head, at + 4, 'latin1'))
      starts.push(at)
    return starts.flatMap((start) => gpsOf(file, start, head.startsWith('II')))
  })
}

const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

function gpsOf(file: Buffer, start: number, little: boolean): Patch[] {
  const u16 = (at: number) => (at + 2 > file.length ? 0 : little ? file.readUInt16LE(at) : file.readUInt16BE(at))
  const u32 = (at: number) => (at + 4 > file.length ? 0 : little ? file.readUInt32LE(at) : file.readUInt32BE(at))
  const entries = (at: number) => {
    const count = u16(at)
    // What only looks like a TIFF, in the middle of a picture, has no such list.
    return count > 200
      ? []
      : Array.from({ length: count }, (_, n) => at + 2 + n * 12).filter((entry) => entry + 12 <= file.length)
  }
  const pointer = entries(start + u32(start + 4)).find((entry) => u16(entry) === 0x8825)
  if (pointer === undefined) return []
  const list = start + u32(pointer + 8)
  const values = entries(list).flatMap((entry) => {
    const size = (bytesOfType[u16(entry + 2)] ?? 0) * u32(entry + 4)
    const value = start + u32(entry + 8)
    // Names and coordinates are short; what claims more is no value.
    return size > 4 && size <= 4096 ? zeros(value, Math.min(value + size, file.length)) : []
  })
  // The list stays where it is, without entries.
  return [...values, ...zeros(list, Math.min(list + 2 + entries(list).length * 12, file.length))]
}

// XMP is text in a frame of its own.
function xmpParts(file: Buffer): Patch[] {
  const patches: Patch[] = []
  for (let at = file.indexOf('<x:xmpmeta'); at >= 0 && patches.length < mostParts; ) {
    const end = file.indexOf('</x:xmpmeta>', at)
    if (end < 0) break
    patches.push({ at, bytes: Buffer.alloc(end - at, ' ') })
    at = file.indexOf('<x:xmpmeta', end)
  }
  return patches
}

/** Lets a file pass, from this byte on, with the patches in it. */
export function patching(patches: Patch[], from = 0): Transform {
  let at = from
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const passed = Buffer.from(chunk)
      for (const { at: begin, bytes } of patches) {
        const start = Math.max(begin, at)
        const end = Math.min(begin + bytes.length, at + passed.length)
        if (start < end) bytes.copy(passed, start - at, start - begin, end - begin)
      }
      at += chunk.length
      done(null, passed)
    },
  })
}
