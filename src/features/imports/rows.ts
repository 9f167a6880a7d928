import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { type Encoding, guessDelimiter, readText } from './encoding.ts'

export interface RawRow {
  /** Where the row begins, as an editor counts lines; the heading is line 1. */
  line: number
  /** Null: the quotes of the row do not match up, so there are no cells to speak of. */
  cells: string[] | null
}

const longestRow = 256 * 1024

/** Reads a file of any size row by row, the heading first. Empty lines and rows of nothing but delimiters are left out. */
export async function* readRows(path: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<RawRow> {
  const text = readText(path, encoding, onBytes)
  const first = await firstLine(text)
  const broken: RawRow[] = []
  const parser = parse({
    delimiter: guessDelimiter(first.split(/\r?\n/, 1)[0] ?? ''),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    on_record: (record: unknown, { lines }): RawRow | null => {
      const cells = record as string[]
      if (cells.every((cell) => cell.trim() === '')) return null
      return { line: lines - lineBreaks(cells), cells }
    },
  })
  parser.on('skip', (error: CsvError) => broken.push({ line: Number(error.lines) || 1, cells: null }))
  const source = Readable.from(continued(first, text))
  source.on('error', (error) => parser.destroy(error))
  for await (const row of source.pipe(parser) as AsyncIterable<RawRow>) {
    yield* broken.splice(0)
    yield row
  }
  yield* broken.splice(0)
}

async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let start = ''
  while (!start.includes('\n') && start.length < longestRow) {
    const { value, done } = await text.next()
    if (done) break
    start += value
  }
  return start
}

async function* continued(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first) yield first
  yield* rest
}

function lineBreaks(cells: string[]): number {
  let breaks = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
  }
  return breaks
}
