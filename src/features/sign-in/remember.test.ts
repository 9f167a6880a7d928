import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const rolf = 'rolf.mustermann@muster.example'

async function remembered() {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: rolf, password: demoPassword, remember: 'on' })
  expect(browser.status).toBe(303)
  browser.cookies.delete('s')
  return browser
}

const rowOf = async (cookie: string) =>
  (
    await house.look<{ id: string; revoked: boolean; hours: number }>(
      `select id, revoked_at is not null as revoked, round(extract(epoch from expires_at - now()) / 3600)::int as hours from remember_token where selector = $1`,
      [Buffer.from(cookie.split('.')[0]!, 'base64url')],
    )
  )[0]!

test('without the tick nothing is remembered', async () => {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: rolf, password: demoPassword })
  expect(browser.cookies.has('r')).toBe(false)
})

test('a remembered browser gets a new session and a new validator, for thirty days from the sign-in', async () => {
  const browser = await remembered()
  const before = browser.cookies.get('r')!
  expect((await rowOf(before)).hours).toBe(720)
  expect((await browser.get('/de-de/policies')).status).toBe(200)
  const after = browser.cookies.get('r')!
  expect(after).not.toBe(before)
  expect(after.split('.')[0]).toBe(before.split('.')[0])
  expect((await browser.get('/de-de/')).status).toBe(200)
})

test('requests at the same moment all get in with the same cookie', async () => {
  const browser = await remembered()
  const tabs = Array.from({ length: 5 }, () => browser.tab())
  await Promise.all(tabs.map((tab) => tab.get('/de-de/policies')))
  expect(tabs.map((tab) => tab.status)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(tabs.map((tab) => tab.cookies.get('r'))).size).toBe(2)
})

test('a validator that comes back after the grace ends every session of the owner and mails him', async () => {
  const browser = await remembered()
  const thief = browser.tab()
  await browser.get('/de-de/')
  const { id } = await rowOf(thief.cookies.get('r')!)
  await house.look(`update remember_token set rotated_at = now() - interval '61 seconds' where id = $1`, [id])
  expect((await thief.get('/de-de/')).location).toContain('PortalLogin')
  expect(thief.cookies.has('r')).toBe(false)
  expect((await rowOf(browser.cookies.get('r')!)).revoked).toBe(true)
  expect((await browser.get('/de-de/')).location).toContain('PortalLogin')
  const mails = (await house.letters()).filter((letter) => letter.event === 'remember_reuse')
  expect(mails.map(({ recipient }) => recipient)).toEqual([rolf])
})

test.each([
  ['fourteen idle days', `rotated_at = now() - interval '14 days 1 second'`],
  ['thirty days', `expires_at = now() - interval '1 second'`],
  ['a sign-out elsewhere', 'revoked_at = now()'],
])('%s end it', async (_, change) => {
  const browser = await remembered()
  const { id } = await rowOf(browser.cookies.get('r')!)
  await house.look(`update remember_token set ${change} where id = $1`, [id])
  expect((await browser.get('/de-de/')).location).toContain('PortalLogin')
})

test('a suspended account, another brokerage and nonsense are not remembered', async () => {
  const browser = await remembered()
  const elsewhere = house.visitor('7101.localhost')
  elsewhere.cookies.set('r', browser.cookies.get('r')!)
  expect((await elsewhere.get('/de-de/')).location).toContain('PortalLogin')
  for (const value of ['x', 'a.b', `${'A'.repeat(22)}.${'B'.repeat(43)}`, '.']) {
    const stranger = house.visitor()
    stranger.cookies.set('r', value)
    expect((await stranger.get('/de-de/')).location).toContain('PortalLogin')
  }
  await house.look(`update portal_account set state = 'suspended' from login l where l.id = login_id and l.email_key = $1`, [
    rolf,
  ])
  expect((await browser.get('/de-de/')).location).toContain('PortalLogin')
  await house.look(`update portal_account set state = 'active' from login l where l.id = login_id and l.email_key = $1`, [rolf])
})

test('where the brokerage switches it off, neither the tick nor an old cookie works', async () => {
  const browser = await remembered()
  await house.look(`update brokerage set remember_allowed = false where number = '6323'`)
  expect((await browser.get('/de-de/')).location).toContain('PortalLogin')
  expect((await browser.get('/de-de/PortalLogin')).text()).not.toContain('angemeldet bleiben')
  await house.look('update brokerage set remember_allowed = true')
})
