import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/db.ts'
import { testSecret } from './secret.ts'

export interface TestDatabase extends Database {
  /** The owner's address of this copy; superuser, so only for looking behind the scenes. */
  ownerUrl: string
  /** A query as the owner, past every row rule. */
  look<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>
  /** A statement as the owner inside one brokerage, so that triggers work as they do for everybody else. */
  write(brokerageId: string, sql: string, values?: unknown[]): Promise<void>
  drop(): Promise<void>
}

/** A fresh copy of the template: both brokerages with their people and records. About 50 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('template')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = address(template, 'postgres')
  await once(admin, `create database ${name} template ${new URL(template).pathname.slice(1)}`)
  const ownerUrl = address(template, name)
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => {})
  owner.on('connect', (client) => client.on('error', () => {}))
  const database = openDatabase(ownerUrl, testSecret)
  return {
    ...database,
    ownerUrl,
    look: async <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await owner.query<R>(sql, values)).rows,
    async write(brokerageId, sql, values = []) {
      const client = await owner.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('app.brokerage', $1, true)", [brokerageId])
        await client.query(sql, values)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    async drop() {
      await database.end()
      await owner.end()
      await once(admin, `drop database ${name} with (force)`)
    },
  }
}

function address(url: string, database: string): string {
  const copy = new URL(url)
  copy.pathname = `/${database}`
  return copy.href
}

async function once(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
