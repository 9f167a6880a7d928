import { sql } from 'kysely'
import type pg from 'pg'
import { asBrokerage } from '../../platform/db.ts'
import type { FileStore } from '../../platform/files.ts'
import { StartError } from '../../platform/start-error.ts'
import { takeFiles } from './documents.ts'
import { detectEncoding } from './encoding.ts'
import { type ExportFile, exportsIn } from './folder.ts'
import { readHeader } from './header.ts'
import { importFile, type OpenFile } from './import-file.ts'
import type { Refusal } from './refusal.ts'
import { type FileReport, type ImportReport, keptRefusals } from './report.ts'
import { readRows } from './rows.ts'
import { statisticsOf } from './statistics.ts'

export interface ImportOptions {
  files: FileStore
  onProgress?: (file: FileReport, bytes: number) => void
  onRefused?: (refusal: Refusal) => void
  batchSize?: number
}

/**
 * Imports the exports in `folder` into a brokerage. `pool` connects as the operator. Records are recognised by the source's
 * keys, so running it again changes nothing that is the same. What is missing from an export stays as it is.
 * @throws StartError when the folder is missing or holds no export, or another import of this brokerage is running.
 */
export async function importFolder(
  pool: pg.Pool,
  brokerageId: string,
  folder: string,
  { files: store, onProgress = () => {}, onRefused = () => {}, batchSize = 1000 }: ImportOptions,
): Promise<ImportReport> {
  const { files, ignored } = await exportsIn(folder)
  return alone(pool, brokerageId, async () => {
    const runId = await beginRun(pool, brokerageId, folder)
    const report: ImportReport = { runId, files: [], ignoredFiles: ignored, refused: 0, refusals: [] }
    for (const file of files) {
      let kept = 0
      const refuse = (refusal: Refusal) => {
        report.refused++
        if (kept++ < keptRefusals) report.refusals.push(refusal)
        onRefused(refusal)
      }
      report.files.push(
        await importFile(
          {
            brokerageId,
            transact: (work) => asBrokerage(pool, brokerageId, work),
            writers: 2,
            batchSize,
            refuse,
            progress: onProgress,
            takeFiles: (rows, header) => takeFiles(rows, header, folder, { files: store, brokerageId }),
            statistics: (table) => statisticsOf({ pool, brokerageId }, table),
          },
          await openExport(file),
        ),
      )
    }
    const order = new Map(files.map((file, at) => [file.name, at]))
    report.refusals.sort((a, b) => order.get(a.file)! - order.get(b.file)! || a.line - b.line)
    await finishRun(pool, brokerageId, report)
    return report
  })
}

async function openExport({ source, name, path }: ExportFile): Promise<OpenFile> {
  const encoding = await detectEncoding(path)
  let bytes = 0
  const rows = readRows(path, encoding, (more) => {
    bytes += more
  })
  return { source, name, encoding, rows, header: (cells) => readHeader(source, cells), bytes: () => bytes }
}

// Two imports of the same brokerage at once would count each other's rows as changed.
async function alone<T>(pool: pg.Pool, brokerageId: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const key = `import:${brokerageId}`
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [key])
    if (!rows[0]?.mine) throw new StartError('Another import of this brokerage is running. Try again when it has finished.')
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key])
    }
  } finally {
    client.release()
  }
}

function beginRun(pool: pg.Pool, brokerageId: string, folder: string): Promise<string> {
  return asBrokerage(pool, brokerageId, async (db) => {
    const run = { brokerage_id: brokerageId, source: folder.slice(-400) }
    return (await db.insertInto('import_run').values(run).returning('id').executeTakeFirstOrThrow()).id
  })
}

function finishRun(pool: pg.Pool, brokerageId: string, report: ImportReport): Promise<void> {
  return asBrokerage(pool, brokerageId, async (db) => {
    await db
      .updateTable('import_run')
      .set({ finished_at: sql`now()`, report: JSON.stringify(report) })
      .where('brokerage_id', '=', brokerageId)
      .where('id', '=', report.runId)
      .execute()
    const counts = report.files.map(({ file, read, new: added, changed, unchanged, refused }) => ({
      file,
      read,
      new: added,
      changed,
      unchanged,
      refused,
    }))
    await db
      .insertInto('event')
      .values({
        brokerage_id: brokerageId,
        actor_kind: 'operator',
        actor_name: 'Import',
        verb: 'import.finished',
        subject_kind: 'import_run',
        subject_id: report.runId,
        details: JSON.stringify({ files: counts }),
      })
      .execute()
  })
}
