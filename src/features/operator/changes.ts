import { sql } from 'kysely'
import type pg from 'pg'
import { asOperator, type Db } from '../../platform/db.ts'
import { recordEvent } from '../../platform/events.ts'
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

/** Founds a brokerage with its lines of business and terms, as the operator, all or nothing. One with this number stays as it is. */
export function foundBrokerage(pool: pg.Pool, brokerage: NewBrokerage): Promise<{ brokerageId: string; founded: boolean }> {
  return asOperator(pool, (db) => foundWithin(db, brokerage))
}

/** The same within a transaction of the operator, which goes on inside the brokerage. */
export async function foundWithin(db: Db, brokerage: NewBrokerage): Promise<{ brokerageId: string; founded: boolean }> {
  const { brokerageId, founded } = await insertBrokerage(db, brokerage)
  await sql`select set_config('app.brokerage', ${brokerageId}::text, true)`.execute(db)
  if (founded) {
    await seedLines(db, brokerageId)
    await seedTerms(db, brokerageId, brokerage.name)
    await recordEvent(db, { id: brokerageId }, operator, {
      verb: 'brokerage.founded',
      subjectKind: 'brokerage',
      subjectId: brokerageId,
      details: { number: brokerage.number, name: brokerage.name },
    })
  }
  return { brokerageId, founded }
}

const operator = { kind: 'operator' } as const

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
  await db.insertInto('line_of_business').values(rows).execute()
}

async function seedTerms(db: Db, brokerageId: string, name: string): Promise<void> {
  const rows = Object.entries(termsTexts(name)).map(([language, text]) => ({
    brokerage_id: brokerageId,
    version: 1,
    language,
    ...text,
  }))
  await db.insertInto('terms').values(rows).execute()
}
