import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/**
 * Does one step of an import so that all of it holds or nothing: in a transaction of its own (the command line), or between
 * savepoints of the one transaction that an import through the screens is.
 */
export type Transact = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Steps inside the transaction of `db`, one after the other; one that fails takes back itself alone. */
export function stepsIn(db: Db): Transact {
  return async (work) => {
    await sql`savepoint step`.execute(db)
    try {
      const result = await work(db)
      await sql`release savepoint step`.execute(db)
      return result
    } catch (error) {
      await sql`rollback to savepoint step`.execute(db)
      throw error
    }
  }
}
