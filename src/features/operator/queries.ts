import type pg from 'pg'
import { asOperator } from '../../platform/db.ts'

/** All brokerages of the installation, by number. */
export function allBrokerages(pool: pg.Pool): Promise<{ id: string; number: string }[]> {
  return asOperator(pool, (db) => db.selectFrom('brokerage').select(['brokerage_id as id', 'number']).orderBy('number').execute())
}

/** The id of the brokerage with this number; null when there is none. */
export function findBrokerage(pool: pg.Pool, number: string): Promise<string | null> {
  return asOperator(pool, async (db) => {
    const found = await db.selectFrom('brokerage').select('brokerage_id').where('number', '=', number).executeTakeFirst()
    return found?.brokerage_id ?? null
  })
}
