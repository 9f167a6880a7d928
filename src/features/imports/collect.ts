import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { columnName } from './header.ts'
import type { Refusal } from './refusal.ts'
import { keptRows } from './run-files.ts'
import type { Found, ImportedFile } from './run-queries.ts'
import type { Target } from './sources.ts'
import type { Track, Written } from './write-batch.ts'

// What a page can show and an error file hold; the counts are of all.
const mostChanges = 200
const mostRefusals = 2000

/** Collects what an import finds in one file: changes with the old and the new value, refused rows with all their cells. */
export function collector(file: ImportedFile) {
  const changes: NonNullable<Found['changes']> = []
  const refusals: Refusal[] = []
  const track: Track = async (db, header, written) => {
    for (const one of written.filter(({ before, differs }) => before !== null && differs)) {
      if (changes.length === mostChanges) return
      const columns = header.columns.filter(({ field }) => one.fields.includes(field))
      const fields = []
      for (const { field, heading, at } of columns) {
        const [old, now] = [one.before![field.column], one.after[field.column]]
        if (plain(old) === plain(now)) continue
        fields.push({ heading, old: await text(db, old, field.refers), new: short(one.raw[at] ?? plain(now)) })
      }
      changes.push({ line: one.line, key: one.key, fields })
    }
  }
  return {
    track,
    refuse: (refusal: Refusal) => {
      if (refusals.length < mostRefusals) refusals.push(refusal)
    },
    async result(files: FileStore, brokerageId: string): Promise<Found> {
      const cells = await cellsOf(files, brokerageId, file, new Set(refusals.map(({ line }) => line)))
      refusals.sort((a, b) => a.line - b.line)
      return {
        changes: changes.sort((a, b) => a.line - b.line),
        refusals: refusals.map((refusal) => ({
          ...refusal,
          cells: cells.get(refusal.line) ?? null,
          at: `${columnAt(file, refusal.column)}${refusal.line}`,
        })),
      }
    },
  }
}

// «B17»; where no one column is meant, the row alone.
function columnAt(file: ImportedFile, heading: string): string {
  const at = heading === '' ? -1 : file.header.findIndex((cell, place) => (cell || columnName(place)) === heading)
  return at < 0 ? '' : columnName(at)
}

async function cellsOf(
  files: FileStore,
  brokerageId: string,
  file: ImportedFile,
  lines: Set<number>,
): Promise<Map<number, string[]>> {
  const cells = new Map<number, string[]>()
  if (lines.size === 0 || !file.rows_sha256) return cells
  await files.withPath(brokerageId, file.rows_sha256, async (path) => {
    for await (const row of keptRows(path)) if (row.cells && lines.has(row.line)) cells.set(row.line, row.cells)
  })
  return cells
}

const plain = (value: Written['after'][string]) => (value === null || value === undefined ? '' : String(value))
const short = (value: string) => (value.length > 300 ? `${value.slice(0, 299)}…` : value)

const tables: Partial<Record<Target, [table: string, shown: string]>> = {
  company: ['company', 'source_key'],
  parent: ['company', 'source_key'],
  policy: ['policy', 'number'],
  premium_invoice: ['premium_invoice', 'number'],
  staff: ['staff_member', 'email'],
}

// What a row refers to is shown as the export names it, not by our id.
async function text(db: Db, value: unknown, refers: Target | undefined): Promise<string> {
  const target = refers && tables[refers]
  if (!target || typeof value !== 'string') return short(plain(value))
  const { rows } = await sql<{ shown: string }>`select ${sql.ref(target[1])} as shown from ${sql.table(target[0])}
    where brokerage_id = access.brokerage() and id = ${value}::uuid`.execute(db)
  return short(rows[0]?.shown ?? '')
}
