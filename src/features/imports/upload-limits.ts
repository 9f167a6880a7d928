/** What a table that comes through the screens may hold at most; larger exports are for the command line. */
export const tableLimits = { rows: 100_000, columns: 200, cell: 32_767, unpacked: 100_000_000, seconds: 30, megabytes: 512 }

/** Why an uploaded file is not read; each has a sentence in upload-phrases.ts that says what to do. */
export type UploadReason =
  | 'kind'
  | 'empty'
  | 'no_table'
  | 'encrypted'
  | 'macros'
  | 'external'
  | 'entities'
  | 'unpacked'
  | 'damaged'
  | 'binary'
  | 'columns'
  | 'rows'
  | 'too_slow'

export class UploadRefused extends Error {
  readonly reason: UploadReason
  constructor(reason: UploadReason) {
    super(reason)
    this.reason = reason
  }
}
