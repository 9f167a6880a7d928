import type pg from 'pg'
import { asBrokerage } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { checkRow, type Row, type RowRefusal, shown } from './check-row.ts'
import { noteFiles, takeFiles } from './documents.ts'
import { detectEncoding } from './encoding.ts'
import type { ExportFile } from './folder.ts'
import { type Header, readHeader } from './header.ts'
import { setHoldings } from './holdings.ts'
import { isolate } from './isolate.ts'
import type { Refusal } from './refusal.ts'
import { type FileReport, newFileReport } from './report.ts'
import { readRows } from './rows.ts'
import { seenKeys } from './seen.ts'
import { statisticsOf } from './statistics.ts'
import { type HoldingChange, writeBatch } from './write-batch.ts'

export interface Run {
  pool: pg.Pool
  brokerageId: string
  folder: string
  files: FileStore
  batchSize: number
  refuse: (refusal: Refusal) => void
  progress: (file: FileReport, bytes: number) => void
}

const writers = 2

/**
 * Imports one file in batches, each a transaction of its own: memory stays flat however long the file is, a refused row
 * keeps nobody else out, and an import that was cut off is finished by running it again.
 */
export async function importFile(run: Run, file: ExportFile): Promise<FileReport> {
  const encoding = await detectEncoding(file.path)
  const report = newFileReport(file.name, encoding)
  const refuse = (refusal: RowRefusal) => {
    report.refused++
    run.refuse({ file: file.name, ...refusal })
  }
  let bytes = 0
  const rows = readRows(file.path, encoding, (more) => {
    bytes += more
  })
  const heading = (await rows.next()).value
  const header = heading?.cells ? readHeader(file.source, heading.cells) : ({ reason: 'empty_file', columns: '' } as const)
  if ('reason' in header) {
    refuse({ line: 1, column: header.columns, value: '', reason: header.reason })
    await rows.return(undefined)
    return report
  }
  report.ignoredColumns = header.ignored
  const holdings: HoldingChange[] = []
  const statistics = statisticsOf(run, file.source.table)
  const writing: Promise<void>[] = []
  for await (const batch of checkedBatches(rows, header, run.batchSize, report, refuse)) {
    // Two batches are written while the next is read; never more, so memory does not depend on who is faster.
    if (writing.length === writers) await writing.shift()
    const written = importBatch(run, file, header, batch, report, refuse, holdings).then(() => {
      run.progress(report, bytes)
      return statistics.refreshWhenGrown(report.new)
    })
    written.catch(() => {})
    writing.push(written)
  }
  await Promise.all(writing)
  await statistics.refreshAtEnd(report.new)
  await importHoldings(run, header, report, holdings, refuse)
  run.progress(report, bytes)
  return report
}

async function* checkedBatches(
  rows: AsyncGenerator<{ line: number; cells: string[] | null }>,
  header: Header,
  size: number,
  report: FileReport,
  refuse: (refusal: RowRefusal) => void,
): AsyncGenerator<Row[]> {
  const seen = seenKeys()
  let batch: Row[] = []
  for await (const raw of rows) {
    report.read++
    const row = checkRow(header, raw)
    if ('reason' in row) {
      refuse(row)
      continue
    }
    const first = seen.first(row.key, row.line)
    if (first !== null) {
      refuse({
        line: row.line,
        column: header.key.heading,
        value: shown(row.key),
        reason: 'duplicate_key',
        detail: String(first),
      })
      continue
    }
    batch.push(row)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function importBatch(
  run: Run,
  file: ExportFile,
  header: Header,
  batch: Row[],
  report: FileReport,
  refuse: (refusal: RowRefusal) => void,
  holdings: HoldingChange[],
): Promise<void> {
  let rows = batch
  if (file.source.table === 'document') {
    const taken = await takeFiles(batch, header, run.folder, run)
    if (taken.rows.length > 0) await asBrokerage(run.pool, run.brokerageId, (db) => noteFiles(db, run.brokerageId, taken.rows))
    taken.refused.forEach(refuse)
    rows = taken.rows
  }
  await isolate(
    rows,
    async (part) => {
      const outcome = await asBrokerage(run.pool, run.brokerageId, (db) => writeBatch(db, file.source, header, part))
      report.new += outcome.new
      report.changed += outcome.changed
      report.unchanged += outcome.unchanged
      outcome.refused.forEach(refuse)
      holdings.push(...outcome.holdings)
    },
    (row, error) => {
      const column = header.columns.find(({ field }) => field.column === error.column)?.heading ?? ''
      refuse({ line: row.line, column, value: shown(row.key), reason: 'database', detail: shown(error.message) })
    },
  )
}

async function importHoldings(
  run: Run,
  header: Header,
  report: FileReport,
  holdings: HoldingChange[],
  refuse: (refusal: RowRefusal) => void,
): Promise<void> {
  const heading = header.columns.find(({ field }) => field.refers === 'parent')?.heading ?? ''
  const { changed, refused } = await setHoldings(
    run.pool,
    run.brokerageId,
    heading,
    holdings.sort((a, b) => a.line - b.line),
  )
  // Each row counts once: one that was already counted and has its holding refused is a refused row.
  for (const { holding, refusal } of refused.sort((a, b) => a.holding.line - b.holding.line)) {
    report[holding.outcome]--
    refuse(refusal)
  }
  for (const holding of changed) {
    if (holding.outcome !== 'unchanged') continue
    report.unchanged--
    report.changed++
  }
}
