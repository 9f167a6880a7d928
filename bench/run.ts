// npm run bench [--scale 10] — builds the data, starts everything, prints ratios measured in one run, interleaved, and writes
// bench/results.json. Nothing in the test suite depends on a time (performance.md).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate, roleUrl } from '../src/platform/migrate.ts'
import { hashPassword, passwordFits } from '../src/platform/password.ts'
import { startPostgres } from '../src/platform/postgres.ts'
import { fill, scaleOf } from './data.ts'
import { load, type Measured, median } from './load.ts'

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
  },
})
const seconds = Number(options.seconds)
const rounds = Number(options.rounds)
const secretText = 'measured, not kept, thirty-two bytes'
const secret = Buffer.from(secretText)
const ports = { ours: 4801, bare: 4802 }

interface Person {
  account: string
  brokerage: string
  company: string
  host: string
  cookie: string
  policy: string
}

const dir = mkdtempSync(join(tmpdir(), 'dossier-bench-'))
chmodSync(dir, 0o711)
const children: ChildProcess[] = []
const results: Record<string, number | string> = {}
const postgres = await startPostgres({ dataDir: join(dir, 'postgres') })

async function main() {
  await migrate(postgres.url, secret, process.cwd())
  console.log(`Building the data (scale ${options.scale}) …`)
  results.rows = await fill(postgres.url, scaleOf(Number(options.scale)), console.log)
  const owner = new pg.Client({ connectionString: postgres.url })
  owner.on('error', () => {})
  await owner.connect()
  const ordinary = await people(owner, '2', 50)
  const [everything] = await holding(owner)
  await startOurs()
  await startBare()
  await lists(ordinary)
  await manyRows(ordinary, everything!)
  await weight(ordinary[0]!)
  await exports(everything!)
  // Enough of them that nobody searches more than 120 times a minute.
  await searches(await people(owner, '2', 1000), everything!)
  await signIns(owner, ordinary)
  memory()
  await owner.end()
  print()
}

async function people(owner: pg.Client, role: string, many: number): Promise<Person[]> {
  const { rows } = await owner.query(
    `select a.id as account, a.brokerage_id as brokerage, a.company_id as company, a.login_id, b.host,
       (select p.id from policy p where p.brokerage_id = a.brokerage_id and p.company_id = a.company_id and p.line_code = 'MF' limit 1) as policy
     from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id join brokerage b on b.brokerage_id = a.brokerage_id
     where right(c.last_name, 1) = $1 order by b.number, a.id limit $2`,
    [role, many],
  )
  const persons: Person[] = []
  for (const row of rows) persons.push(await withSession(owner, row))
  return persons
}

async function withSession(owner: pg.Client, row: Record<string, string>): Promise<Person> {
  const token = `bench-${row.account}`
  await owner.query(
    `insert into session (brokerage_id, token_hash, login_id, account_id, host, expires_at) values ($1, $2, $3, $4, $5, now() + interval '12 hours') on conflict do nothing`,
    [row.brokerage, createHash('sha256').update(token).digest(), row.login_id, row.account, row.host],
  )
  return { ...(row as unknown as Person), cookie: `__Host-s=${token}` }
}

// One brokerage whose holding has 100,000 policies below it (fewer where the scale is below 1), for the person who may see everything.
const manyPolicies = Math.min(100_000, 100_000 * Number(options.scale))
async function holding(owner: pg.Client): Promise<Person[]> {
  // The last brokerage that there is.
  const number = String(1000 + scaleOf(Number(options.scale)).brokerages)
  await owner.query('set session_replication_role = replica')
  await owner.query(
    `insert into policy (brokerage_id, company_id, source_key, number, insurer, line_code, name, starts_on, ends_on, notice_months, premium_gross, audience, published_at)
     select c.brokerage_id, c.id, 'X' || c.source_key || n, 'X-' || lpad(n::text, 6, '0') || c.source_key, 'Alpina Allgemeine', 'MF', 'Flotte', '2024-01-01', '2027-12-31', 3, 1000 + n, '{fleet}', now()
     from company c join brokerage b on b.brokerage_id = c.brokerage_id and b.number = $1, generate_series(1, $2::int) n where c.source_key in ('K-1', 'K-2', 'K-3', 'K-4', 'K-5')`,
    [number, manyPolicies / 5],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('select search_fill(brokerage_id) from brokerage where number = $1', [number])
  await owner.query('vacuum analyze policy')
  await owner.query('vacuum analyze search_entry')
  const { rows } = await owner.query(
    `select a.id as account, a.brokerage_id as brokerage, a.company_id as company, a.login_id, b.host, null as policy from portal_account a
     join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id join brokerage b on b.brokerage_id = a.brokerage_id
     join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id where b.number = $1 and f.source_key = 'K-1' and right(c.last_name, 1) = '1'`,
    [number],
  )
  const persons: Person[] = []
  for (const row of rows) persons.push(await withSession(owner, row))
  return persons
}

async function startOurs() {
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    DOSSIER_SECRET: secretText,
    DOSSIER_MODE: 'production',
    ALLOW_UNPATCHED_PG: '1',
    INLINE_WORKER: 'no',
    TRUSTED_PROXIES: '127.0.0.1',
    PORT: String(ports.ours),
    DATA_DIR: dir,
  }
  const started = performance.now()
  // With the flag that `npm start` gives it (scripts/processes.mjs).
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'dist/server.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await ready(child, 'running')
  results['start with a database, ms'] = Math.round(performance.now() - started)
}

async function startBare() {
  const child = spawn(
    process.execPath,
    ['bench/bare.ts', postgres.url, roleUrl(postgres.url, 'dossier_app', secret), String(ports.bare)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  await ready(child, 'ready')
}

const ready = (child: ChildProcess, word: string) =>
  new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => chunk.toString().includes(word) && resolve())
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}`)))
  })

const same = { connections: 16, seconds }
const ours = (persons: Person[], path: (person: Person) => string) => () =>
  load({
    ...same,
    port: ports.ours,
    host: '',
    next: (n) => ({ path: path(at(persons, n)), host: at(persons, n).host, cookie: at(persons, n).cookie }),
  })
const bare = (persons: Person[], kind: string) => () =>
  load({
    ...same,
    port: ports.bare,
    host: 'bench',
    next: (n) => ({ path: `/${kind}?b=${at(persons, n).brokerage}&c=${at(persons, n).company}&a=${at(persons, n).account}` }),
  })
const at = (persons: Person[], n: number) => persons[n % persons.length]!

/** Runs the candidates in turn, A B C A B C …, after one round to warm up; medians of each figure. */
async function interleaved<K extends string>(candidates: Record<K, () => Promise<Measured>>): Promise<Record<K, Measured>> {
  const runs = Object.fromEntries(Object.keys(candidates).map((key) => [key, [] as Measured[]])) as unknown as Record<
    K,
    Measured[]
  >
  for (let round = 0; round <= rounds; round++) {
    for (const [key, run] of Object.entries(candidates) as [K, () => Promise<Measured>][]) {
      const measured = await run()
      if (measured.errors > 0) throw new Error(`${key}: ${measured.errors} answers were errors`)
      if (round > 0) runs[key].push(measured)
    }
  }
  const middle = (list: Measured[], figure: keyof Measured) => median(list.map((m) => m[figure]))
  return Object.fromEntries(
    (Object.entries(runs) as [K, Measured[]][]).map(([key, list]) => [
      key,
      Object.fromEntries(
        Object.keys(list[0]!).map((figure) => [figure, middle(list, figure as keyof Measured)]),
      ) as unknown as Measured,
    ]),
  ) as Record<K, Measured>
}

async function lists(persons: Person[]) {
  console.log('List and record page, 16 connections …')
  const m = await interleaved({
    list: ours(persons, () => '/de-de/policies'),
    record: ours(persons, (person) => `/de-de/policies/${person.policy}`),
    bare: bare(persons, 'bare'),
    ruled: bare(persons, 'ruled'),
    constant: bare(persons, 'constant'),
  })
  results['list, requests/s ÷ (c) bare SQL'] = ratio(m.list.perSecond, m.bare.perSecond)
  results['list, requests/s ÷ (c2) bare SQL under row rules'] = ratio(m.list.perSecond, m.ruled.perSecond)
  results['list, requests/s ÷ (b) constant page'] = ratio(m.list.perSecond, m.constant.perSecond)
  results['list, p99 ÷ p50'] = ratio(m.list.p99, m.list.p50)
  results['record, requests/s ÷ list'] = ratio(m.record.perSecond, m.list.perSecond)
  results['list page, kB'] = ratio(m.list.bytes, 1000)
}

async function manyRows(persons: Person[], everything: Person) {
  console.log('A person who may see very many policies …')
  const one = { connections: 1, seconds }
  const single = (person: Person) => () =>
    load({
      ...one,
      port: ports.ours,
      host: person.host,
      next: () => ({ path: '/de-de/policies', cookie: person.cookie, host: person.host }),
    })
  const m = await interleaved({ many: single(everything), few: single(persons[0]!) })
  results[`list of ${manyPolicies.toLocaleString('en')} ÷ list of 100, p50`] = ratio(m.many.p50, m.few.p50)
}

// What a first visit brings, compressed as a browser gets it.
async function weight(person: Person) {
  const gzip = { cookie: person.cookie, 'accept-encoding': 'gzip' }
  const kilobytes = async (path: string) => {
    const { status, bytes } = await request(person.host, 'GET', path, gzip)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    return ratio(bytes, 1000)
  }
  const { body } = await request(person.host, 'GET', '/de-de/policies?n=50', { cookie: person.cookie })
  results['page of 50 rows, kB compressed'] = await kilobytes('/de-de/policies?n=50')
  for (const kind of ['css', 'js'])
    results[`${kind} of a page, kB compressed`] = await kilobytes(new RegExp(`/assets/app[^"]*\\.${kind}`).exec(body)![0])
}

async function exports(person: Person) {
  console.log(`An export of ${manyPolicies.toLocaleString('en')} rows …`)
  const before = residentMegabytes()
  const started = performance.now()
  const { status, bytes, firstByte } = await request(person.host, 'GET', '/de-de/policies/export.xlsx', { cookie: person.cookie })
  if (status !== 200 || bytes < manyPolicies) throw new Error(`the export answered ${status} with ${bytes} bytes`)
  results['export, ms to the first byte'] = Math.round(firstByte)
  results['export, rows a second'] = Math.round(manyPolicies / ((performance.now() - started) / 1000))
  results['export, MiB more in the web process'] = residentMegabytes() - before
}

// As people type: numbers whole and in part, plates, words, a mistake, something to do.
const terms = [
  'MF-3',
  'LU 1001',
  'Motorfahrz',
  'Toyota',
  'Hagel',
  'police',
  'Alpinna',
  'MF-11.K-2',
  'Schaden',
  'lu3001',
  'SACH',
  'hilux toyota',
]

async function searches(persons: Person[], everything: Person) {
  console.log('Search, 16 connections; the person who may see everything, one …')
  const asked = (path: string, n: number) => `/de-de${path}?q=${encodeURIComponent(terms[n % terms.length]!)}`
  const many = (path: string) => () =>
    load({
      ...same,
      port: ports.ours,
      host: '',
      next: (n) => ({ path: asked(path, n), host: at(persons, n).host, cookie: at(persons, n).cookie }),
    })
  const m = await interleaved({
    list: ours(persons, () => '/de-de/policies'),
    search: many('/search'),
    palette: many('/search/palette'),
  })
  results['search page, p95 ÷ list p95'] = ratio(m.search.p95, m.list.p95)
  results['palette, p95 ÷ list p95'] = ratio(m.palette.p95, m.list.p95)
  // Fewer than 120 a minute, so one after the other and by hand.
  const times: number[] = []
  for (let n = 0; n < 4 * terms.length; n++) {
    const started = performance.now()
    const { status } = await request(everything.host, 'GET', asked('/search/palette', n), { cookie: everything.cookie })
    if (status !== 200) throw new Error(`a search answered ${status}`)
    if (n >= terms.length) times.push(performance.now() - started)
  }
  results[`palette over ${manyPolicies.toLocaleString('en')} policies, p50 in ms`] = Math.round(median(times))
  results[`palette over ${manyPolicies.toLocaleString('en')} policies, slowest in ms`] = Math.round(Math.max(...times))
}

async function signIns(owner: pg.Client, persons: Person[]) {
  console.log('Sign-in …')
  const password = 'Kx7!qmvz-bench'
  const hash = await hashPassword(password)
  await owner.query('insert into login_secret (brokerage_id, login_id, password_hash) select brokerage_id, id, $1 from login', [
    hash,
  ])
  await owner.query(
    `insert into terms (brokerage_id, version, language, title, body) select brokerage_id, 1, 'de', 'AGB', 'AGB' from brokerage on conflict do nothing`,
  )
  await owner.query(
    `insert into terms_acceptance (brokerage_id, login_id, version, language, text_hash) select brokerage_id, id, 1, 'de', sha256('AGB') from login`,
  )
  const { rows } = await owner.query(
    `select l.email, b.host from login l join brokerage b using (brokerage_id) order by b.number, l.id limit 400`,
  )
  const forms = await Promise.all(rows.map((row) => signInForm(row, password)))
  const alone: number[] = []
  const whole: number[] = []
  for (const form of forms.slice(0, 40)) {
    let started = performance.now()
    await passwordFits(password, hash)
    alone.push(performance.now() - started)
    started = performance.now()
    const status = await send(form)
    if (status !== 303) throw new Error(`a sign-in answered ${status}`)
    whole.push(performance.now() - started)
  }
  results['sign-in ÷ argon2id alone'] = ratio(median(whole), median(alone))
  const list = () =>
    load({
      connections: 4,
      seconds: 6,
      port: ports.ours,
      host: '',
      next: (n) => ({ path: '/de-de/policies', host: at(persons, n).host, cookie: at(persons, n).cookie }),
    })
  const calm = await list()
  let [n, on] = [40, true]
  const storm = (async () => {
    while (on && n < forms.length) {
      void send(forms[n++]!)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const busy = await list()
  on = false
  await storm
  results['list p95 while 50 sign in a second ÷ calm'] = ratio(busy.p95, calm.p95)
}

interface Form {
  host: string
  cookie: string
  body: string
}

async function signInForm(row: { email: string; host: string }, password: string): Promise<Form> {
  const response = await request(row.host, 'GET', '/de-de/PortalLogin', {})
  const token = /name="_token" value="([^"]+)"/.exec(response.body)![1]!
  const body = new URLSearchParams({ _token: token, email: row.email, password }).toString()
  return { host: row.host, cookie: response.cookie, body }
}

// Each from a place of its own, as in life: one place is let in a hundred times a minute only (security.md A5).
let places = 0
const send = async (form: Form) =>
  (
    await request(
      form.host,
      'POST',
      '/de-de/PortalLogin',
      {
        cookie: form.cookie,
        'x-forwarded-for': `198.18.${++places >> 8}.${places & 255}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      form.body,
    )
  ).status

async function request(host: string, method: string, path: string, headers: Record<string, string>, body?: string) {
  const { default: http } = await import('node:http')
  const asked = performance.now()
  return new Promise<{ status: number; body: string; bytes: number; firstByte: number; cookie: string }>((resolve, reject) => {
    const req = http.request({ port: ports.ours, host: '127.0.0.1', method, path, headers: { host, ...headers } }, (res) => {
      const chunks: Buffer[] = []
      let firstByte = 0
      res.on('data', (chunk: Buffer) => {
        firstByte ||= performance.now() - asked
        chunks.push(chunk)
      })
      res.on('end', () =>
        resolve({
          status: res.statusCode!,
          body: Buffer.concat(chunks).toString(),
          bytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
          firstByte,
          cookie: (res.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; '),
        }),
      )
    })
    req.on('error', reject)
    req.end(body)
  })
}

function memory() {
  results['web process after the load, MiB'] = residentMegabytes()
}

function residentMegabytes(): number {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${children[0]!.pid}/status`, 'utf8'))
  return Math.round(Number(resident?.[1] ?? 0) / 1024)
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100
}

function print() {
  const budgets: Record<string, string> = {
    'list, requests/s ÷ (c) bare SQL': '≥ 0.5',
    'list, requests/s ÷ (c2) bare SQL under row rules': '≥ 0.9',
    'list, p99 ÷ p50': '≤ 4',
    'record, requests/s ÷ list': '≥ 0.9',
    [`list of ${manyPolicies.toLocaleString('en')} ÷ list of 100, p50`]: '≤ 10',
    'page of 50 rows, kB compressed': '≤ 20',
    'css of a page, kB compressed': '≤ 12',
    'js of a page, kB compressed': '≤ 15',
    'export, ms to the first byte': '≤ 200',
    'search page, p95 ÷ list p95': '≤ 3',
    'palette, p95 ÷ list p95': '≤ 3',
    'sign-in ÷ argon2id alone': '≤ 1.15',
    'list p95 while 50 sign in a second ÷ calm': '≤ 1.5',
    'web process after the load, MiB': '≤ 350',
  }
  console.log('')
  for (const [name, value] of Object.entries(results))
    console.log(`${name.padEnd(52)} ${String(value).padStart(10)}   ${budgets[name] ?? ''}`)
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD']).stdout?.toString().trim()
  writeFileSync(
    'bench/results.json',
    `${JSON.stringify({ commit, node: process.version, scale: options.scale, ...results }, null, 2)}\n`,
  )
}

try {
  await main()
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  // First those who use the database, then the database.
  for (const child of children) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGTERM')) await ended
  }
  await postgres.stop()
  rmSync(dir, { recursive: true, force: true })
}
