import { sql } from 'kysely'
import type pg from 'pg'
import { asBrokerage } from '../../platform/db.ts'

/**
 * Keeps the planner's idea of a table right while an import fills it: after the first batch, whenever ten times as much has
 * come in, and at the end, before other files refer to it. Plans made for an almost empty table end with it.
 */
export function statisticsOf(run: { pool: pg.Pool; brokerageId: string }, table: string) {
  let taken = 0
  const refresh = async (rows: number) => {
    taken = rows
    await asBrokerage(run.pool, run.brokerageId, (db) => sql`select refresh_statistics(${table})`.execute(db))
  }
  return {
    refreshWhenGrown: async (rows: number): Promise<void> => {
      if (rows >= 1000 && rows >= taken * 10) await refresh(rows)
    },
    refreshAtEnd: async (rows: number): Promise<void> => {
      if (rows >= 1000 && rows > taken * 1.2) await refresh(rows)
    },
  }
}
