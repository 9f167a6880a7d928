import { sql } from 'kysely'
import { asBrokerage, type Db } from '../../platform/db.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { isLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import { anchorChain, type Checked, sealEvents } from './chain.ts'

export const jobs: Job[] = [
  { name: 'seal_events', run: (work) => inEach(work, (db) => sealEvents(db)), every: '* * * * *' },
  { name: 'anchor_events', run: (work) => inEach(work, (db, id) => anchor(work, db, id)), every: '10 4 * * *' },
]

// One after the other, each in its own transaction: what fails holds nobody else's up.
async function inEach(work: Work, run: (db: Db, brokerageId: string) => Promise<unknown>): Promise<void> {
  const { rows } = await work.pool.query<{ id: string }>('select access.brokerages() as id')
  const errors: unknown[] = []
  for (const { id } of rows) await asBrokerage(work.pool, id, (db) => run(db, id)).catch((error) => errors.push(error))
  if (errors.length > 0) throw errors[0]
}

// Out of the house it goes by mail: whoever holds the database can write all of the chain anew, but not what was mailed.
async function anchor({ services }: Work, db: Db, brokerageId: string): Promise<void> {
  await sealEvents(db)
  const checked = await anchorChain(db)
  const { rows } = await sql<{ email: string; language: string }>`
    select email, language from access.trail_watchers(${checked.finding !== null})`.execute(db)
  for (const { email, language } of rows)
    await queueMail(db, services.keys.mail, brokerageId, {
      event: checked.finding === null ? 'audit_anchor' : 'audit_broken',
      recipient: email,
      language: isLanguage(language) ? language : 'de',
      values: valuesOf(checked),
    })
}

function valuesOf({ seq, link, brokenSeq }: Checked): Record<string, string> {
  return { seq: String(seq), digest: link, broken: brokenSeq === null ? '' : String(brokenSeq) }
}
