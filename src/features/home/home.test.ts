import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { money } from '../../platform/format.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const personalLines = ['UVG', 'UVGZ', 'KTG']

// Worked out past every row rule, from companies and lines named here: what the person should see, and nothing of what the page does.
async function premiumsOf(companies: string[], lines: string[] | null, year: number): Promise<string> {
  const [row] = await house.look<{ sum: string }>(
    `select coalesce(sum(i.total), 0)::text as sum from premium_invoice i
     join policy p on p.brokerage_id = i.brokerage_id and p.id = i.policy_id
     join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = c.brokerage_id
     where b.number = '6323' and c.source_key = any ($1) and ($2::text[] is null or p.line_code = any ($2))
       and extract(year from i.period_from) = $3`,
    [companies, lines, year],
  )
  return money(row!.sum)
}

test('premiums by year are those that the role opens: BVG alone is what the export says of it', async () => {
  const anja = await house.known('anja.rieder@muster.example')
  await anja.get('/de-de/figures')
  expect(anja.text()).toContain('2026 (laufendes Jahr) Prämien CHF 88’365.40')
  expect(anja.text()).toContain('2025 Prämien CHF 88’365.40')
  expect(anja.text()).toContain('Berufliche Vorsorge (BVG)')
  expect(anja.text()).not.toContain('Motorfahrzeugflotte')
  await anja.get('/de-de/')
  expect(anja.text()).toContain('CHF 88’365.40')
})

test('sums hold neither other lines, nor other companies, nor what is confidential', async () => {
  const person = await house.person({ roles: ['personal_lines'] })
  await person.get('/de-de/figures')
  const own = await premiumsOf(['K-10001'], personalLines, 2026)
  expect(own).not.toBe(await premiumsOf(['K-10001'], null, 2026))
  expect(person.text()).toContain(`Prämien ${own} `)

  const every = await house.person({ roles: ['occupational_pension', 'personal_lines', 'fleet', 'other_lines'] })
  await every.get('/de-de/figures')
  const open = ['BVG', ...personalLines, 'MF', 'MASCH', 'BHP', 'SACH', 'GEB', 'RS', 'CYB', 'TRAN']
  expect(every.text()).toContain(`Prämien ${await premiumsOf(['K-10001'], open, 2026)} `)
  expect(every.text()).not.toContain('Organhaftpflicht')

  const rolf = await house.known('rolf.mustermann@muster.example')
  await rolf.get('/de-de/figures')
  expect(rolf.text()).toContain(`Prämien ${await premiumsOf(['K-10001', 'K-10002', 'K-10003', 'K-10004'], null, 2026)} `)
})

test('claims are what was paid by the day of the loss, with their number; credits lower a premium, what was cancelled does not count', async () => {
  const person = await house.person({ company: 'K-10006', roles: ['full_access'] })
  const brokerage = await house.brokerageId()
  await house.database.write(
    brokerage,
    `insert into premium_invoice (brokerage_id, company_id, policy_id, number, kind, period_from, total, state, published_at)
     select p.brokerage_id, p.company_id, p.id, x.number, x.kind, '2019-01-01', x.total, x.state, now()
     from (select p.* from policy p join company c on c.id = p.company_id where c.source_key = 'K-10006' and c.brokerage_id = $1 order by p.number limit 1) p,
     (values ('X1', 'renewal', 1000.10, 'paid'), ('X2', 'credit', 200.05, 'credited'), ('X3', 'reminder', 1000.10, 'reminded'),
       ('X4', 'renewal', 777, 'cancelled'), ('X5', 'cancellation', -777, 'paid')) x(number, kind, total, state)`,
    [brokerage],
  )
  await house.database.write(
    brokerage,
    `insert into claim (brokerage_id, company_id, policy_id, number, occurred_on, paid, state, published_at)
     select p.brokerage_id, p.company_id, p.id, x.number, '2019-06-01', x.paid, x.state, now()
     from (select p.* from policy p join company c on c.id = p.company_id where c.source_key = 'K-10006' and c.brokerage_id = $1 order by p.number limit 1) p,
     (values ('Y1', 300.40, 'closed'), ('Y2', null, 'reported')) x(number, paid, state)`,
    [brokerage],
  )
  await person.get('/de-de/figures')
  expect(person.text()).toContain('2019 Prämien CHF 800.05 ')
  expect(person.text()).toContain('Schäden CHF 300.40 · 2 Fälle')
})

test('a person whose roles open nothing reads which role opens what and whom to ask, and no number', async () => {
  const person = await house.person({ roles: ['group_manager'] })
  await person.get('/de-de/')
  expect(person.text()).toContain('Für Sie sind noch keine Datensätze freigegeben')
  expect(person.text()).toContain('Rollen vergibt in Ihrer Firma: Franziska Keller')
  expect(person.text()).toContain('Konzernmanager weitet Fachrollen')
  expect(person.text()).not.toContain('CHF')
  expect(person.text()).not.toContain('Offene Schadenfälle')

  const franziska = await house.known('franziska.keller@muster.example')
  await franziska.get('/de-de/')
  expect(franziska.text()).toContain('Rollen vergibt Ihr Broker')
  expect(franziska.text()).not.toContain('Rollen vergibt in Ihrer Firma')

  const nobodyThere = await house.person({ company: 'K-10012' })
  expect((await nobodyThere.get('/de-de/')).text()).toContain('Rollen vergibt Ihr Broker')
})

test('cards show the first of exactly the list they lead to', async () => {
  const stefan = await house.known('stefan.zurbriggen@muster.example')
  await stefan.get('/de-de/')
  const home = stefan.html
  const claims = /<a href="([^"]*\/claims\?[^"]*)">Alle ([\d’]+)</.exec(home)
  expect(claims).not.toBeNull()
  await stefan.get(claims![1]!.replaceAll('&amp;', '&'))
  expect(stefan.text()).toContain(`von ${claims![2]} Einträgen`)
  const numbers = [...home.matchAll(/>(S-\d{4}-\d+) ·/g)].map((match) => match[1])
  expect(numbers.length).toBeGreaterThan(0)
  for (const number of numbers) expect(stefan.text()).toContain(number)
})

test('reminded premium invoices stand out with what follows, counted for the person alone', async () => {
  const anja = await house.known('anja.rieder@muster.example')
  const [row] = await house.look<{ n: number }>(
    `select count(*)::int as n from premium_invoice i join policy p on p.id = i.policy_id join company c on c.id = p.company_id
     where c.source_key = 'K-10005' and c.brokerage_id = $1 and i.state in ('reminded', 'cover_suspended')`,
    [await house.brokerageId()],
  )
  expect((await anja.get('/de-de/')).text()).not.toContain('nach dem Versand der Mahnung')
  await house.database.write(
    await house.brokerageId(),
    `update premium_invoice i set state = 'reminded' from policy p where p.id = i.policy_id and p.number = 'BVG-31.657.464' and i.brokerage_id = $1
       and i.number = 'PR2026000002'`,
    [await house.brokerageId()],
  )
  expect((await anja.get('/de-de/')).text()).toContain(
    '1 Prämienrechnung ist gemahnt. Je nach Branche ruht die Deckung 14 Tage nach dem Versand der Mahnung.',
  )
  const other = await house.person({ company: 'K-10005', roles: ['full_access'] })
  await other.get('/de-de/')
  if (row!.n === 0) expect(other.text()).not.toContain('nach dem Versand der Mahnung')
  else expect(other.text()).toContain(`${row!.n} Prämienrechnung`)
})

test('a policy whose cover rests is named, to whoever sees it', async () => {
  const [invoice] = await house.look<{ id: string; number: string; policy: string }>(
    `select i.id, i.number, p.number as policy from premium_invoice i join policy p on p.id = i.policy_id
     join company c on c.id = p.company_id and c.brokerage_id = p.brokerage_id
     where c.source_key = 'K-10001' and c.brokerage_id = $1 and p.line_code = 'MF' and not p.confidential and i.kind = 'renewal' limit 1`,
    [await house.brokerageId()],
  )
  const [fleet, pension] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['occupational_pension'] })]
  expect((await fleet.get('/de-de/')).text()).not.toMatch(/Deckung ruht/)
  await house.database.write(await house.brokerageId(), `update premium_invoice set state = 'cover_suspended' where id = $1`, [
    invoice!.id,
  ])
  expect((await fleet.get('/de-de/')).text()).toMatch(/Deckung ruht/)
  expect(fleet.text()).toContain(invoice!.policy)
  expect(fleet.html).toContain(`/premium-invoices/${invoice!.id}`)
  expect((await pension.get('/de-de/')).text()).not.toContain(invoice!.policy)
})

test('a draft stands on the home of who began it, and nowhere else', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const other = await house.person({ roles: ['fleet', 'full_access'] })
  await house.database.write(
    await house.brokerageId(),
    `insert into claim_report (brokerage_id, company_id, account_id, kind) values ($1, $2, $3, 'vehicle')`,
    [await house.brokerageId(), author.companyId, author.accountId],
  )
  await author.get('/de-de/')
  expect(author.text()).toContain('Angefangene Schadenmeldungen')
  expect(author.html).toMatch(/\/claims\/new\/[0-9a-f-]{36}\/event/)
  expect((await other.get('/de-de/')).text()).not.toContain('Angefangene Schadenmeldungen')
})

test('cards are hidden, shown, moved and put back, for one person alone', async () => {
  const rolf = await house.known('rolf.mustermann@muster.example')
  const order = async () => {
    await rolf.get('/de-de/')
    return [...rolf.html.matchAll(/<section class="card" aria-labelledby="home-([a-z-]+)-title"/g)].map((match) => match[1])
  }
  expect(await order()).toEqual(['deadlines', 'premium-invoices', 'claims', 'figures'])
  const press = async (card: string, move: string) => {
    await rolf.get('/de-de/home/cards')
    await rolf.post('/de-de/home/cards', { card, move })
    expect(rolf.location).toBe(`/de-de/home/cards#card-${card}`)
  }
  await press('deadlines', 'hide')
  await press('claims', 'up')
  expect(await order()).toEqual(['claims', 'premium-invoices', 'figures'])
  await press('claims', 'up')
  // At the top already: one step further changes nothing.
  await press('claims', 'up')
  await press('deadlines', 'show')
  expect(await order()).toEqual(['claims', 'deadlines', 'premium-invoices', 'figures'])
  await rolf.get('/de-de/home/cards')
  await rolf.post('/de-de/home/cards', { card: 'weather', move: 'up' })
  expect(rolf.status).toBe(422)

  const anja = await house.known('anja.rieder@muster.example')
  await anja.get('/de-de/')
  expect(anja.html.indexOf('home-deadlines')).toBeLessThan(anja.html.indexOf('home-claims'))

  await rolf.get('/de-de/home/cards')
  await rolf.post('/de-de/home/cards/reset')
  expect(await order()).toEqual(['deadlines', 'premium-invoices', 'claims', 'figures'])
})

test('staff read what waits at the brokerage, not what other brokerages have; the pages of customers do not exist for them', async () => {
  const staff = await house.staff()
  await staff.get('/de-de/')
  const [row] = await house.look<{ n: number }>(
    `select count(*)::int as n from company c join brokerage b on b.brokerage_id = c.brokerage_id
     where b.number = '6323' and c.state = 'active' and not exists (select from role_grant g where g.company_id = c.id and g.role = 'user_manager')`,
  )
  expect(staff.text()).toContain(`${row!.n} Firmen ohne User Manager`)
  for (const path of ['/figures', '/home/cards']) expect((await staff.get(`/de-de${path}`)).status).toBe(404)
})
