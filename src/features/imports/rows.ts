import { type Encoding, guessDelimiter, readText } from './encoding.ts'
import { type Delimiter, recordAt } from './record.ts'

export interface RawRow {
  /** Where the row begins, as an editor counts lines; the heading is line 1. */
  line: number
  /** Null: the quotes of the row do not match up, so there are no cells to speak of. */
  cells: string[] | null
}

/** The longest row that is read; one quote that is never closed must not swallow the rest of the file. */
const longestRow = 256 * 1024

/**
 * Reads a file of any size row by row, the heading first. Empty lines and rows of nothing but delimiters are left out. After
 * a row whose quotes do not match, reading goes on in the next line.
 */
export async function* readRows(path: string, encoding: Encoding, onBytes: (bytes: number) => void): AsyncGenerator<RawRow> {
  const chunks = readText(path, encoding, onBytes)
  let text = ''
  let at = 0
  let line = 1
  let ended = false
  let delimiter: Delimiter | undefined
  for (;;) {
    delimiter ??= ended || text.includes('\n') ? guessDelimiter(text.slice(0, text.indexOf('\n') >>> 0)) : undefined
    const record = delimiter && recordAt(text, at, delimiter, ended)
    if (!record && !ended && text.length - at <= longestRow) {
      const { value, done } = await chunks.next()
      ended = done === true
      text = text.slice(at) + (value ?? '')
      at = 0
      continue
    }
    if (at >= text.length) return
    const cells = record?.cells ?? null
    const next = record?.cells ? record.next : await endOfLine()
    if (cells === null || cells.some((cell) => cell.trim() !== '')) yield { line, cells }
    line += cells === null ? 1 : linesIn(text, at, next)
    at = next
  }

  // A line may be longer than what is held of the file; then what is held is let go until its end comes.
  async function endOfLine(): Promise<number> {
    for (;;) {
      const end = text.indexOf('\n', at)
      if (end >= 0) return end + 1
      const { value, done } = await chunks.next()
      ended = done === true
      if (ended) return text.length
      text = value ?? ''
      at = 0
    }
  }
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
