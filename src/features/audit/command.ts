import type pg from 'pg'
import { asBrokerage } from '../../platform/db.ts'
import { StartError } from '../../platform/start-error.ts'
import { allBrokerages, findBrokerage } from '../operator/queries.ts'
import { type Checked, checkChain, type Finding, type MailedAnchor, sealEvents } from './chain.ts'

const findings: Record<Finding, (checked: Checked) => string> = {
  seal_missing: ({ brokenSeq }) => `a seal before no. ${brokenSeq} was taken away`,
  link_wrong: ({ brokenSeq }) => `the seal no. ${brokenSeq} was changed`,
  event_missing: ({ brokenSeq, eventId }) => `the event of no. ${brokenSeq} was deleted (${eventId})`,
  event_changed: ({ brokenSeq, eventId }) => `the event of no. ${brokenSeq} was changed (${eventId})`,
  event_inserted: ({ eventId }) => `an event was slipped in later (${eventId})`,
  anchor_lost: ({ brokenSeq }) => `the chain does not hold the anchor no. ${brokenSeq}: it was cut off or written anew before it`,
}

/**
 * `cli audit verify [NUMBER] [--anchor SEQ:DIGEST]`: seals what is new, then checks. Exit code 2 when a chain is broken. Throws
 * StartError for a brokerage that does not exist, or an anchor that is none.
 */
export async function verifyCommand(
  pool: pg.Pool,
  number: string | undefined,
  anchor: string | undefined,
): Promise<{ lines: string[]; exitCode: number }> {
  if (anchor !== undefined && number === undefined)
    throw new StartError('Whose anchor is it? cli audit verify NUMBER --anchor SEQ:DIGEST')
  const mailed = readAnchor(anchor)
  const lines: string[] = []
  let exitCode = 0
  for (const one of await wanted(pool, number)) {
    const checked = await asBrokerage(pool, one.id, async (db) => {
      // A broken chain is not gone on with.
      const before = await checkChain(db, mailed)
      if (before.finding !== null) return before
      await sealEvents(db)
      return checkChain(db, mailed)
    })
    if (checked.finding !== null) exitCode = 2
    lines.push(`${one.number}: ${said(checked)}`)
  }
  return { lines, exitCode }
}

function said(checked: Checked): string {
  if (checked.finding !== null) return `BROKEN – ${findings[checked.finding](checked)}`
  return `whole – ${checked.seq} events, anchor ${checked.seq}:${checked.link}`
}

async function wanted(pool: pg.Pool, number: string | undefined): Promise<{ id: string; number: string }[]> {
  if (number === undefined) return allBrokerages(pool)
  const id = await findBrokerage(pool, number)
  if (id === null) throw new StartError(`There is no brokerage ${number}.`)
  return [{ id, number }]
}

function readAnchor(text: string | undefined): MailedAnchor | null {
  if (text === undefined) return null
  const [, seq, link] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? []
  if (seq === undefined || link === undefined)
    throw new StartError('An anchor is a number and a digest: --anchor 1234:5e884898…, as the mail has it.')
  return { seq: Number(seq), link: link.toLowerCase() }
}
