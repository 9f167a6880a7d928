// The budget of docs/performance: at least a quarter of the rows a second of a bare COPY, and memory that does not grow with
// the rows. Premium invoices are measured: a column of every sort, a reference, a trigger. Usage: npm run bench import [rows …]
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { importFolder } from '../src/features/imports/changes.ts'
import { foundBrokerage } from '../src/features/operator/changes.ts'
import { openDatabase } from '../src/platform/db.ts'
import { openFiles } from '../src/platform/files.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'

const heading =
  'RechnungsNr;PolicenNr;Art;Periode von;Periode bis;Rechnungsdatum;Fällig;Netto;Stempel;Total;Währung;Status;Bezahlt am'
const invoice = (policies: number) => (i: number) =>
  `PR${i};MF-${i % policies};Ratenrechnung;01.01.2026;31.03.2026;12.12.2025;31.01.2026;${i % 9}'${100 + (i % 900)}.05;0.00;1'234.05;CHF;bezahlt;27.01.2026`

const sizes = process.argv.slice(2).map(Number).filter(Boolean)
const secret = Buffer.from('measured, not kept'.padEnd(32))
const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
// The server runs as another user when we are root, and writes the file of the bare COPY here.
chmodSync(dir, 0o777)
const server = await startPostgres({ dataDir: join(dir, 'postgres') })
await migrate(server.url, secret, process.cwd())
const database = openDatabase(server.url, secret)
const owner = new pg.Client({ connectionString: server.url })
await owner.connect()
try {
  for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000]) await measure(rows)
} finally {
  await owner.end()
  await database.end()
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}

async function measure(rows: number) {
  const number = String(rows)
  const folder = join(dir, number)
  mkdirSync(folder)
  const policies = Math.ceil(rows / 8)
  await write(join(folder, 'Adressen.csv'), 'AdressNr;Firma', 50, (i) => `K-${i};Firma ${i} AG`)
  await write(
    join(folder, 'Policen.csv'),
    'PolicenNr;AdressNr;Versicherer;Branche',
    policies,
    (i) => `MF-${i};K-${i % 50};Alpina;MF`,
  )
  await importFolder(database.operator, await brokerage(number), folder, { files: openFiles({ dataDir: dir, s3: null }) })
  rmSync(join(folder, 'Adressen.csv'))
  rmSync(join(folder, 'Policen.csv'))
  await write(join(folder, 'Praemienrechnungen.csv'), heading, rows, invoice(policies))

  const brokerageId = await brokerage(number)
  const first = await timed(() =>
    importFolder(database.operator, brokerageId, folder, { files: openFiles({ dataDir: dir, s3: null }) }),
  )
  const again = await timed(() =>
    importFolder(database.operator, brokerageId, folder, { files: openFiles({ dataDir: dir, s3: null }) }),
  )
  const copies = await prepareCopies(brokerageId)
  const same = await timed(copies.sameTable)
  const bare = await timed(copies.bareTable)
  const speed = (seconds: number) => `${Math.round(rows / seconds)} rows/s`
  const share = (copy: { seconds: number }) => `${((copy.seconds / first.seconds) * 100).toFixed(0)} %`
  console.log(`${rows} rows: import ${speed(first.seconds)}, again unchanged ${speed(again.seconds)}`)
  console.log(`  COPY into the same table ${speed(same.seconds)}: the import has ${share(same)} of it (budget 25 %)`)
  console.log(`  COPY into one without triggers and foreign keys ${speed(bare.seconds)}: ${share(bare)}`)
  console.log(`  memory at most ${first.megabytes} MB, again ${again.megabytes} MB`)
}

async function brokerage(number: string): Promise<string> {
  const host = `b${number}.example`
  return (await foundBrokerage(database.operator, { number, name: number, host, senderEmail: `a@${host}` })).brokerageId
}

async function write(path: string, first: string, rows: number, row: (i: number) => string) {
  const file = await open(path, 'w')
  await file.write(`${first}\r\n`)
  for (let from = 0; from < rows; from += 10_000) {
    const part = Array.from({ length: Math.min(10_000, rows - from) }, (_, i) => row(from + i))
    await file.write(`${part.join('\r\n')}\r\n`)
  }
  await file.close()
}

async function timed(work: () => Promise<unknown>) {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const start = performance.now()
  await work()
  clearInterval(timer)
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(most / 1024 / 1024) }
}

// The same rows by COPY, from a file the server reads itself: into the table as it is, under other keys and rolled back; and
// into one with the same columns and indexes but nothing to check, which is as fast as this database goes.
async function prepareCopies(brokerageId: string) {
  const file = join(dir, `${brokerageId}.copy`)
  const columns =
    'brokerage_id, company_id, policy_id, source_key, number, kind, period_from, period_to, invoiced_on, due_on, net, total, published_at'
  const query = `select ${columns.replace('source_key', "'copy ' || source_key")} from premium_invoice where brokerage_id = '${brokerageId}'`
  await owner.query('drop table if exists bare; create table bare (like premium_invoice including all)')
  await owner.query(`copy (${query}) to '${file}'`)
  await owner.query(`select set_config('app.brokerage', '${brokerageId}', false)`)
  return {
    sameTable: () => owner.query(`begin; copy premium_invoice (${columns}) from '${file}'; rollback`),
    bareTable: () => owner.query(`copy bare (${columns}) from '${file}'`),
  }
}
