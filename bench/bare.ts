import http from 'node:http'
import postgres from 'postgres'

// The limits beside us (performance.md): the same rows from the same server with nothing in between.
//   /bare      the list's SQL as owner, permissions as plain conditions, strings joined            (c)
//   /ruled     the same inside a transaction with the row rules of the web process                 (c2)
//   /constant  a constant page of the same size                                                    (b)

const [, , ownerUrl, appUrl, port] = process.argv
const owner = postgres(ownerUrl!, { max: 10 })
const app = postgres(appUrl!, { max: 10 })
let constant = ''

http
  .createServer(async (req, res) => {
    const url = new URL(req.url!, 'http://bench')
    const [brokerage, company, account] = ['b', 'c', 'a'].map((name) => url.searchParams.get(name)!)
    try {
      const html =
        url.pathname === '/bare'
          ? await bare(brokerage!, company!)
          : url.pathname === '/ruled'
            ? await ruled(brokerage!, account!)
            : constant
      if (html.length > constant.length) constant = html
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    } catch (error) {
      res.writeHead(500).end(String(error))
    }
  })
  .listen(Number(port), '127.0.0.1', () => console.log('ready'))

type Row = Record<string, unknown>

async function bare(brokerage: string, company: string) {
  const where = owner`p.brokerage_id = ${brokerage} and p.company_id = any (${[company]}::uuid[]) and p.published_at <= now() and p.audience && ${['fleet', 'other_lines']}::text[]`
  const [rows, counted] = await Promise.all([
    owner`select p.id, p.number, l.name as line, p.insurer, c.name as company, p.premium_gross, p.currency, p.ends_on::text, p.state, p.confidential from policy p
      join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
      where ${where} order by p.number asc nulls last, p.id limit 10 offset 0`,
    owner`select count(*) as n from (select 1 from policy p join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
      join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id where ${where} limit 10001) counted`,
  ])
  return page(rows, counted[0]!.n)
}

async function ruled(brokerage: string, account: string) {
  const [rows, counted] = await app.begin(async (sql) => {
    await sql`select set_config('app.brokerage', ${brokerage}, true), set_config('app.actor', ${account}, true)`
    await sql`select access.work_out()`
    return Promise.all([
      sql`select p.id, p.number, l.name as line, p.insurer, c.name as company, p.premium_gross, p.currency, p.ends_on::text, p.state, p.confidential from policy p
        join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
        order by p.number asc nulls last, p.id limit 10 offset 0`,
      sql`select count(*) as n from (select 1 from policy p join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
        join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id limit 10001) counted`,
    ])
  })
  return page(rows as Row[], (counted as Row[])[0]!.n)
}

const escaped = (text: unknown) => String(text ?? '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

// As much HTML as our page has, most of it the constant frame.
const frame = '<nav>Navigation of the same length as ours</nav>'.repeat(160)
function page(rows: readonly Row[], n: unknown) {
  return `<!doctype html><html><body>${frame}<table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td>${escaped(value)}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table><p>1 bis 10 von ${n} Einträgen</p></body></html>`
}
