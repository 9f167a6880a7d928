import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { addAmounts } from '../../platform/amounts.ts'
import { money } from '../../platform/format.ts'

// Muster Holding AG (K-10001) with Bau (K-10002), Logistik (K-10003) and, below Logistik, Kühltransport (K-10004).

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Browser = Awaited<ReturnType<House['person']>>

// Past every row rule, from companies and lines named here.
async function running(companies: string[], lines: string[] | null) {
  const rows = await house.look<{ premium: string }>(
    `select p.premium_gross::text as premium from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = c.brokerage_id
     where b.number = '6323' and p.state = 'active' and c.source_key = any ($1) and ($2::text[] is null or p.line_code = any ($2))`,
    [companies, lines],
  )
  return { policies: rows.length, premium: addAmounts(rows.map(({ premium }) => premium)) }
}

interface Cell {
  policies: number
  premium: string
  href: string
}

function cellsOf(browser: Browser): Record<string, Record<string, Cell>> {
  const found: Record<string, Record<string, Cell>> = {}
  for (const [, row] of browser.html.matchAll(/<tr(?: class="total")?>(<th scope="row"[\s\S]*?)<\/tr>/g)) {
    const name = /<th[^>]*>([^<]*)</.exec(row!)![1]!
    found[name] = Object.fromEntries(
      [
        ...row!.matchAll(
          /<td class="end" data-l="([^"]*)">[\s\S]*?<a href="([^"]*)">(\d+) [^<]*<\/a><div class="small">([^<]*)</g,
        ),
      ].map(([, label, href, n, premium]) => [
        label,
        { policies: Number(n), premium: premium!, href: href!.replaceAll('&amp;', '&') },
      ]),
    )
  }
  return found
}

const group = ['K-10001', 'K-10002', 'K-10003', 'K-10004']
const personal = ['UVG', 'UVGZ', 'KTG']

test('the CFO sees companies and roles with what they hold, totals included, and every number leads to its policies', async () => {
  const rolf = (await house.known('rolf.mustermann@muster.example')) as unknown as Browser
  await rolf.get('/de-de/group')
  expect(rolf.status).toBe(200)
  const cells = cellsOf(rolf)
  expect(Object.keys(cells)).toEqual([
    'Muster Holding AG',
    'Muster Bau AG',
    'Muster Logistik AG',
    'Muster Kühltransport GmbH',
    'Total',
  ])
  const own = await running(['K-10001'], personal)
  expect(cells['Muster Holding AG']!['Personenversicherungen ohne BVG']).toMatchObject({
    policies: own.policies,
    premium: money(own.premium),
  })
  const all = await running(group, null)
  expect(cells.Total!.Total).toMatchObject({ policies: all.policies, premium: money(all.premium) })
  const confidential = await running(['K-10001'], ['DO', 'KEY'])
  expect(cells['Muster Holding AG']!['Nur Kompletter Zugriff']).toMatchObject({ policies: confidential.policies })
  for (const row of Object.values(cells)) {
    for (const { href, policies } of Object.values(row)) {
      await rolf.get(href)
      expect([href, rolf.text().includes(`von ${policies} Einträgen`)]).toEqual([href, true])
    }
  }
})

test('columns can be lines, and one company can be chosen with those below it', async () => {
  const rolf = (await house.known('rolf.mustermann@muster.example')) as unknown as Browser
  const [logistik] = await house.look<{ id: string }>(
    `select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where b.number = '6323' and c.source_key = 'K-10003'`,
  )
  await rolf.get(`/de-de/group?by=line&company=${logistik!.id}`)
  const cells = cellsOf(rolf)
  expect(Object.keys(cells)).toEqual(['Muster Logistik AG', 'Muster Kühltransport GmbH', 'Total'])
  const fleet = await running(['K-10003', 'K-10004'], ['MF'])
  expect(cells.Total!.Motorfahrzeugflotte).toMatchObject({ policies: fleet.policies, premium: money(fleet.premium) })
  await rolf.get(cells.Total!.Total!.href)
  expect(rolf.text()).toContain(`von ${(await running(['K-10003', 'K-10004'], null)).policies} Einträgen`)
  // A company that is not in the group is as good as none.
  const [foreign] = await house.look<{ id: string }>(`select id from company where source_key = 'K-10006' limit 1`)
  await rolf.get(`/de-de/group?company=${foreign!.id}`)
  expect(Object.keys(cellsOf(rolf))).toHaveLength(5)
})

test('a group manager with one line sees that line alone, in all companies; no sum holds anything else', async () => {
  const person = await house.person({ roles: ['group_manager', 'fleet'] })
  await person.get('/de-de/group')
  const cells = cellsOf(person)
  const fleet = await running(group, ['MF'])
  expect(cells.Total).toEqual({
    Flottenmanager: expect.objectContaining({ policies: fleet.policies, premium: money(fleet.premium) }),
    Total: expect.objectContaining({ policies: fleet.policies, premium: money(fleet.premium) }),
  })
  expect(person.text()).not.toContain('Berufliche Vorsorge')
})

test('a group manager without a line role reads why there is nothing, and whom to ask', async () => {
  const person = await house.person({ roles: ['group_manager'] })
  await person.get('/de-de/group')
  expect(person.text()).toContain('Konzernmanager allein öffnet keine Branche')
  expect(person.text()).toContain('Franziska Keller')
  expect(person.text()).not.toContain('CHF')
})

test('for everybody else the page does not exist, and nothing leads to it', async () => {
  const people = [
    await house.person({ roles: ['full_access'] }),
    await house.person({ company: 'K-10005', roles: ['full_access', 'group_manager'] }),
    await house.staff(),
  ]
  for (const person of people) {
    for (const path of ['/group', '/group/export.xlsx', '/group/export.csv'])
      expect((await person.get(`/de-de${path}`)).status).toBe(404)
    expect((await person.get('/de-de/')).html).not.toContain('/de-de/group')
  }
  const rolf = await house.known('rolf.mustermann@muster.example')
  expect((await rolf.get('/de-de/')).html).toContain('href="/de-de/group"')
})

test('the export is the matrix, counts against the hour and leaves an event', async () => {
  const person = await house.person({ roles: ['group_manager', 'occupational_pension'] })
  await person.get('/de-de/group/export.csv')
  expect(person.headers['content-type']).toContain('text/csv')
  expect(String(person.headers['content-disposition'])).toContain('filename="Konzernubersicht')
  const lines = person.html.replace('\ufeff', '').trim().split('\r\n')
  expect(lines[0]).toBe(
    'Firma;Stufe;Währung;Berufliche Vorsorge: Policen;Berufliche Vorsorge: Jahresprämie;Total: Policen;Total: Jahresprämie',
  )
  const own = await running(['K-10001'], ['BVG'])
  expect(lines[1]).toBe(`Muster Holding AG;0;CHF;${own.policies};${own.premium};${own.policies};${own.premium}`)
  const all = await running(group, ['BVG'])
  expect(lines.at(-1)).toBe(`Total;;CHF;${all.policies};${all.premium};${all.policies};${all.premium}`)

  await person.get('/de-de/group/export.xlsx')
  expect(person.html.startsWith('PK')).toBe(true)
  const events = await house.look<{ details: { list: string; format: string } }>(
    `select details from event where actor_id = $1 and verb = 'list.exported' order by id`,
    [person.accountId],
  )
  expect(events.map(({ details }) => [details.list, details.format])).toEqual([
    ['group', 'csv'],
    ['group', 'xlsx'],
  ])
  for (let n = 0; n < 8; n++) await person.get('/de-de/group/export.csv')
  await person.get('/de-de/group/export.csv')
  expect([person.status, person.headers['retry-after'] !== undefined]).toEqual([429, true])
  expect(person.text()).toContain('Sie haben in der letzten Stunde 10 Listen exportiert')
})
