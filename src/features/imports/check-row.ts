import { unmarked } from '../../platform/csv.ts'
import type { Column, Header } from './header.ts'
import { isRefused, type Value } from './readers.ts'
import type { Refusal } from './refusal.ts'
import type { RawRow } from './rows.ts'

export interface Row {
  line: number
  key: string
  /** By column of the table; what refers to another record holds its key in the source until the batch finds its id. */
  values: Record<string, Value>
  /** As the file had it, to be named in a refusal. */
  raw: string[]
}

export type RowRefusal = Omit<Refusal, 'file'>

// Tab and line breaks are the only control characters a text may have; half a surrogate pair is no character at all.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u

/** A row with every value read, or what is wrong with the first that is not. Looks at nothing but the row. */
export function checkRow(header: Header, { line, cells }: RawRow): Row | RowRefusal {
  if (cells === null) return { line, column: '', value: '', reason: 'quotes' }
  if (!fits(header, cells))
    return { line, column: '', value: cells[0]!, reason: 'field_count', detail: `${cells.length}/${header.width}` }
  const key = readCell(header.key, cells[header.key.at]!)
  if (isRefused(key)) return { ...key, line, column: header.key.heading, value: shown(cells[header.key.at]!) }
  const values: Record<string, Value> = {}
  for (const column of header.columns) {
    const value = readCell(column, cells[column.at]!)
    if (isRefused(value)) return { ...value, line, column: column.heading, value: shown(cells[column.at]!) }
    values[column.field.column] = value
  }
  return { line, key: String(key), values, raw: cells }
}

// A delimiter too many at the end of each row is a habit of some exports and does no harm.
function fits(header: Header, cells: string[]): boolean {
  return cells.length === header.width || (cells.length > header.width && cells.slice(header.width).every((cell) => cell === ''))
}

function readCell({ field }: Column, cell: string): ReturnType<typeof field.read> {
  if (forbidden.test(cell)) return { reason: 'control_character' }
  const text = unmarked(cell.includes('\r') ? cell.replaceAll('\r\n', '\n').trim() : cell.trim())
  if (text !== '') return field.read(text)
  return field.required ? { reason: 'required' } : (field.empty ?? null)
}

/** A value as a refusal names it: short, on one line, and without what would disturb a terminal. */
export function shown(cell: string): string {
  const line = cell.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
