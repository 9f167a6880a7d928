import { fold } from './fold.ts'
import type { Refused } from './refusal.ts'
import type { Field, Source } from './sources.ts'

export interface Column {
  field: Field
  /** The place in the row, and the heading as the file writes it. */
  at: number
  heading: string
}

export interface Header {
  key: Column
  columns: Column[]
  width: number
  ignored: string[]
}

/** Which column of the file is which field. Refused: a required one is missing, or two columns claim to be the same. */
export function readHeader(source: Source, cells: string[]): Header | (Refused & { columns: string }) {
  const headings = cells.map((cell) => cell.trim())
  const places = new Map<string, number>()
  headings.forEach((heading, at) => {
    if (!places.has(fold(heading))) places.set(fold(heading), at)
  })
  const taken = new Map<number, Column>()
  const missing: string[] = []
  for (const field of [source.keyField, ...source.fields]) {
    const name = field.names.find((candidate) => places.has(fold(candidate)) && !taken.has(places.get(fold(candidate))!))
    if (name === undefined) {
      if (field.required) missing.push(field.names[0]!)
      continue
    }
    const at = places.get(fold(name))!
    taken.set(at, { field, at, heading: headings[at]! })
  }
  if (missing.length > 0) return { reason: 'missing_columns', columns: missing.join(', ') }
  const double = headings.find((heading, at) => heading !== '' && !taken.has(at) && taken.has(places.get(fold(heading))!))
  if (double !== undefined) return { reason: 'double_columns', columns: double }
  const columns = [...taken.values()]
  const key = columns.find(({ field }) => field === source.keyField)!
  const ignored = headings.filter((heading, at) => heading !== '' && !taken.has(at))
  return { key, columns: columns.filter((column) => column !== key), width: cells.length, ignored }
}
