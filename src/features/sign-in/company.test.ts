import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { formToken } from '../../platform/visit.ts'
import { demoPassword } from '../demo/people.ts'

// Nadia Berger: everything of Matte Treuhand GmbH (K-10007), person insurance of Matte Maschinen AG (K-10008).

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(() => house.look('delete from attempt'))

const email = 'nadia.berger@matte.example'

async function nadia(fields: Record<string, string> = {}) {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email, password: demoPassword, ...fields })
  expect(browser.status).toBe(303)
  return browser
}

async function accountAt(company: string): Promise<string> {
  const [row] = await house.look<{ id: string }>(
    `select a.id from portal_account a join login l on l.id = a.login_id join company c on c.id = a.company_id
     where l.email_key = $1 and c.source_key = $2 and l.brokerage_id = c.brokerage_id`,
    [email, company],
  )
  return row!.id
}

async function policyOf(company: string, line: string): Promise<{ id: string; number: string }> {
  const [row] = await house.look<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = $1 and p.line_code = $2 order by p.number limit 1`,
    [company, line],
  )
  return row!
}

async function nowAt(browser: Awaited<ReturnType<typeof nadia>>): Promise<string> {
  await browser.get('/de-de/')
  return /class="company-name">([^<]*)</.exec(browser.html)?.[1] ?? '?'
}

async function switchTo(browser: Awaited<ReturnType<typeof nadia>>, company: string) {
  await browser.get('/de-de/')
  await browser.post('/de-de/profile/company', { account: await accountAt(company) })
  expect([browser.status, browser.location]).toEqual([303, '/de-de/'])
}

test('the bar on top says at which company one is and leads to the other; the roles of one never count at the other', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  expect(await nowAt(browser)).toBe('Matte Treuhand GmbH')
  await browser.get('/de-de/policies?n=100')
  expect(browser.text()).toContain((await policyOf('K-10007', 'MF')).number)
  expect(browser.text()).toContain((await policyOf('K-10007', 'DO')).number)
  expect(browser.text()).not.toContain((await policyOf('K-10008', 'UVG')).number)
  expect((await browser.get('/de-de/contacts')).text()).toContain('Lüthi')

  await switchTo(browser, 'K-10008')
  expect(await nowAt(browser)).toBe('Matte Maschinen AG')
  await browser.get('/de-de/policies?n=100')
  expect(browser.text()).toContain((await policyOf('K-10008', 'UVG')).number)
  expect(browser.text()).not.toContain((await policyOf('K-10008', 'MF')).number)
  expect(browser.text()).not.toContain((await policyOf('K-10007', 'UVGZ')).number)
  // User Manager at the trustee's, nobody in particular here.
  expect((await browser.get('/de-de/contacts')).text()).not.toContain('Perrin')
})

test('a switch gives a new token, ends the session that was used, and lengthens nothing', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  await house.look(`update session set expires_at = now() + interval '40 minutes' where ended_at is null and account_id = $1`, [
    await accountAt('K-10007'),
  ])
  const before = browser.tab()
  await before.get('/de-de/')
  await switchTo(browser, 'K-10008')
  expect(browser.cookies.get('s')).not.toBe(before.cookies.get('s'))
  expect((await before.get('/de-de/policies')).location).toContain('PortalLogin')
  const [row] = await house.look<{ minutes: number }>(
    `select round(extract(epoch from expires_at - now()) / 60)::int as minutes from session where account_id = $1 and ended_at is null
     order by created_at desc limit 1`,
    [await accountAt('K-10008')],
  )
  expect(row!.minutes).toBe(40)
})

test('a form that was opened at one company is not taken at the other', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  const form = (await browser.get('/de-de/messages/new')).html
  await switchTo(browser, 'K-10008')
  browser.html = form
  await browser.post('/de-de/messages/new', { subject: 'Irrläufer', body: 'Gehört nicht hierher' })
  expect(browser.status).toBe(403)
})

test('the next sign-in comes back to the company used last, and so does a remembered browser', async () => {
  const browser = await nadia({ remember: 'on' })
  await switchTo(browser, 'K-10008')
  expect(await nowAt(await nadia())).toBe('Matte Maschinen AG')
  browser.cookies.delete('s')
  expect(await nowAt(browser)).toBe('Matte Maschinen AG')
  await switchTo(browser, 'K-10007')
  browser.cookies.delete('s')
  expect(await nowAt(browser)).toBe('Matte Treuhand GmbH')
})

test('a remembered browser stays remembered when the first page it asks for does not exist', async () => {
  const browser = await nadia({ remember: 'on' })
  browser.cookies.delete('s')
  const before = browser.cookies.get('r')
  expect((await browser.get('/de-de/policies/0190a0b0-0000-7000-8000-000000000000')).status).toBe(404)
  expect(browser.cookies.get('r')).not.toBe(before)
  await house.look(`update remember_token set rotated_at = now() - interval '2 minutes'`)
  browser.cookies.delete('s')
  expect((await browser.get('/de-de/policies')).status).toBe(200)
})

test('an address of the other company leads to the question, and from there to the record', async () => {
  const browser = await nadia({ remember: 'on' })
  await switchTo(browser, 'K-10007')
  const { id, number } = await policyOf('K-10008', 'UVG')
  await browser.get(`/de-de/policies/${id}`)
  expect(browser.location).toBe(`/de-de/profile/company?returnurl=%2fde-de%2fpolicies%2f${id}`)
  await browser.follow()
  expect(browser.text()).toContain('Dieser Datensatz gehört zu Matte Maschinen AG – wechseln?')
  expect(browser.text()).not.toContain(number)
  expect(browser.html).toContain(`name="returnurl" value="/de-de/policies/${id}"`)
  await browser.post('/de-de/profile/company', { account: await accountAt('K-10008'), returnurl: `/de-de/policies/${id}` })
  expect(browser.location).toBe(`/de-de/policies/${id}`)
  await browser.follow()
  expect(browser.status).toBe(200)
  expect(browser.text()).toContain(number)

  // A link in a mail, opened by a browser that is only remembered.
  browser.cookies.delete('s')
  const there = await policyOf('K-10007', 'BHP')
  await browser.get(`/de-de/policies/${there.id}`)
  expect(browser.location).toContain(there.id)
  expect((await browser.follow()).text()).toContain('gehört zu Matte Treuhand GmbH')
})

test('of a record that none of the accounts sees, nothing is said', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  const hidden = await policyOf('K-10008', 'MF')
  const foreign = await policyOf('K-10001', 'BVG')
  const pages = []
  for (const id of [hidden.id, foreign.id, '0190a0b0-0000-7000-8000-000000000000']) {
    await browser.get(`/de-de/policies/${id}`)
    expect(browser.status).toBe(404)
    pages.push(browser.html.replaceAll(id, '').replace(/nonce="[^"]*"/g, ''))
    await browser.get(`/de-de/profile/company?returnurl=%2fde-de%2fpolicies%2f${id}`)
    expect(browser.text()).toContain('Firma wechseln')
    expect(browser.text()).not.toContain('gehört zu')
  }
  expect(new Set(pages).size).toBe(1)
})

test('nobody gets into an account of somebody else, and what is suspended is no choice', async () => {
  const anja = await house.known('anja.rieder@muster.example')
  await anja.get('/de-de/profile/company')
  expect(anja.text()).toContain('Es gibt nichts zu wechseln')
  for (const account of [await accountAt('K-10008'), 'x', '']) {
    const [session] = await house.look<{ id: string }>(
      'select id from session where account_id = $1 order by created_at desc limit 1',
      [anja.accountId],
    )
    const _token = formToken({ services: house.services, formSecret: session!.id }, '/profile/company')
    await anja.send('POST', '/de-de/profile/company', { _token, account })
    expect(anja.status).toBe(422)
  }
  expect((await anja.get('/de-de/policies')).text()).toContain('BVG')
  const staff = await house.staff()
  expect((await staff.get('/de-de/profile/company')).status).toBe(404)

  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  await browser.get('/de-de/')
  const form = browser.html
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [await accountAt('K-10008')])
  browser.html = form
  await browser.post('/de-de/profile/company', { account: await accountAt('K-10008') })
  expect(browser.status).toBe(422)
  expect(browser.text()).toContain('steht Ihnen nicht (mehr) offen')
  expect((await browser.get('/de-de/')).html).not.toContain('company-name')
  await house.look(`update portal_account set state = 'active' where id = $1`, [await accountAt('K-10008')])
})

test('what is unread at the other company is counted as the account there sees it', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  const there = await accountAt('K-10008')
  const brokerage = await house.brokerageId()
  const write = (sql: string, values: unknown[]) => house.database.write(brokerage, sql, values)
  await write(
    `insert into notification (brokerage_id, account_id, occasion, kind, group_id) values ($1, $2, 'access', 'roles_changed', $2)`,
    [brokerage, there],
  )
  // About a motor policy, which the role there does not open: it is not there, and not counted.
  const { id } = await policyOf('K-10008', 'MF')
  await write(
    `with talk as (insert into conversation (brokerage_id, company_id, about_kind, about_id, subject)
       select brokerage_id, company_id, 'policy', id, 'Geheim' from policy where id = $2 returning id)
     insert into notification (brokerage_id, account_id, occasion, kind, about_kind, about_id, group_id)
       select $1, $3, 'message', 'message', 'conversation', id, id from talk`,
    [brokerage, id, there],
  )
  await browser.get('/de-de/profile/company')
  expect(browser.text()).toContain('Matte Maschinen AG 1 neue Meldung')
  expect(browser.text()).toContain('(1 ungelesen bei anderen Firmen)')
})

test('the company that is entered learns who came, and neither learns of the other', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10007')
  const [last] = await house.look<{ text: string; company: string; actor: string }>(
    `select e.details::text as text, c.source_key as company, e.actor_id as actor from event e join company c on c.id = e.company_id
     where e.verb = 'login.company_entered' order by e.id desc limit 1`,
  )
  expect(last).toMatchObject({ company: 'K-10007', actor: await accountAt('K-10007') })
  expect(last!.text).not.toContain(await accountAt('K-10008'))
})

test('newer terms are asked for on the way', async () => {
  const browser = await nadia()
  await switchTo(browser, 'K-10008')
  await house.look(`insert into terms (brokerage_id, version, language, title, body)
    select brokerage_id, 2, 'de', 'AGB 2', 'Neuer Text.' from brokerage where number = '6323'`)
  await browser.get('/de-de/')
  await browser.post('/de-de/profile/company', { account: await accountAt('K-10007') })
  expect(browser.location).toBe('/de-de/terms/accept?returnurl=%2Fde-de%2F')
})
