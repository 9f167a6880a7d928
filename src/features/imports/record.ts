export type Delimiter = ';' | ',' | '\t'

export interface CsvRecord {
  /** Null: the quotes do not match up. */
  cells: string[] | null
  /** Where the next record begins. */
  next: number
}

// Our own reader of CSV: csv-parse swallows the rows that follow an unmatched quote and does not say in which line a row began,
// and both are what a refusal is about.

/** The record that begins at `from` (RFC 4180, any delimiter); undefined when the text ends before it does and more will come. */
export function recordAt(text: string, from: number, delimiter: Delimiter, ended: boolean): CsvRecord | undefined {
  const lineEnd = text.indexOf('\n', from)
  if (lineEnd < 0 && !ended) return undefined
  const end = lineEnd < 0 ? text.length : lineEnd
  const line = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end)
  if (!line.includes('"')) return { cells: line.split(delimiter), next: Math.min(end + 1, text.length) }
  return quotedRecord(text, from, delimiter, ended)
}

function quotedRecord(text: string, from: number, delimiter: Delimiter, ended: boolean): CsvRecord | undefined {
  const broken = { cells: null, next: from }
  const cells: string[] = []
  for (let at = from; ; at++) {
    let cell: string
    if (text[at] === '"') {
      const quoted = quotedCell(text, at + 1, ended)
      if (quoted === undefined) return ended ? broken : undefined
      ;({ cell, at } = quoted)
      while (text[at] === ' ') at++
    } else {
      const start = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
      cell = text.slice(start, text[at - 1] === '\r' && text[at] !== delimiter && at > start ? at - 1 : at)
    }
    if (at >= text.length && !ended) return undefined
    cells.push(cell)
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    if (at >= text.length || text[at] === '\n') return { cells, next: Math.min(at + 1, text.length) }
    if (text[at] === '\r' && at + 1 >= text.length && !ended) return undefined
    if (text[at] !== delimiter) return broken
  }
}

function quotedCell(text: string, from: number, ended: boolean): { cell: string; at: number } | undefined {
  let cell = ''
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || (quote + 1 >= text.length && !ended)) return undefined
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { cell, at: quote + 1 }
    cell += '"'
    at = quote + 2
  }
}
