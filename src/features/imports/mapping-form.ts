import { guessMapping } from './guess.ts'
import { chosenHeader, fieldsOf } from './header.ts'
import type { ImportedFile } from './run-queries.ts'
import type { screenPhrases } from './screen-phrases.ts'
import { type Source, sources } from './sources.ts'

/** The files with the kinds and columns that a form says; what it does not say stays. A new kind has its columns guessed. */
export function readMapping(files: ImportedFile[], body: Record<string, unknown>, guess: boolean): ImportedFile[] {
  return files.map((file) => {
    const kind = body[`kind.${file.place}`]
    if (typeof kind !== 'string') return file
    const source = sources.find(({ name }) => name === kind)
    if (!source) return { ...file, source: null }
    // Columns that were drawn for another kind say nothing about this one.
    if (guess || body[`drawn.${file.place}`] !== source.name)
      return { ...file, source: source.name, mapping: guessMapping(source, file.header) }
    return { ...file, source: source.name, mapping: file.header.map((_, at) => chosen(source, body[`map.${file.place}.${at}`])) }
  })
}

const chosen = (source: Source, value: unknown) => fieldsOf(source).find(({ column }) => column === value)?.column ?? null

/** What is wrong with the columns, by the name of the field it is about. */
export function mappingErrors(files: ImportedFile[], t: ReturnType<typeof screenPhrases>): { field: string; message: string }[] {
  if (files.every(({ source }) => source === null)) return [{ field: `kind.${files[0]?.place ?? 0}`, message: t.error_nothing }]
  return files.flatMap((file) => {
    const source = sources.find(({ name }) => name === file.source)
    const header = source && chosenHeader(source, file.header, file.mapping)
    if (!header || !('reason' in header)) return []
    const say = header.reason === 'double_columns' ? t.error_double : t.error_missing
    return [{ field: `kind.${file.place}`, message: say(file.name, header.columns) }]
  })
}
