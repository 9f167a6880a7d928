import { sql } from 'kysely'
import { renderToString } from 'preact-render-to-string'
import { byteOrderMark, csvRows, csvType } from '../platform/csv.ts'
import type { Db } from '../platform/db.ts'
import { type SheetCell, type SheetColumn, writeSheet, xlsxType } from '../platform/sheets.ts'
import type { Visit } from '../platform/visit.ts'
import type { ListColumn, ListDescription } from './list-description.ts'
import { orderedRows } from './list-query.ts'
import type { ListState } from './list-state.ts'
import { type ListValue, readable, type ValueKind, valueText } from './list-values.ts'

export type ExportFormat = 'xlsx' | 'csv'
export const exportTypes: Record<ExportFormat, string> = { xlsx: xlsxType, csv: csvType }

/** More rows than this no export carries (security.md F6). */
export const mostRows = 100_000
const firstBatch = 100
const batchSize = 1000

/** The rows of a list in this state, batch by batch from a cursor of the transaction, at most `mostRows`. */
export async function* allRows<Row>(db: Db, list: ListDescription<Row>, state: ListState): AsyncGenerator<Row[]> {
  // A statement must not run longer than any other of the web process: fetching is many short ones.
  await sql`declare exported no scroll cursor for ${orderedRows(db, list, state).limit(mostRows)}`.execute(db)
  // The first one is small, so that the answer begins at once.
  for (let size = firstBatch; ; size = batchSize) {
    const { rows } = await sql<Row>`fetch ${sql.lit(size)} from exported`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await sql`close exported`.execute(db)
}

/** The columns of an export: those that the person sees in the list, and those that only exports have. */
export function exportColumns<Row>(visit: Pick<Visit, 'actor'>, list: ListDescription<Row>): ListColumn<Row>[] {
  return list.columns.filter((column) => column.when?.(visit.actor) ?? true)
}

/** The file, piece by piece, from batches of rows. */
export function writeExport<Row>(
  format: ExportFormat,
  visit: Visit,
  list: ListDescription<Row>,
  batches: AsyncIterable<Row[]>,
): AsyncIterable<Uint8Array> {
  const columns = exportColumns(visit, list)
  const values = valuesOf(visit, columns, batches)
  return format === 'csv' ? csvFile(visit, columns, values) : xlsxFile(visit, list, columns, values)
}

async function* valuesOf<Row>(visit: Visit, columns: ListColumn<Row>[], batches: AsyncIterable<Row[]>) {
  for await (const batch of batches) yield batch.map((row) => columns.map((column) => plainValue(column, row, visit)))
}

/** The plain value of a cell: the column's own, or the text that the page shows. */
export function plainValue<Row>(column: ListColumn<Row>, row: Row, visit: Visit): ListValue {
  if (column.value) return column.value(row, visit)
  const cell = column.cell(row, visit)
  if (cell === null || cell === undefined || typeof cell === 'boolean') return null
  if (typeof cell === 'string' || typeof cell === 'number') return cell
  return shownText(renderToString(<span>{cell}</span>))
}

function shownText(html: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|amp);/g, (sign) => signs[sign]!)
    .replace(/\s+/g, ' ')
    .trim()
}

async function* csvFile<Row>(
  visit: Visit,
  columns: ListColumn<Row>[],
  batches: AsyncIterable<ListValue[][]>,
): AsyncGenerator<Uint8Array> {
  const head = csvRows([columns.map((column) => ({ text: column.label(visit.language) }))])
  yield Buffer.from(byteOrderMark + head)
  for await (const batch of batches) yield Buffer.from(csvRows(batch.map((row) => row.map(csvCell))))
}

function csvCell(value: ListValue) {
  return typeof value === 'string' ? { text: readable(value) } : { plain: valueText(value) }
}

async function* xlsxFile<Row>(
  visit: Visit,
  list: ListDescription<Row>,
  columns: ListColumn<Row>[],
  batches: AsyncIterable<ListValue[][]>,
): AsyncGenerator<Uint8Array> {
  const iterator = batches[Symbol.asyncIterator]()
  const first = await iterator.next()
  const sample = first.done ? [] : first.value
  const described = columns.map((column, index) =>
    sheetColumn(
      column.label(visit.language),
      sample.map((row) => row[index]!),
    ),
  )
  async function* rows() {
    yield* sample.map((row) => row.map(sheetCell))
    for await (const batch of { [Symbol.asyncIterator]: () => iterator }) yield* batch.map((row) => row.map(sheetCell))
  }
  yield* writeSheet(list.words(visit.language).title, described, rows())
}

// The first batch tells what a column holds and how wide it is; a file that is written as it goes cannot ask the last.
function sheetColumn(header: string, sample: ListValue[]): SheetColumn {
  const known = sample.find((value) => value !== null && value !== undefined)
  const longest = sample.reduce<number>((most, value) => Math.max(most, valueText(value).length), header.length)
  return { header, kind: known === undefined ? 'text' : kindOf(known), width: Math.min(60, longest + 3) }
}

function kindOf(value: NonNullable<ListValue>): ValueKind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (value instanceof Date) return 'instant'
  return 'amount' in value ? 'amount' : 'day'
}

function sheetCell(value: ListValue): SheetCell {
  if (value === null) return null
  if (typeof value === 'string') return readable(value) || null
  if (typeof value === 'number') return value
  if (value instanceof Date) return swissMoment(value)
  return 'amount' in value ? Number(value.amount) : new Date(`${value.day}T00:00:00Z`)
}

// A sheet knows no time zones: the clock on a Swiss wall is what is written.
function swissMoment(instant: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/Zurich').toPlainDateTime()
  return new Date(`${local.toString({ smallestUnit: 'second' })}Z`)
}
