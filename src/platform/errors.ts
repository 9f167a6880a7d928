/** An answer that is not the page asked for; the error handler turns it into a page in the reader's language. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: 400 | 403 | 404 | 409 | 413 | 421 | 429 | 503
  readonly retryAfter: number | undefined
  constructor(status: Refusal['status'], retryAfter?: number) {
    super(`refused with ${status}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Storage that files are kept in is away or refuses us: 503, and the log says why. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/** Not there, or not there for this person: the two are the same answer (architecture.md rule 14). */
export const notFound = () => new Refusal(404)

/** Visible, but this verb is not the person's. */
export const forbidden = () => new Refusal(403)

// What the database refuses because of what somebody sent is the sender's matter, never a 5xx (security.md R12).
const byClass: Record<string, Refusal['status']> = { '22': 400, '23': 409, '54': 413 }
const byCode: Record<string, Refusal['status']> = {
  '42501': 403, // a row rule refused a write
  '42601': 400,
  '0A000': 400,
  '08P01': 400,
  '40001': 409,
  '40P01': 409,
  '55P03': 503, // lock_timeout
  '57014': 503, // statement_timeout
  '53300': 503,
  '57P01': 503,
  '57P03': 503,
}

/** The SQLSTATE of a database error, or null when the error is none. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[0-9A-Z]{5}$/.test(code) ? code : null
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND'])

// A syntax error that points into a statement is a statement of ours; one without a position is a text that somebody sent,
// such as a search that to_tsquery cannot read.
function isOurSyntax(error: unknown, state: string): boolean {
  const at = error as { position?: string; internalPosition?: string }
  return state === '42601' && (at.position !== undefined || at.internalPosition !== undefined)
}

/** The status an error answers with: a Refusal's own, 4xx for what the input caused, 503 while database or file storage are away, else 500. */
export function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status
  if (error instanceof StorageError) return 503
  const state = sqlState(error)
  if (state) return isOurSyntax(error, state) ? 500 : (byCode[state] ?? byClass[state.slice(0, 2)] ?? 500)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (
    unreachable.has(code) ||
    (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  )
    return 503
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? status : 500
}
