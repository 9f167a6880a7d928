import { readFile } from 'node:fs/promises'
import { type CellValue, streamXlsxRows } from 'hucre/xlsx'
import { readZipDirectory } from '../../platform/zip-directory.ts'
import { readZipPart } from '../../platform/zip-part.ts'
import type { RawRow } from './rows.ts'
import { tableLimits, UploadRefused } from './upload-limits.ts'

/**
 * The rows of the first sheet of a workbook, as the texts that a CSV of it would have. What the file really unpacks to is measured
 * first, part by part, whatever its directory says (security.md F2). Throws UploadRefused.
 */
export async function* sheetRows(path: string): AsyncGenerator<RawRow> {
  await guard(path)
  let width = 0
  try {
    for await (const { index, values } of streamXlsxRows(await readFile(path))) {
      const cells = values.map(cellText)
      while (cells.length > 0 && cells.at(-1) === '') cells.pop()
      if (cells.length === 0) continue
      if (cells.length > tableLimits.columns || index > tableLimits.rows * 2)
        throw new UploadRefused(index > tableLimits.rows * 2 ? 'rows' : 'columns')
      width ||= cells.length
      while (cells.length < width) cells.push('')
      yield { line: index + 1, cells }
    }
  } catch (error) {
    throw error instanceof UploadRefused ? error : new UploadRefused('damaged')
  }
}

async function guard(path: string): Promise<void> {
  const head = (await readFile(path)).subarray(0, 8)
  if (head.equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) throw new UploadRefused('encrypted')
  const directory = await readZipDirectory(path)
  if (!directory) throw new UploadRefused(head.readUInt16LE(0) === 0x4b50 ? 'unpacked' : 'damaged')
  const names = directory.names
  if (directory.encrypted) throw new UploadRefused('encrypted')
  if (names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new UploadRefused('macros')
  if (names.some((name) => /^xl\/externalLinks\//i.test(name))) throw new UploadRefused('external')
  if (!names.includes('xl/workbook.xml')) throw new UploadRefused('damaged')
  let room = tableLimits.unpacked
  for (const part of directory.parts) {
    const bytes = await readZipPart(path, part, room)
    if (bytes === null) throw new UploadRefused('unpacked')
    room -= bytes.length
    if (/\.(xml|rels)$/.test(part.name)) guardXml(part.name, bytes)
  }
}

// No Office program writes a document type; one far cell makes a reader build a million empty ones.
function guardXml(name: string, bytes: Buffer): void {
  if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) throw new UploadRefused('entities')
  if (!/^xl\/worksheets\//.test(name)) return
  const cells = /<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g
  for (const [, letters, row] of bytes.toString('latin1').matchAll(cells)) {
    if (Number(row) > tableLimits.rows * 2) throw new UploadRefused('rows')
    if (letters!.length === 3 || columnNumber(letters!) > tableLimits.columns * 2) throw new UploadRefused('columns')
  }
}

const columnNumber = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00.000Z$/, '')
      .replace('T', ' ')
      .slice(0, 19)
  // What a sum of cents leaves behind the fifteenth digit is no part of the number.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)))
  return String(value).slice(0, tableLimits.cell)
}
