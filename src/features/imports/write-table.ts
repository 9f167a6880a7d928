import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../../platform/ids.ts'
import type { RawRow } from './rows.ts'
import { tableLimits, UploadRefused } from './upload-limits.ts'

export interface Table {
  header: string[]
  /** The first rows, to show what stands in a column. */
  samples: string[][]
  rowCount: number
}

const shownRows = 5

/**
 * Writes the rows of a table as JSON lines, `[line, cells]`, heading first; the line is the row as a spreadsheet counts it. The first
 * line is an id of its own, so that the same table twice is never the same bytes: each is forgotten with its run.
 */
export async function writeTable(path: string, rows: AsyncIterable<RawRow>): Promise<Table> {
  const table: Table = { header: [], samples: [], rowCount: -1 }
  await pipeline(Readable.from(lines(rows, table)), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  if (table.rowCount < 0) throw new UploadRefused('empty')
  return table
}

async function* lines(rows: AsyncIterable<RawRow>, table: Table): AsyncGenerator<string> {
  yield `${JSON.stringify({ id: newId() })}\n`
  let breaks = 0
  for await (const { line, cells } of rows) {
    table.rowCount++
    if (table.rowCount === 0) table.header = headingOf(cells)
    else if (cells !== null && table.samples.length < shownRows) table.samples.push(cells.map((cell) => cell.slice(0, 80)))
    if (table.rowCount > tableLimits.rows) throw new UploadRefused('rows')
    yield `${JSON.stringify([line - breaks, cells])}\n`
    // A cell with line ends is several lines of the file, but one row of the sheet.
    for (const cell of cells ?? []) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
  }
}

function headingOf(cells: string[] | null): string[] {
  if (cells === null || cells.length > tableLimits.columns) throw new UploadRefused('columns')
  // What is no text has such signs in its first line; nothing of it would make sense.
  if (cells.some((cell) => /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(cell))) throw new UploadRefused('binary')
  return cells.map((cell) => cell.trim().slice(0, 200))
}
