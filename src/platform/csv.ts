import { stringify } from 'csv-stringify/sync'

export const csvType = 'text/csv; charset=utf-8'

/** A cell that people wrote is a text; one that we computed (a number, a date) may begin with any sign. */
export type CsvCell = { text: string } | { plain: string }

/** The mark by which Excel knows UTF-8. */
export const byteOrderMark = '\ufeff'

/** Rows as Swiss Excel opens them: semicolons, CRLF; a text that a spreadsheet would take for a formula gets a leading `'`. */
export function csvRows(rows: CsvCell[][]): string {
  return stringify(
    rows.map((row) => row.map((cell) => ('text' in cell ? harmless(cell.text) : cell.plain))),
    { delimiter: ';', record_delimiter: '\r\n' },
  )
}

// security.md F6. The library's own guard leaves LF and the full-width minus alone and would also mark our negative amounts.
function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text as it was before `csvRows` made it harmless: so that what was exported can be read again as it was. */
export function unmarked(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}

// Also what only looks as if it had been marked already, so that one mark is always ours.
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/
