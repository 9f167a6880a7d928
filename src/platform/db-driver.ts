import type { Writable } from 'node:stream'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type pg from 'pg'

const names = new Map<string, string>()

// Prepared statements save the planning of a query that comes again; a text that differs each time would only fill the
// server's memory, so the number of names is capped.
function statementName(sql: string): string | undefined {
  let name = names.get(sql)
  if (name === undefined && names.size < 400) {
    name = `q${names.size}`
    names.set(sql, name)
  }
  return name
}

const held = new WeakSet<Writable>()

/**
 * What is asked in the same moment travels in one write: begin with the first statement, a page's rows with their count.
 * A write costs more than the query in it does.
 */
export function sendTogether(client: pg.PoolClient): void {
  const stream = (client as unknown as { connection?: { stream?: Writable } }).connection?.stream
  if (!stream || held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}

/** A Kysely driver on one given client: begin and commit are asActor's business, so it only runs queries, prepared. */
export function connectionDriver(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const name = statementName(query.sql)
      sendTogether(client)
      const result = await client.query<never>({ text: query.sql, values: [...query.parameters], ...(name ? { name } : {}) })
      const rows = result.rows as R[]
      return result.command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('Streams are opened by the export and the import with a cursor of their own')
    },
  }
  const refuse = async () => {
    throw new Error('Transactions are opened by asActor only')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}
