import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../test/house.ts'
import type { Visitor } from '../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

async function file(person: Visitor, address: string) {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return house.app.inject({ url: address, headers: { host: person.host, cookie } })
}

const csvLines = (body: string) =>
  body
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
const csvNumbers = (body: string) =>
  csvLines(body)
    .slice(1)
    .map((line) => line.split(';')[0]!)

async function listedNumbers(person: Visitor, query = ''): Promise<string[]> {
  const numbers: string[] = []
  for (let page = 1; page < 20; page++) {
    await person.get(`/de-de/policies?${query}&n=100&s=${page}`)
    const rows = [...person.html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)</g)].map((match) => match[1]!)
    numbers.push(...rows)
    if (rows.length < 100) return numbers
  }
  return numbers
}

test.each([
  ['', 'everything'],
  ['v=active&o=-premium', 'a view in another order'],
  ['q=Alpina', 'a search'],
  ['f.state=active&f.state=expired', 'a filter with two values'],
  ['f.ends.from=1.1.2027&f.premium.to=20000', 'ranges'],
])('the export holds what the list holds, row by row (%s: %s)', async (query) => {
  const people = [
    await house.known('franziska.keller@muster.example'),
    await house.person({ roles: ['full_access', 'group_manager'] }),
    await house.person({ roles: ['fleet'] }),
    await house.person({ company: 'K-10005', roles: ['full_access'] }),
    await house.staff(),
  ]
  for (const person of people) {
    const listed = await listedNumbers(person, query)
    expect(csvNumbers((await file(person, `/de-de/policies/export.csv?${query}`)).body)).toEqual(listed)
  }
})

test('nobody takes out what is not there for him', async () => {
  const nobody = await house.person()
  expect(csvNumbers((await file(nobody, '/de-de/policies/export.csv')).body)).toEqual([])
  const visitor = house.visitor()
  await visitor.get('/de-de/policies/export.xlsx')
  expect(visitor.location).toContain('/PortalLogin')
  const confidential = await house.look<{ number: string }>('select number from policy where confidential')
  const fleet = await house.person({ roles: ['fleet', 'other_lines', 'personal_lines', 'occupational_pension'] })
  const { body } = await file(fleet, '/de-de/policies/export.csv')
  for (const { number } of confidential) expect(body).not.toContain(number)
})

test('a workbook carries texts as texts, amounts as numbers, days as dates', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const [policy] = await house.look<{ id: string; number: string; insurer: string; premium_gross: string; ends_on: string }>(
    `select p.id, p.number, p.insurer, p.premium_gross, p.ends_on from policy p join company c on c.id = p.company_id
     where c.source_key = 'K-10001' and p.premium_gross is not null and p.ends_on is not null and not p.confidential
       and p.brokerage_id = (select brokerage_id from brokerage where number = '6323') limit 1`,
  )
  const here = await house.brokerageId()
  const change = `update policy set number = $2, insurer = $3 where id = $1`
  await house.database.write(here, change, [policy!.id, '+41315550096', '=HYPERLINK("x")'])
  const answer = await file(person, '/de-de/policies/export.xlsx?q=%2B41315550096')
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  expect(answer.headers['content-disposition']).toMatch(
    /^attachment; filename="Policen \d{4}-\d\d-\d\d\.xlsx"; filename\*=UTF-8''Policen%20\d{4}-\d\d-\d\d\.xlsx$/,
  )
  const [sheet] = (await readXlsx(answer.rawPayload)).sheets
  expect(sheet!.name).toBe('Policen')
  const [head, row] = sheet!.rows
  expect(head).toEqual(['Policennummer', 'Branche', 'Versicherer', 'Jahresprämie', 'Währung', 'Vertragsablauf', 'Status'])
  expect(row![0]).toBe('+41315550096')
  expect(row![2]).toBe('=HYPERLINK("x")')
  expect(row![3]).toBe(Number(policy!.premium_gross))
  expect((row![5] as Date).toISOString().slice(0, 10)).toBe(policy!.ends_on)
  const csv = await file(person, '/de-de/policies/export.csv?q=%2B41315550096')
  const [year, month, day] = policy!.ends_on.split('-')
  expect(csv.body.startsWith('\ufeffPolicennummer;')).toBe(true)
  expect(csvLines(csv.body)[1]).toMatch(/^'\+41315550096;[^;]+;"'=HYPERLINK\(""x""\)";\d+\.\d\d;CHF;/)
  expect(csvLines(csv.body)[1]).toContain(`;${day}.${month}.${year};`)
  await house.database.write(here, change, [policy!.id, policy!.number, policy!.insurer])
})

test('many rows come in order, each once', async () => {
  const [company] = await house.look<{ brokerage_id: string; id: string }>(
    `select c.brokerage_id, c.id from company c join brokerage b using (brokerage_id) where b.number = '6323' and c.source_key = 'K-10005'`,
  )
  await house.database.write(
    company!.brokerage_id,
    `insert into policy (brokerage_id, company_id, number, insurer, line_code, name, published_at)
     select $1, $2, 'VIELE-' || lpad(n::text, 5, '0'), 'Alpina', 'MF', 'Viele', now() from generate_series(1, 3500) n`,
    [company!.brokerage_id, company!.id],
  )
  const person = await house.person({ company: 'K-10005', roles: ['full_access'] })
  const numbers = csvNumbers((await file(person, '/de-de/policies/export.csv?q=VIELE')).body)
  expect(numbers).toEqual(Array.from({ length: 3500 }, (_, n) => `VIELE-${String(n + 1).padStart(5, '0')}`))
  const [sheet] = (await readXlsx((await file(person, '/de-de/policies/export.xlsx?q=VIELE')).rawPayload)).sheets
  expect(sheet!.rows).toHaveLength(3501)
  await person.get('/de-de/policies/print?q=VIELE')
  expect(person.html.match(/<th scope="row"/g)).toHaveLength(1000)
  expect(person.text()).toContain('Gezeigt sind die ersten 1’000 Einträge')
  await house.look(`delete from policy where number like 'VIELE-%'`)
})

describe('every export is written down, and there are ten an hour', () => {
  test('the eleventh is refused with a page that says when', async () => {
    const person = await house.person({ roles: ['fleet'] })
    for (let n = 0; n < 10; n++) expect((await file(person, '/de-de/policies/export.csv?v=active')).statusCode).toBe(200)
    const events = await house.look<{ details: Record<string, unknown> }>(
      `select details from event where verb = 'list.exported' and actor_id = $1`,
      [person.accountId],
    )
    expect(events).toHaveLength(10)
    expect(events[0]!.details).toMatchObject({ list: 'policies', query: 'v=active', format: 'csv' })
    expect(events[0]!.details.rows).toBeGreaterThan(0)
    await person.get('/de-de/policies/export.xlsx')
    expect(person.status).toBe(429)
    expect(Number(person.headers['retry-after'])).toBeGreaterThan(3000)
    expect(person.text()).toMatch(/10 Listen exportiert\. Der nächste Export ist in \d+ Minuten möglich/)
    const other = await house.person({ roles: ['fleet'] })
    expect((await file(other, '/de-de/policies/export.csv')).statusCode).toBe(200)
  })

  test('many at the same moment gain nothing', async () => {
    const person = await house.person({ roles: ['fleet'] })
    const answers = await Promise.all(Array.from({ length: 30 }, () => file(person, '/de-de/policies/export.csv')))
    const given = answers.filter((answer) => answer.statusCode === 200)
    expect(given.length).toBeLessThanOrEqual(11)
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200, 429]))
  })
})

describe('filters', () => {
  test('offer only what the person sees', async () => {
    const person = await house.person({ roles: ['fleet'] })
    await person.get('/de-de/policies?p=filter')
    const offered = [...person.html.matchAll(/name="f\.line"[^>]* value="([^"]*)"/g)].map((match) => match[1])
    const visible = await house.look<{ code: string }>(
      `select distinct line_code as code from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
       join brokerage b on b.brokerage_id = p.brokerage_id
       where b.number = '6323' and c.source_key = 'K-10001' and 'fleet' = any (p.audience)`,
    )
    expect(offered.sort()).toEqual(visible.map((row) => row.code).sort())
    expect(person.html).not.toContain('f.company')
  })

  test('stand as chips that lead to the list without them; an unknown value is said to be none, and matches nothing', async () => {
    const person = await house.person({ roles: ['full_access'] })
    await person.get('/de-de/policies?f.state=active')
    expect(person.text()).toContain('Filter (1)')
    expect(person.html).toMatch(/class="chip" href="\/de-de\/policies"/)
    expect(person.html.match(/class="chip"/g)).toHaveLength(1)
    for (const unknown of ['f.insurer=KANARI', 'f.state=nothing']) {
      await person.get(`/de-de/policies?${unknown}`)
      expect(person.text()).toMatch(/Filter \(1\).*nicht vorhanden.*Keine Einträge/)
      expect(person.html).not.toContain('>KANARI')
    }
    // What is not offered is no filter: this person sees one company.
    await person.get('/de-de/policies?f.company=0190a0b0-0000-7000-8000-000000000000')
    expect(person.text()).not.toContain('Filter (1)')
  })

  test.each([
    'f.state=%00',
    'f.line=%27%3B+drop+table+policy',
    'f.company=no-uuid',
    'f.ends.from=99.99.9999&f.ends.to=0',
    'f.premium.from=NaN&f.premium.to=1e400',
    'f.__proto__=1&f.constructor.from=x',
    'v=0190a0b0-0000-7000-8000-000000000000&w=x&b=%25',
    'p=filter&f.state=%ED%A0%80',
    `f.insurer=${'x'.repeat(3000)}`,
  ])('%s shows the list, never an error', async (query) => {
    const person = await house.staff()
    for (const address of ['/de-de/policies', '/de-de/policies/print']) {
      await person.get(`${address}?${query}`)
      expect([query, address, person.status]).toEqual([query, address, 200])
    }
  })
})

test('the print view says in words what it shows, without a toolbar', async () => {
  const person = await house.person({ roles: ['full_access'] })
  await person.get('/de-de/policies/print?v=active&q=a&f.ends.from=1.1.2027&o=-premium')
  expect(person.text()).toMatch(
    /Aktiv · Suche «a» · Vertragsablauf: ab 01\.01\.2027 · sortiert nach Jahresprämie, absteigend · \d+ Eintr/,
  )
  expect(person.html).not.toContain('class="toolbar"')
})
