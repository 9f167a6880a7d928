import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Authenticator } from '../../../test/authenticator.ts'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await house.look(`update login set language = 'de'`)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
})

const setUp = '/de-de/profile/second-factor/passkey'
const signIn = '/de-de/PortalLogin/passkey'
const anja = 'anja.rieder@muster.example'
const rolf = 'rolf.mustermann@muster.example'

async function withPasskey(email: string, name = 'Notebook', device = new Authenticator()) {
  const person = await house.known(email)
  await person.get(setUp)
  await person.post(setUp, { name, passkey: device.create(person, setUp) })
  expect(person.status).toBe(303)
  return { person, device }
}

async function enter(device: Authenticator, change: (sent: string) => string = (sent) => sent, browser = house.visitor()) {
  await browser.get('/de-de/PortalLogin?returnurl=%2fde-de%2fpolicies')
  return browser.post(signIn, { passkey: change(device.get(browser, signIn)) })
}

test('a passkey signs in alone, and says how in the list of devices', async () => {
  const { person, device } = await withPasskey(anja)
  expect(person.location).toContain('/codes')
  const browser = await enter(device)
  expect(browser.location).toBe('/de-de/policies')
  expect((await browser.follow()).status).toBe(200)
  await browser.get('/de-de/profile/security')
  for (const words of ['mit Passkey', 'Notebook', '10 sind noch übrig']) expect(browser.text()).toContain(words)
  const told = (await house.letters()).filter(({ event, recipient }) => event === 'second_factor_changed' && recipient === anja)
  expect(told.map(({ values }) => values.what)).toEqual(['Der Passkey «Notebook» wurde eingerichtet.'])
})

test('what a passkey signed counts once, in this browser, for this house, and only with its owner verified', async () => {
  const { device } = await withPasskey(rolf)
  const browser = house.visitor()
  await browser.get('/de-de/PortalLogin')
  const form = browser.html
  const sent = device.get(browser, signIn)
  const elsewhere = house.visitor()
  await elsewhere.get('/de-de/PortalLogin')
  expect((await elsewhere.post(signIn, { passkey: sent })).status).toBe(422)
  expect(elsewhere.text()).toContain('Mit einem Passkey hat es nicht geklappt')
  expect((await browser.post(signIn, { passkey: sent })).status).toBe(303)
  const replay = house.visitor()
  replay.cookies.set('v', browser.cookies.get('v')!)
  replay.html = form
  expect((await replay.post(signIn, { passkey: sent })).status).toBe(422)
  device.verifies = false
  expect((await enter(device)).status).toBe(422)
  device.verifies = true
  device.origin = 'http://7101.localhost:4600'
  expect((await enter(device)).status).toBe(422)
  device.origin = 'http://6323.localhost:4600'
  const spoilt = (text: string) => {
    const answer = JSON.parse(text)
    answer.response.signature = `${answer.response.signature.slice(0, -6)}AAAAAA`
    return JSON.stringify(answer)
  }
  expect((await enter(device, spoilt)).status).toBe(422)
  for (const junk of [
    '',
    '{}',
    'null',
    '[]',
    '{"id":"\u0000"}',
    'x'.repeat(50_000),
    JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key', response: {} }),
  ])
    expect([junk.slice(0, 20), (await enter(device, () => junk)).status]).toEqual([junk.slice(0, 20), 422])
  expect((await enter(device)).status).toBe(303)
})

test('thirty at once with one answer open one session', async () => {
  const { device } = await withPasskey(rolf, 'Telefon')
  const browser = await house.visitor().get('/de-de/PortalLogin')
  const sent = device.get(browser, signIn)
  const all = await Promise.all(
    Array.from({ length: 30 }, () => {
      const tab = browser.tab()
      tab.html = browser.html
      return tab.post(signIn, { passkey: sent })
    }),
  )
  expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('after the password a passkey of one’s own is the second step, and nobody else’s', async () => {
  const mine = await withPasskey(anja, 'Schlüssel')
  const other = await withPasskey(rolf, 'Anderer')
  const browser = house.visitor()
  await browser.get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: anja, password: demoPassword })
  await browser.follow()
  expect(browser.text()).toContain('Mit Passkey bestätigen')
  const step = '/de-de/second-step/passkey'
  await browser.post(step, { passkey: other.device.get(browser, step) })
  expect(browser.status).toBe(422)
  await browser.post(step, { passkey: mine.device.get(browser, step) })
  expect(browser.status).toBe(303)
  expect((await browser.get('/de-de/policies')).status).toBe(200)
})

test('a removed passkey and one of a suspended account open nothing', async () => {
  const { device } = await withPasskey('stefan.zurbriggen@muster.example', 'Alt')
  const person = await enter(device)
  await person.get('/de-de/profile/security')
  const [, id] = /second-factor\/([0-9a-f-]{36})\/removal/.exec(person.html)!
  await house.look(
    `update portal_account a set state = 'suspended' from login l where l.id = a.login_id and l.email_key = 'stefan.zurbriggen@muster.example'`,
  )
  expect((await enter(device)).status).toBe(422)
  await house.look(
    `update portal_account a set state = 'active' from login l where l.id = a.login_id and l.email_key = 'stefan.zurbriggen@muster.example'`,
  )
  expect((await enter(device)).status).toBe(303)
  await person.post(`/de-de/profile/second-factor/${id}/removal`)
  expect(person.location).toContain('done=factor_removed')
  expect((await enter(device)).status).toBe(422)
})

test('somebody who has to set up a second factor may choose a passkey; several are kept under their names', async () => {
  await house.look(
    `update second_factor f set removed_at = now() from login l where l.id = f.login_id and l.email_key = 'marc.hostettler@broker6323.example'`,
  )
  const browser: Visitor = house.visitor()
  await browser.get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: 'marc.hostettler@broker6323.example', password: demoPassword })
  await browser.get('/de-de/companies')
  await browser.follow()
  expect(browser.text()).toContain('Lieber einen Passkey einrichten')
  const device = new Authenticator()
  await browser.get(`${setUp}?returnurl=%2fde-de%2fcompanies`)
  await browser.post(setUp, { name: ' ', passkey: device.create(browser, setUp) })
  expect(browser.status).toBe(422)
  expect(browser.text()).toContain('Geben Sie dem Passkey einen Namen')
  const sent = device.create(browser, setUp)
  const form = browser.html
  await browser.post(setUp, { name: 'Büro', passkey: sent })
  expect(browser.location).toBe('/de-de/profile/second-factor/codes?returnurl=%2Fde-de%2Fcompanies')
  browser.html = form
  await browser.post(setUp, { name: 'Büro', passkey: sent })
  expect(browser.status).toBe(303)
  await browser.get(setUp)
  await browser.post(setUp, { name: 'Unterwegs', passkey: device.create(browser, setUp) })
  await browser.get('/de-de/profile/security')
  expect(browser.html.match(/Büro/g)).toHaveLength(2)
  expect(browser.text()).toContain('Unterwegs')
})
