import { createHash } from 'node:crypto'
import { open, realpath, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { measureFile } from '../../platform/files-write.ts'
import { type Row, type RowRefusal, shown } from './check-row.ts'
import type { Header } from './header.ts'
import type { Refused } from './refusal.ts'

const largest = 50 * 1024 * 1024
const atOnce = 8

/** Checks the file of each row, keeps its bytes, and gives the row what the database stores of it. */
export async function takeFiles(
  rows: Row[],
  header: Header,
  folder: string,
  store: { files: FileStore; brokerageId: string },
): Promise<{ rows: Row[]; refused: RowRefusal[] }> {
  const good: Row[] = []
  const refused: RowRefusal[] = []
  const home = await realpath(join(folder, 'Dokumente')).catch(() => null)
  for (let from = 0; from < rows.length; from += atOnce) {
    const results = await Promise.all(rows.slice(from, from + atOnce).map((row) => takeFile(row, home, store)))
    for (const [at, result] of results.entries()) {
      const row = rows[from + at]!
      if ('reason' in result) refused.push({ ...result, line: row.line, column: header.key.heading, value: shown(row.key) })
      else good.push(result)
    }
  }
  return { rows: good, refused }
}

/** Notes whose bytes are kept now; the sweep has them scanned. */
export async function noteFiles(db: Db, brokerageId: string, rows: Row[]): Promise<void> {
  const files = rows.map(({ values }) => ({ sha256: String(values.sha256), byte_size: Number(values.byte_size) }))
  await sql`insert into kept_file (brokerage_id, sha256, byte_size)
    select ${brokerageId}::uuid, f.sha256, max(f.byte_size)
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f(sha256 bytea, byte_size bigint) group by f.sha256
    on conflict do nothing`.execute(db)
}

async function takeFile(row: Row, home: string | null, store: { files: FileStore; brokerageId: string }): Promise<Row | Refused> {
  const path = await safePath(row.key, home)
  if (typeof path !== 'string') return path
  if (!(await startsAsPdf(path))) return { reason: 'not_pdf' }
  let { sha256, size } = await measureFile(path)
  if ((await store.files.size(store.brokerageId, sha256)) !== size)
    ({ sha256, size } = await store.files.put(store.brokerageId, path))
  const name = basename(row.key.replaceAll('\\', '/'))
  if (name.length > 150) return { reason: 'too_long', detail: '150' }
  const values = {
    ...row.values,
    sha256: `\\x${sha256.toString('hex')}`,
    byte_size: size,
    file_name: name,
    media_type: 'application/pdf',
  }
  return { ...row, key: keyOf(row.key), values }
}

// Nothing an export names may lead out of its own folder, neither by its words nor by a link that lies there.
async function safePath(named: string, home: string | null): Promise<string | Refused> {
  const parts = named.replaceAll('\\', '/').split('/')
  if (/^[a-z]:/i.test(named) || parts[0] === '' || parts.includes('..')) return { reason: 'path_outside' }
  if (home === null) return { reason: 'file_missing' }
  const path = await realpath(join(home, ...parts)).catch(() => null)
  if (path === null) return { reason: 'file_missing' }
  if (!path.startsWith(home + sep)) return { reason: 'path_outside' }
  const found = await stat(path)
  if (!found.isFile()) return { reason: 'file_missing' }
  return found.size > largest ? { reason: 'file_too_large', detail: '50 MB' } : path
}

async function startsAsPdf(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0)
    return bytesRead === 5 && buffer.toString('latin1') === '%PDF-'
  } finally {
    await file.close()
  }
}

/** The database keeps keys of 60 characters; a longer path is told apart by its digest. */
export function keyOf(named: string): string {
  if (named.length <= 60) return named
  return `${named.slice(0, 27)}~${createHash('sha256').update(named).digest('hex').slice(0, 32)}`
}
