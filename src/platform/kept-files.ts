import { type RawBuilder, sql } from 'kysely'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { StoredFile } from './files.ts'
import { enqueue } from './jobs.ts'

/** What a person is told about a file. `unscanned`: no scanner is set up. Of `pending`, `infected` and `failed` nobody gets the bytes. */
export type ScanState = 'unscanned' | 'pending' | 'clean' | 'infected' | 'failed'

type WithScanner = { config: Pick<Config, 'clamd'> }

/** What the scanner has said of the bytes in a row of `table`; null where nothing is known of them. For `select`. */
export function keptState(table: string): RawBuilder<string | null> {
  const row = sql.ref(table)
  return sql<string | null>`(select k.scan_state from kept_file k
    where k.brokerage_id = ${row}.brokerage_id and k.sha256 = ${row}.sha256)`
}

/** The state as it counts here: what nobody has looked at waits where there is a scanner, and is «not virus-checked» where there is none. */
export function scanState({ config }: WithScanner, kept: string | null): ScanState {
  if (kept === 'clean' || kept === 'infected' || kept === 'failed') return kept
  return config.clamd ? 'pending' : 'unscanned'
}

/**
 * Whether the bytes may leave the house in any way: download, preview, ZIP, search text, mail (security.md F5). Every way out asks
 * this one function.
 */
export function mayLeave(services: WithScanner, kept: string | null): boolean {
  const state = scanState(services, kept)
  return state === 'clean' || state === 'unscanned'
}

/** What a file that came in is about, for whoever must hear that it was infected. */
export interface Brought {
  /** The record it belongs to: `document`, `claim_report`, `message` …; null where an import brought it. */
  about: { kind: string; id: string } | null
  by: { kind: 'customer' | 'staff'; id: string; companyId: string | null } | null
}

export interface ScanJob extends Brought {
  brokerageId: string
  sha256: string
}

/** Before bytes are put into the store: until this transaction ends, nobody takes the same bytes away as unused. */
export async function holdBytes(db: Db, brokerageId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${bytesOf(brokerageId)})`.execute(db)
}

/** Whether nobody is bringing bytes in just now; until this transaction ends, who wants to waits. Only then unused bytes are taken away. */
export async function onlyOneWithBytes(db: Db, brokerageId: string): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`select pg_try_advisory_xact_lock(${bytesOf(brokerageId)}) as alone`.execute(db)
  return rows[0]!.alone
}

const bytesOf = (brokerageId: string) => sql`hashtextextended(${`bytes:${brokerageId}`}, 0)`

/** Notes bytes that were put into the store, and has them scanned. In the change that writes the row which names them. */
export async function noteKept(
  db: Db,
  services: WithScanner,
  brokerageId: string,
  { sha256, size }: StoredFile,
  brought: Brought,
): Promise<void> {
  await db
    .insertInto('kept_file')
    .values({ brokerage_id: brokerageId, sha256, byte_size: size })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (!services.config.clamd) return
  const job: ScanJob = { brokerageId, sha256: sha256.toString('hex'), ...brought }
  await enqueue(db, 'virus_scan', job)
}
