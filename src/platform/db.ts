import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { DB } from './database.d.ts'
import { connectionDriver, sendTogether } from './db-driver.ts'
import { type LoginRole, roleUrl } from './migrate.ts'

/** A transaction as one actor. Queries and changes take it as their first argument. */
export type Db = Kysely<DB>

// Dates stay texts (2026-12-31) and amounts stay texts (1234.50): neither may pass through a JavaScript number or time zone.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, Number)

export interface Database {
  app: pg.Pool
  gate: pg.Pool
  operator: pg.Pool
  end(): Promise<void>
}

/** Opens the connection pools of the web process (rights of each: docs/access.md). `end` closes them all. */
export function openDatabase(ownerUrl: string, secret: Buffer, options: { size?: number } = {}): Database {
  const open = (role: LoginRole, max: number, statementTimeout = 5000) => {
    const pool = new pg.Pool({
      connectionString: roleUrl(ownerUrl, role, secret),
      max,
      connectionTimeoutMillis: 2000,
      idleTimeoutMillis: 30_000,
      options: `-c statement_timeout=${statementTimeout} -c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000`,
      pipeline: true,
    } as pg.PoolConfig)
    // A dropped connection is no reason to end the process, neither an idle one nor one that is about to end; the next request opens a
    // new one.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const app = open('dossier_app', options.size ?? 10)
  const gate = open('dossier_gate', 4)
  const operator = open('dossier_operator', 3, 600_000)
  return { app, gate, operator, end: async () => void (await Promise.all([app.end(), gate.end(), operator.end()])) }
}

const databases = new WeakMap<pg.PoolClient, Db>()

function databaseOn(client: pg.PoolClient): Db {
  let db = databases.get(client)
  if (!db) {
    db = new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createQueryCompiler: () => new PostgresQueryCompiler(),
        createDriver: () => connectionDriver(client),
        createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      },
    })
    databases.set(client, db)
  }
  return db
}

/**
 * One transaction: `begin` and the first statement travel in one round trip, `work` runs, then commit; any error rolls back.
 * `first` is the statement that sets the context. A connection that fails to roll back is thrown away.
 */
async function transaction<R extends pg.QueryResultRow, T>(
  pool: pg.Pool,
  first: pg.QueryConfig,
  work: (db: Db, rows: R[]) => Promise<T>,
  { readOnly = false, planOnce = false }: { readOnly?: boolean | undefined; planOnce?: boolean | undefined } = {},
): Promise<T> {
  const client = await pool.connect()
  let result: T
  try {
    sendTogether(client)
    const begun = client.query(planOnce ? 'begin; set local plan_cache_mode = force_generic_plan' : 'begin')
    begun.catch(() => {})
    const { rows } = await client.query<R>(first)
    await begun
    result = await work(databaseOn(client), rows)
    // What was only read is right before the commit is: the answer does not wait for it.
    if (readOnly) {
      client.query('commit').then(
        () => client.release(),
        (error: Error) => client.release(error),
      )
      return result
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (rollbackError: Error) => client.release(rollbackError),
    )
    throw error
  }
  client.release()
  return result
}

export interface Entered {
  brokerage_id: string
  number: string
  name: string
  host: string
  brokerage_language: string
  brand_colour: string
  brokerage_phone: string | null
  brokerage_email: string | null
  remember_allowed: boolean
  session_id: string | null
  login_id: string | null
  account_id: string | null
  staff_id: string | null
  staff_function: string | null
  first_name: string | null
  last_name: string | null
  email: string | null
  contact_id: string | null
  company_id: string | null
  company_name: string | null
  language: string | null
  theme: string | null
  density: string | null
  shortcuts: boolean | null
  roles: string[]
  below: boolean
  manager_name: string | null
  manager_email: string | null
  manager_phone: string | null
  terms_due: boolean
  several: boolean
  factor_due: boolean | null
  confirmed: boolean | null
  second_factor: boolean | null
  deputy_name: string | null
  deputy_email: string | null
  deputy_phone: string | null
  deputy_until: string | null
}

/**
 * The only door to the database for a request: one transaction as the person whom the session token means, at the brokerage
 * whom the host name means. `work` gets null where no brokerage answers to the host.
 */
export function asActor<T>(
  pool: pg.Pool,
  request: { host: string; fallBack: boolean; tokenHash: Buffer | null; readOnly?: boolean; planOnce?: boolean | undefined },
  work: (db: Db, entered: Entered | null) => Promise<T>,
): Promise<T> {
  const first = {
    name: 'enter',
    text: `select * from access.enter($1, $2, $3) e left join lateral access.session_state(e.session_id) s on true
      left join lateral access.deputy_for_customer(e.account_id) d on true`,
    values: [request.host, request.fallBack, request.tokenHash],
  }
  return transaction<Entered, T>(pool, first, (db, rows) => work(db, rows[0] ?? null), request)
}

/**
 * One transaction inside a brokerage without a person: the gate (sign-in paths), the worker or the operator, by the pool given.
 * Row rules wall it in to that brokerage all the same.
 */
export function asBrokerage<T>(pool: pg.Pool, brokerageId: string, work: (db: Db) => Promise<T>): Promise<T> {
  const first = {
    name: 'context',
    text: "select set_config('app.brokerage', $1, true), set_config('app.actor', '', true)",
    values: [brokerageId],
  }
  return transaction(pool, first, (db) => work(db))
}

/** The operator across brokerages: founding one, finding one by its number. Nothing else is visible without a brokerage. */
export function asOperator<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const first = { text: "select set_config('app.brokerage', '', true), set_config('app.actor', '', true)" }
  return transaction(pool, first, (db) => work(db))
}
