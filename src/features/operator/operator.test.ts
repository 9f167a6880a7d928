import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'
import { foundCommand } from './command.ts'
import { setUpLinkCommand } from './staff.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const options = {
  name: 'Neue Broker AG',
  host: 'neue.localhost',
  email: 'info@neue.example',
  'admin-email': 'Anna.vonArx@neue.example',
  'admin-name': ' Anna von Arx ',
}
const found = (number: string, changed: Record<string, string | boolean | undefined> = {}) =>
  foundCommand(house.database.operator, house.services, number, { ...options, ...changed })
const setUpLink = (number?: string, email?: string) => setUpLinkCommand(house.database.operator, house.services, number, email)
const pathOf = (line: string) => /http:\/\/[^/]+(\/de-de\/password\/reset\?t=[\w-]{43})$/.exec(line)![1]!

async function choosePassword(host: string, path: string, password: string) {
  const browser = house.visitor(host)
  await (await browser.get(path)).follow()
  return browser.post('/de-de/password/reset', { password, confirmation: password })
}

async function signIn(host: string, email: string, password: string) {
  const browser = await house.visitor(host).get('/de-de/PortalLogin')
  return browser.post('/de-de/PortalLogin', { email, password })
}

test('founding makes an administrator who chooses the password with the printed link, once', async () => {
  const said = await found('8200')
  expect(said).toContain('Brokerage 8200 was founded.')
  expect(said).toContain('Anna von Arx sets the password within 24 hours, once, at  http://neue.localhost')
  expect((await signIn('neue.localhost', options['admin-email'], 'Kx7!qmvz-Wolke')).status).toBe(422)
  const chosen = await choosePassword('neue.localhost', pathOf(said), 'Kx7!qmvz-Wolke')
  expect(chosen.location).toBe('/de-de/password/done')
  const inside = await signIn('neue.localhost', options['admin-email'], 'Kx7!qmvz-Wolke')
  expect(inside.status).toBe(303)
  // Nothing but setting up the second factor is open to a new administrator.
  expect((await inside.get('/de-de/companies')).location).toContain('/profile/second-factor/app')
  const again = house.visitor('neue.localhost')
  expect((await (await again.get(pathOf(said))).follow()).status).toBe(410)
  const [member] = await house.look(
    `select first_name, last_name, function from staff_member m join brokerage b using (brokerage_id) where b.number = '8200'`,
  )
  expect(member).toEqual({ first_name: 'Anna', last_name: 'von Arx', function: 'administrator' })
})

test('a brokerage that exists stays as it is, and gets no second administrator', async () => {
  const said = await found('8200', { name: 'Anders AG', 'admin-email': 'dieb@neue.example' })
  expect(said).toContain('exists already')
  expect(said).not.toContain('password/reset')
  expect(
    await house.look(`select b.name, m.email from staff_member m join brokerage b using (brokerage_id) where b.number = '8200'`),
  ).toEqual([{ name: 'Neue Broker AG', email: options['admin-email'] }])
})

test.each([
  [{ 'admin-email': undefined }, '--admin-email is missing'],
  [{ 'admin-email': 'anna' }, '--admin-email is no e-mail address'],
  [{ 'admin-name': undefined }, '--admin-name is missing'],
  [{ 'admin-name': 'Anna' }, 'first and last name'],
  [{ 'admin-name': `Anna ${'x'.repeat(90)}` }, 'first and last name'],
  [{ name: 'x'.repeat(121) }, 'at most 120 characters'],
  [{ host: 'https://neue' }, 'is not a host name'],
  [{ host: '6323.localhost' }, 'has the host name 6323.localhost already'],
  [{ host: 'dritte.localhost', default: true }, 'the default already'],
])('%j founds nothing and says why in one line', async (changed, why) => {
  const refused = await found('8300', changed).catch((error: Error) => error)
  expect(refused).toMatchObject({ name: 'StartError', message: expect.stringContaining(why) })
  expect(await house.look(`select from brokerage where number = '8300'`)).toHaveLength(0)
})

test('a new link replaces a lost password, ends the link before it, and leaves the old password good until then', async () => {
  const email = 'sophie.dubois@broker6323.example'
  const first = await setUpLink('6323', ' Sophie.Dubois@broker6323.example')
  const second = await setUpLink('6323', email)
  expect((await signIn('6323.localhost', email, demoPassword)).status).toBe(303)
  const dead = house.visitor()
  expect((await (await dead.get(pathOf(first))).follow()).status).toBe(410)
  expect((await choosePassword('6323.localhost', pathOf(second), 'Kx7!qmvz-Wolke')).location).toBe('/de-de/password/done')
  expect((await signIn('6323.localhost', email, demoPassword)).status).toBe(422)
  expect((await signIn('6323.localhost', email, 'Kx7!qmvz-Wolke')).status).toBe(303)
})

test('an account manager whom an import brought signs in after the first link', async () => {
  const id = await house.brokerageId()
  await house.look(
    `insert into staff_member (brokerage_id, first_name, last_name, email, email_key) values ($1, 'Neu', 'Import', $2, $2)`,
    [id, 'neu.import@broker6323.example'],
  )
  const link = await setUpLink('6323', 'neu.import@broker6323.example')
  await choosePassword('6323.localhost', pathOf(link), 'Kx7!qmvz-Wolke')
  expect((await signIn('6323.localhost', 'neu.import@broker6323.example', 'Kx7!qmvz-Wolke')).status).toBe(303)
})

test('no link for nobody, for customers, for the suspended, and at no brokerage', async () => {
  await house.look(`update staff_member set state = 'suspended' where email_key = 'marc.hostettler@broker6323.example'`)
  for (const [number, email, why] of [
    ['6323', undefined, 'Which brokerage and who?'],
    ['6323', 'nobody', 'is no e-mail address'],
    ['9999', 'a@b.example', 'There is no brokerage 9999'],
    ['6323', 'anja.rieder@muster.example', 'Nobody at brokerage 6323'],
    ['6323', 'sophie.dubois@broker7101.example', 'Nobody at brokerage 6323'],
    ['6323', 'marc.hostettler@broker6323.example', 'is suspended'],
  ] as const) {
    const refused = await setUpLink(number, email).catch((error: Error) => error)
    expect(refused).toMatchObject({ name: 'StartError', message: expect.stringContaining(why) })
  }
})
