import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(() => house.look('delete from attempt'))

const page = '/de-de/profile/password'
const chosen = 'Kx7!qmvz-Wolke'

async function signIn(email: string, password: string, extra: Record<string, string> = {}) {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  return browser.post('/de-de/PortalLogin', { email, password, ...extra })
}

test('the profile leads to the form, and who is not signed in to the sign-in', async () => {
  const person = await house.known('anja.rieder@muster.example')
  expect((await person.get('/de-de/profile/security')).html).toContain(`href="${page}"`)
  await person.get(page)
  expect(person.status).toBe(200)
  expect(person.html).toContain('autocomplete="current-password"')
  expect(person.html).toContain('data-rules-for="f-password"')
  expect((await house.visitor().get(page)).location).toContain('PortalLogin')
})

test('with the present password it changes: others are signed out, this browser stays, a mail tells, the new one counts', async () => {
  const email = 'anja.rieder@muster.example'
  const other = await signIn(email, demoPassword, { remember: 'on' })
  const browser = await signIn(email, demoPassword)
  await browser.get(page)
  await browser.post(page, { present: demoPassword, password: chosen, confirmation: chosen })
  expect(browser.location).toBe('/de-de/profile/security?done=password')
  await browser.follow()
  expect(browser.text()).toContain('Ihr Passwort ist geändert')
  expect((await other.get('/de-de/profile')).location).toContain('PortalLogin')
  expect(other.cookies.has('r')).toBe(false)
  const mails = (await house.letters()).filter(({ event, recipient }) => event === 'password_changed' && recipient === email)
  expect(mails).toHaveLength(1)
  expect((await signIn(email, demoPassword)).status).toBe(422)
  expect((await signIn(email, chosen)).status).toBe(303)
})

test('staff change theirs by the same form', async () => {
  const browser = await (await signIn('bettina.frei@broker6323.example', demoPassword)).secondStep()
  await browser.get(page)
  await browser.post(page, { present: demoPassword, password: chosen, confirmation: chosen })
  expect(browser.location).toBe('/de-de/profile/security?done=password')
  expect((await (await signIn('bettina.frei@broker6323.example', chosen)).secondStep()).location).toBe('/de-de/')
})

test.each([
  [{ present: '', password: chosen, confirmation: chosen }, 'Geben Sie Ihr jetziges Passwort ein'],
  [{ present: 'Falsch-2026!', password: chosen, confirmation: chosen }, 'Das jetzige Passwort stimmt nicht'],
  [{ present: demoPassword, password: '', confirmation: '' }, 'Geben Sie ein neues Passwort ein'],
  [{ present: demoPassword, password: 'kurz', confirmation: 'kurz' }, 'mindestens 8 Zeichen'],
  [{ present: demoPassword, password: 'Mustermann99!', confirmation: 'Mustermann99!' }, 'aus Ihrem Namen'],
  [{ present: demoPassword, password: chosen, confirmation: `${chosen}x` }, 'stimmen nicht überein'],
])('%j changes nothing and says what to do, without repeating what was typed', async (fields, why) => {
  const email = 'rolf.mustermann@muster.example'
  const person = await house.known(email)
  await person.get(page)
  await person.post(page, fields)
  expect(person.status).toBe(422)
  expect(person.text()).toContain(why)
  expect(person.html).not.toContain(chosen)
  expect(person.html).not.toContain(demoPassword)
  expect((await person.get('/de-de/profile')).status).toBe(200)
  expect((await signIn(email, demoPassword)).status).toBe(303)
})

test('after five wrong present passwords there is a wait, also for the right one', async () => {
  const person = await house.known('stefan.zurbriggen@muster.example')
  for (let i = 0; i < 5; i++) {
    await person.get(page)
    await person.post(page, { present: 'Falsch-2026!', password: chosen, confirmation: chosen })
    expect(person.status).toBe(422)
  }
  await house.look(`update attempt set blocked_until = blocked_until + interval '1 minute' where bucket like 'address:%'`)
  await person.get(page)
  await person.post(page, { present: demoPassword, password: chosen, confirmation: chosen })
  expect(person.status).toBe(429)
  expect(Number(person.headers['retry-after'])).toBeGreaterThan(0)
  expect(person.text()).toContain('zu viele Fehlversuche')
})
