import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import type { FileStore } from '../../platform/files.ts'
import type { Language } from '../../platform/phrases.ts'
import { StartError } from '../../platform/start-error.ts'
import { findBrokerage } from '../operator/queries.ts'
import { importFolder } from './changes.ts'
import { printReport, refusalAsCsv, refusalHeading } from './print.ts'
import { progressOn } from './progress.ts'

export interface ImportCommand {
  number: string
  /** Absolute, like `report`. */
  folder: string
  /** A file for every refused row; null: only the first of each file are printed. */
  report: string | null
  files: FileStore
  language: Language
}

/** `cli import NUMBER FOLDER`. Gives the exit code: 0 when nothing was refused, 2 when some rows were. */
export async function importCommand(pool: pg.Pool, command: ImportCommand): Promise<0 | 2> {
  const brokerageId = await findBrokerage(pool, command.number)
  if (brokerageId === null)
    throw new StartError(`There is no brokerage ${command.number}. Found it first: cli brokerage found ${command.number} …`)
  const progress = progressOn(process.stderr, command.language)
  const list = command.report === null ? null : await openReport(command.report, command.language)
  try {
    const report = await importFolder(pool, brokerageId, command.folder, {
      files: command.files,
      onProgress: progress.show,
      onRefused: (refusal) => list?.write(`${refusalAsCsv(command.language, refusal)}\r\n`),
    })
    progress.end()
    process.stdout.write(`${printReport(command.language, report)}\n`)
    return report.refused === 0 ? 0 : 2
  } finally {
    progress.end()
    if (list) await finished(list.end())
  }
}

// With a byte order mark, so that a spreadsheet reads the umlauts.
async function openReport(path: string, language: Language) {
  const stream = createWriteStream(path)
  await new Promise<void>((opened, failed) => {
    stream.once('open', () => opened())
    stream.once('error', () => failed(new StartError(`The report cannot be written to ${path}.`)))
  })
  stream.write(`\ufeff${refusalHeading(language)}\r\n`)
  return stream
}
