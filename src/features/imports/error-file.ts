import { Readable } from 'node:stream'
import { byteOrderMark, csvRows, csvType } from '../../platform/csv.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Reply } from '../../platform/routes.ts'
import { type SheetColumn, writeSheet, xlsxType } from '../../platform/sheets.ts'
import { attachment } from '../../records/list-routes.ts'
import { importPhrases } from './phrases.ts'
import { reasonText } from './print.ts'
import type { ImportedFile } from './run-queries.ts'

/** The refused rows of a file as they came, with the reason in a last column: to be corrected and uploaded again. */
export function errorFile(language: Language, file: ImportedFile, format: 'xlsx' | 'csv'): Reply {
  const refusals = (file.found.refusals ?? []).filter(({ cells }) => cells !== null)
  const header = [...file.header, importPhrases(language).reason]
  const width = file.header.length
  const rows = refusals.map((refusal) => [
    ...Array.from({ length: width }, (_, at) => refusal.cells![at] ?? ''),
    `${refusal.at}: ${reasonText(language, refusal)}`,
  ])
  return tableFile(`${file.name.replace(/\.[^.]+$/, '')} ${importPhrases(language).refused}`, header, rows, format)
}

/** A table as a download, every cell a text. */
export function tableFile(name: string, header: string[], rows: string[][], format: 'xlsx' | 'csv'): Reply {
  const headers = { 'content-disposition': attachment(name, format), 'cache-control': 'no-store' }
  if (format === 'csv') {
    const body = byteOrderMark + csvRows([header, ...rows].map((row) => row.map((text) => ({ text }))))
    return { kind: 'text', type: csvType, body, headers }
  }
  const columns: SheetColumn[] = header.map((heading) => ({
    header: heading,
    kind: 'text',
    width: Math.max(12, heading.length + 2),
  }))
  const lines = (async function* () {
    yield* rows
  })()
  return { kind: 'stream', type: xlsxType, body: Readable.from(writeSheet(name, columns, lines)), headers }
}
