import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { languages } from '../../platform/phrases.ts'
import { fold } from './fold.ts'
import { guessColumns } from './header.ts'
import { importPhrases } from './phrases.ts'
import { type Source, sources } from './sources.ts'

type Mapping = (string | null)[]

/** A heading as it is recognised again, whatever the file is called, and also with the reasons of an error file behind it. */
export function signatureOf(header: string[]): string {
  const own = isReason(header.at(-1) ?? '') ? header.slice(0, -1) : header
  return createHash('sha256').update(own.map(fold).join('\n')).digest('hex')
}

const isReason = (heading: string) => languages.some((language) => fold(importPhrases(language).reason) === fold(heading))

/** The kind of export a file is, and its columns: as staff said it the last time for this heading, else by the names of the columns. */
export async function guessFile(db: Db, name: string, header: string[]): Promise<{ source: string | null; mapping: Mapping }> {
  const known = await db
    .selectFrom('import_mapping')
    .select(['source', sql<Mapping>`mapping`.as('mapping')])
    .where('signature', '=', signatureOf(header))
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (known && sources.some((source) => source.name === known.source)) return known
  const source = guessSource(name, header)
  return { source: source?.name ?? null, mapping: source ? guessMapping(source, header) : header.map(() => null) }
}

/** For each column of the file the field its heading means. */
export function guessMapping(source: Source, header: string[]): Mapping {
  const { taken } = guessColumns(source, header)
  return header.map((_, at) => taken.get(at)?.field.column ?? null)
}

// The name of the file decides where it is one of ours; else the kind that understands most columns and lacks none it needs.
function guessSource(name: string, header: string[]): Source | undefined {
  const called = fold(name.replace(/\.[^.]+$/, ''))
  const named = sources.find((source) => called.startsWith(fold(source.name)))
  if (named) return named
  const rated = sources.map((source) => ({ source, ...guessColumns(source, header) }))
  return rated.filter(({ missing }) => missing.length === 0).sort((a, b) => b.taken.size - a.taken.size)[0]?.source
}
