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

type Unreadable = Refused & { columns: string }

/** Which column of the file is which field. Refused: a required one is missing, or two columns claim to be the same. */
export function readHeader(source: Source, cells: string[]): Header | Unreadable {
  const headings = cells.map((cell) => cell.trim())
  const { taken, missing } = guessColumns(source, headings)
  if (missing.length > 0) return { reason: 'missing_columns', columns: missing.join(', ') }
  const places = firstPlaces(headings)
  const double = headings.find((heading, at) => heading !== '' && !taken.has(at) && taken.has(places.get(fold(heading))!))
  if (double !== undefined) return { reason: 'double_columns', columns: double }
  return headerOf(source, headings, taken)
}

/** The heading with the columns that somebody chose: for each column of the file its field, or null. */
export function chosenHeader(source: Source, cells: string[], mapping: (string | null)[]): Header | Unreadable {
  const headings = cells.map((cell, at) => cell.trim() || columnName(at))
  const taken = new Map<number, Column>()
  const missing: string[] = []
  for (const field of fieldsOf(source)) {
    const places = mapping.flatMap((name, at) => (name === field.column && at < headings.length ? [at] : []))
    if (places.length > 1) return { reason: 'double_columns', columns: places.map((at) => headings[at]).join(', ') }
    if (places[0] !== undefined) taken.set(places[0], { field, at: places[0], heading: headings[places[0]]! })
    else if (field.required) missing.push(field.names[0]!)
  }
  if (missing.length > 0) return { reason: 'missing_columns', columns: missing.join(', ') }
  return headerOf(source, headings, taken)
}

/** Which columns a file of this kind has by their headings, and which required ones it lacks. */
export function guessColumns(source: Source, headings: string[]): { taken: Map<number, Column>; missing: string[] } {
  const places = firstPlaces(headings)
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
  return { taken, missing }
}

/** The fields that a column of a file may be, the key first. */
export function fieldsOf(source: Source): Field[] {
  return [source.keyField, ...source.fields.filter((field) => field.names.length > 0)]
}

/** The letters of a column as a spreadsheet has them: 0 → A, 27 → AB. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
}

function firstPlaces(headings: string[]): Map<string, number> {
  const places = new Map<string, number>()
  headings.forEach((heading, at) => {
    if (!places.has(fold(heading))) places.set(fold(heading), at)
  })
  return places
}

function headerOf(source: Source, headings: string[], taken: Map<number, Column>): Header {
  const columns = [...taken.values()]
  const key = columns.find(({ field }) => field === source.keyField)!
  const ignored = headings.filter((heading, at) => heading !== '' && !taken.has(at))
  return { key, columns: columns.filter((column) => column !== key), width: headings.length, ignored }
}
