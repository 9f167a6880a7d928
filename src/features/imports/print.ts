import { count } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { importPhrases } from './phrases.ts'
import { reasonPhrases } from './reasons.ts'
import type { Refusal } from './refusal.ts'
import type { ImportReport } from './report.ts'

const shownPerFile = 50

/** Why a row was refused, as a sentence. */
export function reasonText(language: Language, { reason, detail }: Pick<Refusal, 'reason' | 'detail'>): string {
  const sentence = reasonPhrases(language)[reason] as (detail: string) => string
  return sentence(detail ?? '')
}

/** The report of an import as lines for a terminal: a table of the files, then the refused rows. */
export function printReport(language: Language, report: ImportReport): string {
  const say = importPhrases(language)
  const lines = [...table(language, report), '']
  for (const { file, ignoredColumns } of report.files) {
    if (ignoredColumns.length > 0) lines.push(say.ignoredColumns(file, ignoredColumns.join(', ')))
  }
  if (report.ignoredFiles.length > 0) lines.push(say.ignoredFiles(report.ignoredFiles.join(', ')))
  for (const { file, refused } of report.files) {
    const refusals = report.refusals.filter((refusal) => refusal.file === file).slice(0, shownPerFile)
    lines.push(...refusals.map((refusal) => printRefusal(language, refusal)))
    if (refused > refusals.length) lines.push(say.moreRefused(count(refused - refusals.length), file))
  }
  lines.push(report.refused === 0 ? say.nothingRefused : say.someRefused(count(report.refused)))
  return lines.join('\n')
}

function printRefusal(language: Language, refusal: Refusal): string {
  const say = importPhrases(language)
  const where = [`${refusal.file}, ${say.line} ${refusal.line}`]
  if (refusal.column) where.push(`${say.column} «${refusal.column}»`)
  return `${where.join(', ')}: ${refusal.value ? `«${refusal.value}» – ` : ''}${reasonText(language, refusal)}`
}

function table(language: Language, report: ImportReport): string[] {
  const say = importPhrases(language)
  const columns = ['read', 'new', 'changed', 'unchanged', 'refused'] as const
  const rows = [
    [say.file, ...columns.map((column) => say[column])],
    ...report.files.map((file) => [file.file, ...columns.map((column) => count(file[column]))]),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  const print = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ')
  return [print(rows[0]!), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.slice(1).map(print)]
}

/** One refusal as a line of the file that --report writes. */
export function refusalAsCsv(language: Language, refusal: Refusal): string {
  return [refusal.file, refusal.line, refusal.column, refusal.value, reasonText(language, refusal)].map(csvCell).join(';')
}

export function refusalHeading(language: Language): string {
  const say = importPhrases(language)
  return [say.file, say.line, say.column, say.value, say.reason].map(csvCell).join(';')
}

// A spreadsheet would run a cell that begins like a formula.
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
