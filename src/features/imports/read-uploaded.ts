import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readZipDirectory } from '../../platform/zip-directory.ts'
import { readZipPart } from '../../platform/zip-part.ts'
import { detectEncoding } from './encoding.ts'
import { readRows } from './rows.ts'
import { tableLimits, type UploadReason, UploadRefused } from './upload-limits.ts'
import { sheetRows } from './workbook.ts'
import { writeTable } from './write-table.ts'

/** A file as it came: its name, and where it waits. */
export interface UploadedTable {
  name: string
  path: string
}

/** A table that can be imported: its rows wait at `rowsPath`, one JSON line each. */
export interface ReadTable {
  name: string
  encoding: string
  checksum: string
  rowsPath: string
  header: string[]
  samples: string[][]
  rowCount: number
}

export interface ReadUpload {
  tables: ReadTable[]
  /** PDFs of a ZIP, by their path below «Dokumente». */
  documents: { name: string; path: string }[]
  refused: { name: string; reason: UploadReason }[]
  ignored: string[]
}

/** Reads a table or a ZIP of tables; a refusal says which file and why. Runs in a thread with limits of time and memory. */
export async function readUploaded(upload: UploadedTable, folder: string): Promise<ReadUpload> {
  const found: ReadUpload = { tables: [], documents: [], refused: [], ignored: [] }
  if (ending(upload.name) === 'zip') await readArchive(upload, folder, found)
  else await take(upload, folder, found)
  return found
}

async function take(file: UploadedTable, folder: string, found: ReadUpload): Promise<void> {
  try {
    found.tables.push(await readTable(file, folder))
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error
    found.refused.push({ name: file.name, reason: error.reason })
  }
}

async function readTable({ name, path }: UploadedTable, folder: string): Promise<ReadTable> {
  const rowsPath = join(folder, `${randomUUID()}.rows`)
  const checksum = await checksumOf(path)
  if (ending(name) === 'xlsx') {
    const table = await writeTable(rowsPath, sheetRows(path))
    return { name, encoding: 'xlsx', checksum, rowsPath, ...table }
  }
  const encoding = await detectEncoding(path)
  const table = await writeTable(
    rowsPath,
    readRows(path, encoding, () => {}),
  )
  return { name, encoding, checksum, rowsPath, ...table }
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

// The folder of an export as a ZIP: tables anywhere in it, and the PDFs of «Dokumente». A zip inside stays closed.
async function readArchive({ name, path }: UploadedTable, folder: string, found: ReadUpload): Promise<void> {
  const directory = await readZipDirectory(path)
  const refuse = (reason: UploadReason) => void found.refused.push({ name, reason })
  if (!directory) return refuse('unpacked')
  if (directory.encrypted) return refuse('encrypted')
  let room = tableLimits.unpacked
  for (const part of directory.parts) {
    if (part.name.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(part.name)) continue
    const base = part.name.split('/').at(-1)!
    const document = /(?:^|\/)Dokumente\/(.+\.pdf)$/i.exec(part.name)?.[1]
    if (!document && !['csv', 'txt', 'xlsx'].includes(ending(base))) {
      found.ignored.push(part.name)
      continue
    }
    const bytes = await readZipPart(path, part, room)
    if (bytes === null) return refuse('unpacked')
    room -= bytes.length
    const partPath = join(folder, `${randomUUID()}.part`)
    await writeFile(partPath, bytes, { mode: 0o600 })
    if (document) found.documents.push({ name: document, path: partPath })
    else await take({ name: base, path: partPath }, folder, found)
  }
  if (found.tables.length === 0 && found.refused.length === 0) refuse('no_table')
}

const ending = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
