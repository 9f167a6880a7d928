import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import type { FileStore } from '../../platform/files.ts'
import { type Row, type RowRefusal, shown } from './check-row.ts'
import { keyOf } from './documents.ts'
import { chosenHeader, type Header } from './header.ts'
import type { OpenFile } from './import-file.ts'
import type { RawRow } from './rows.ts'
import type { ImportedFile, ImportRun } from './run-queries.ts'
import type { Source } from './sources.ts'

/** The rows of an uploaded file, which the store lends as a path. */
export async function* keptRows(path: string): AsyncGenerator<RawRow> {
  let first = true
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!first) {
      const [line, cells] = JSON.parse(text) as [number, string[] | null]
      yield { line, cells }
    }
    first = false
  }
}

/** Lends an uploaded file to the import, with the columns as staff chose them. Null when its rows are gone. */
export function withFile<T>(
  files: FileStore,
  brokerageId: string,
  { file, source }: { file: ImportedFile; source: Source },
  work: (open: OpenFile) => Promise<T>,
): Promise<T | null> {
  if (!file.rows_sha256) return Promise.resolve(null)
  return files.withPath(brokerageId, file.rows_sha256, (path) =>
    work({
      source,
      name: file.name,
      encoding: file.encoding,
      rows: keptRows(path),
      header: (cells) => chosenHeader(source, cells, file.mapping),
      bytes: () => 0,
    }),
  )
}

/** Gives rows of documents the facts of the PDFs that came in the same ZIP. */
export function keptDocuments(documents: ImportRun['documents']) {
  const byPath = new Map(Object.entries(documents).map(([name, facts]) => [plain(name), facts]))
  return async (rows: Row[], header: Header): Promise<{ rows: Row[]; refused: RowRefusal[] }> => {
    const good: Row[] = []
    const refused: RowRefusal[] = []
    for (const row of rows) {
      const facts = byPath.get(plain(row.key))
      const name = basename(row.key.replaceAll('\\', '/'))
      if (!facts) refused.push({ reason: 'file_missing', line: row.line, column: header.key.heading, value: shown(row.key) })
      else if (name.length > 150)
        refused.push({ reason: 'too_long', detail: '150', line: row.line, column: header.key.heading, value: shown(row.key) })
      else {
        const values = {
          ...row.values,
          sha256: `\\x${facts[0]}`,
          byte_size: facts[1],
          file_name: name,
          media_type: 'application/pdf',
        }
        good.push({ ...row, key: keyOf(row.key), values })
      }
    }
    return { rows: good, refused }
  }
}

const plain = (path: string) =>
  path
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .normalize('NFC')
