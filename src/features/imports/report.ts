import type { Refusal } from './refusal.ts'

export interface FileReport {
  /** The file as it is called in the folder. */
  file: string
  /** The kind of export, a name of sources.ts; runs before 2026-11-25 do not say it. */
  source?: string
  read: number
  new: number
  changed: number
  unchanged: number
  refused: number
  ignoredColumns: string[]
  encoding: string
}

export interface ImportReport {
  runId: string
  files: FileReport[]
  /** Files of the folder that are no export we know. */
  ignoredFiles: string[]
  refused: number
  /** At most `keptRefusals` of each file; `onRefused` hears of every one. */
  refusals: Refusal[]
}

/** Refusals held in memory and in the run's report; a file of a million wrong rows must not fill either. */
export const keptRefusals = 1000

export function newFileReport(file: string, source: string, encoding: string): FileReport {
  return { file, source, read: 0, new: 0, changed: 0, unchanged: 0, refused: 0, ignoredColumns: [], encoding }
}
