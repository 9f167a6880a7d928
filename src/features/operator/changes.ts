import type pg from 'pg'
import { asBrokerage, asOperator, type Db } from '../../platform/db.ts'
import type { Language } from '../../platform/phrases.ts'
import { linesOfBusiness } from './lines.ts'
import { termsTexts } from './terms.ts'

export interface NewBrokerage {
  number: string
  name: string
  host: string
  senderEmail: string
  language?: Language
  brandColour?: string
  phone?: string | null
  email?: string | null
  street?: string | null
  postalCode?: string | null
  town?: string | null
  isDefault?: boolean
}

/**
 * Founds a brokerage with its lines of business and terms, as the operator. A brokerage with this number is left as it is;
 * only what a founding that was cut off has not written yet is added.
 */
export async function foundBrokerage(pool: pg.Pool, brokerage: NewBrokerage): Promise<{ brokerageId: string; founded: boolean }> {
  const { brokerageId, founded } = await asOperator(pool, (db) => insertBrokerage(db, brokerage))
  await asBrokerage(pool, brokerageId, async (db) => {
    await seedLines(db, brokerageId)
    await seedTerms(db, brokerageId, brokerage.name)
    if (founded) await recordFounding(db, brokerageId, brokerage)
  })
  return { brokerageId, founded }
}

async function insertBrokerage(db: Db, brokerage: NewBrokerage): Promise<{ brokerageId: string; founded: boolean }> {
  const inserted = await db
    .insertInto('brokerage')
    .values({
      number: brokerage.number,
      name: brokerage.name,
      host: brokerage.host,
      sender_email: brokerage.senderEmail,
      language: brokerage.language ?? 'de',
      ...(brokerage.brandColour ? { brand_colour: brokerage.brandColour } : {}),
      phone: brokerage.phone ?? null,
      email: brokerage.email ?? null,
      street: brokerage.street ?? null,
      postal_code: brokerage.postalCode ?? null,
      town: brokerage.town ?? null,
      is_default: brokerage.isDefault ?? false,
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returning('brokerage_id')
    .executeTakeFirst()
  if (inserted) return { brokerageId: inserted.brokerage_id, founded: true }
  const found = await db
    .selectFrom('brokerage')
    .select('brokerage_id')
    .where('number', '=', brokerage.number)
    .executeTakeFirstOrThrow()
  return { brokerageId: found.brokerage_id, founded: false }
}

async function seedLines(db: Db, brokerageId: string): Promise<void> {
  const rows = linesOfBusiness.map((line) => ({
    brokerage_id: brokerageId,
    code: line.code,
    name: line.name,
    audience: line.audience,
    stamp_rate: line.stampRate,
    object_kind: line.objectKind,
    health: line.health,
  }))
  // Only a brokerage without any line gets the list: one that a brokerage took out or mapped anew does not come back.
  if (await db.selectFrom('line_of_business').select('code').where('brokerage_id', '=', brokerageId).executeTakeFirst()) return
  await db.insertInto('line_of_business').values(rows).execute()
}

async function seedTerms(db: Db, brokerageId: string, name: string): Promise<void> {
  if (await db.selectFrom('terms').select('version').where('brokerage_id', '=', brokerageId).executeTakeFirst()) return
  const rows = Object.entries(termsTexts(name)).map(([language, text]) => ({
    brokerage_id: brokerageId,
    version: 1,
    language,
    ...text,
  }))
  await db.insertInto('terms').values(rows).execute()
}

async function recordFounding(db: Db, brokerageId: string, { number, name }: NewBrokerage): Promise<void> {
  const event = { actor_kind: 'operator', actor_name: 'CLI', verb: 'brokerage.founded', subject_kind: 'brokerage' }
  await db
    .insertInto('event')
    .values({ ...event, brokerage_id: brokerageId, subject_id: brokerageId, details: JSON.stringify({ number, name }) })
    .execute()
}
