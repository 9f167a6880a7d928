import type pg from 'pg'
import { asOperator } from '../../platform/db.ts'

/** The id of the brokerage with this number; null when there is none. */
export function findBrokerage(pool: pg.Pool, number: string): Promise<string | null> {
  return asOperator(pool, async (db) => {
    const found = await db.selectFrom('brokerage').select('brokerage_id').where('number', '=', number).executeTakeFirst()
    return found?.brokerage_id ?? null
  })
}
