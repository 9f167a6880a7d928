import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** How a chain stands: its last number and digest, and the first place that does not fit, if there is one. */
export interface Checked {
  seq: number
  /** 64 hex digits. */
  link: string
  finding: Finding | null
  brokenSeq: number | null
  eventId: string | null
}

export type Finding = 'seal_missing' | 'link_wrong' | 'event_missing' | 'event_changed' | 'event_inserted' | 'anchor_lost'

export interface MailedAnchor {
  seq: number
  /** 64 hex digits. */
  link: string
}

/** Seals what has happened since the last time; answers how many events. `db` is a transaction inside the brokerage. */
export async function sealEvents(db: Db): Promise<number> {
  const { rows } = await sql<{ n: string }>`select access.seal_events() as n`.execute(db)
  return Number(rows[0]!.n)
}

/** Checks the whole chain, also against an anchor that somebody kept elsewhere. */
export async function checkChain(db: Db, anchor: MailedAnchor | null = null): Promise<Checked> {
  const { rows } = await sql<Row>`select seq, encode(link, 'hex') as link, finding, broken_seq, event_id
    from access.check_seals(${anchor?.seq ?? null}::bigint, decode(${anchor?.link ?? null}::text, 'hex'))`.execute(db)
  return checked(rows[0]!)
}

/** Checks the chain and keeps how it stood. */
export async function anchorChain(db: Db): Promise<Checked> {
  const { rows } = await sql<Row>`select seq, encode(link, 'hex') as link, finding, broken_seq, event_id
    from access.anchor_events()`.execute(db)
  return checked(rows[0]!)
}

interface Row {
  seq: string
  link: string
  finding: Finding | null
  broken_seq: string | null
  event_id: string | null
}

function checked({ seq, link, finding, broken_seq, event_id }: Row): Checked {
  return { seq: Number(seq), link, finding, brokenSeq: broken_seq === null ? null : Number(broken_seq), eventId: event_id }
}
