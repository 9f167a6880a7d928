import { checkRow, type Row, type RowRefusal, shown } from './check-row.ts'
import { noteFiles } from './documents.ts'
import type { Header } from './header.ts'
import { setHoldings } from './holdings.ts'
import { isolate } from './isolate.ts'
import type { Refusal, Refused } from './refusal.ts'
import { type FileReport, newFileReport } from './report.ts'
import type { RawRow } from './rows.ts'
import { seenKeys } from './seen.ts'
import type { Source } from './sources.ts'
import type { Transact } from './transact.ts'
import { type HoldingChange, type Track, writeBatch } from './write-batch.ts'

/** A file that is to be imported, wherever it lies and however it is written. */
export interface OpenFile {
  source: Source
  name: string
  encoding: string
  /** Its rows, the heading first. */
  rows: AsyncGenerator<RawRow>
  /** What the heading means. */
  header: (cells: string[]) => Header | (Refused & { columns: string })
  /** How many bytes have been read. */
  bytes: () => number
}

export interface Run {
  brokerageId: string
  transact: Transact
  /** How many batches are written at the same time. */
  writers: number
  batchSize: number
  refuse: (refusal: Refusal) => void
  progress: (file: FileReport, bytes: number) => void | Promise<void>
  /** Gives rows of documents what the database stores of their files. */
  takeFiles: (rows: Row[], header: Header) => Promise<{ rows: Row[]; refused: RowRefusal[] }>
  /** Tells the planner how a table has grown. */
  statistics?: (table: string) => { refreshWhenGrown(rows: number): Promise<void>; refreshAtEnd(rows: number): Promise<void> }
  /** Hears what is written, to show it or take it back. */
  track?: Track
}

const still = { refreshWhenGrown: async () => {}, refreshAtEnd: async () => {} }

/**
 * Imports one file in batches, each a step of its own: memory stays flat however long the file is, a refused row
 * keeps nobody else out, and an import that was cut off is finished by running it again.
 */
export async function importFile(run: Run, file: OpenFile): Promise<FileReport> {
  const report = newFileReport(file.name, file.source.name, file.encoding)
  const refuse = (refusal: RowRefusal) => {
    report.refused++
    run.refuse({ file: file.name, ...refusal })
  }
  const { rows } = file
  const heading = (await rows.next()).value
  const header = heading?.cells ? file.header(heading.cells) : ({ reason: 'empty_file', columns: '' } as const)
  if ('reason' in header) {
    refuse({ line: 1, column: header.columns, value: '', reason: header.reason })
    await rows.return(undefined)
    return report
  }
  report.ignoredColumns = header.ignored
  const holdings: HoldingChange[] = []
  const statistics = run.statistics?.(file.source.table) ?? still
  const writing: Promise<void>[] = []
  for await (const batch of checkedBatches(rows, header, run.batchSize, report, refuse)) {
    // Two batches are written while the next is read; never more, so memory does not depend on who is faster.
    if (writing.length === run.writers) await writing.shift()
    const written = importBatch(run, file, header, batch, report, refuse, holdings).then(async () => {
      await run.progress(report, file.bytes())
      return statistics.refreshWhenGrown(report.new)
    })
    written.catch(() => {})
    writing.push(written)
  }
  await Promise.all(writing)
  await statistics.refreshAtEnd(report.new)
  await importHoldings(run, header, report, holdings, refuse)
  await run.progress(report, file.bytes())
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
  file: OpenFile,
  header: Header,
  batch: Row[],
  report: FileReport,
  refuse: (refusal: RowRefusal) => void,
  holdings: HoldingChange[],
): Promise<void> {
  let rows = batch
  if (file.source.table === 'document') {
    const taken = await run.takeFiles(batch, header)
    if (taken.rows.length > 0) await run.transact((db) => noteFiles(db, run.brokerageId, taken.rows))
    taken.refused.forEach(refuse)
    rows = taken.rows
  }
  await isolate(
    rows,
    async (part) => {
      const outcome = await run.transact((db) => writeBatch(db, file.source, header, part, run.track))
      report.new += outcome.new
      report.changed += outcome.changed
      report.unchanged += outcome.unchanged
      outcome.refused.forEach(refuse)
      holdings.push(...outcome.holdings)
    },
    (row, error) => {
      const column = header.columns.find(({ field }) => field.column === error.column)?.heading ?? ''
      // A key that is taken although nobody sees it is a record of somebody else's companies.
      const reason = run.track && error.code === '23505' ? 'out_of_reach' : 'database'
      refuse({ line: row.line, column, value: shown(row.key), reason, detail: shown(error.message) })
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
    run.transact,
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
