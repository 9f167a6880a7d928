import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { fittingStep, totpCode, totpStep } from '../../platform/totp.ts'
import { demoPassword } from '../demo/people.ts'
import { demoTotpSecret } from './demonstration.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await house.look(`update login set language = 'de'`)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
  await house.look('update totp_secret set last_step = 0')
  await house.look(
    `update second_factor f set removed_at = now() where not exists (select from staff_member s where s.login_id = f.login_id)`,
  )
  await house.look('update recovery_code set revoked_at = now()')
})

const anja = 'anja.rieder@muster.example'
const sophie = 'sophie.dubois@broker6323.example'
const app = '/de-de/profile/second-factor/app'
const secretOn = (visitor: Visitor) => /<code>([A-Z2-7 ]{39})<\/code>/.exec(visitor.html)![1]!.replaceAll(' ', '')
const codeOf = (secret: string, ahead = 0) => totpCode(secret, totpStep() + ahead)
const codesOn = (visitor: Visitor) =>
  [...visitor.html.matchAll(/<code>((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})<\/code>/g)].map(([, code]) => code!)

async function password(email: string, browser = house.visitor(), extra = {}) {
  await browser.get('/de-de/PortalLogin?returnurl=%2fde-de%2fpolicies')
  return browser.post('/de-de/PortalLogin', { email, password: demoPassword, ...extra })
}

const lastNotice = async () =>
  (await house.letters()).filter(({ event }) => event === 'second_factor_changed').at(-1)!.values.what

/** Somebody of the demonstration with a fresh app; every test has one of its own. */
async function withApp(email: string) {
  const person = await house.known(email)
  await person.get(app)
  const secret = secretOn(person)
  await person.post(app, { code: codeOf(secret, -1) })
  expect(person.status).toBe(303)
  const codes = codesOn(await person.follow())
  return { person, secret, codes }
}

test('the codes are those of RFC 6238, and a code counts half a minute to either side, once', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const at = (seconds: number) => totpCode(secret, totpStep(new Date(seconds * 1000)))
  expect([at(59), at(1_111_111_109), at(1_234_567_890), at(20_000_000_000)]).toEqual(['287082', '081804', '005924', '353130'])
  const moment = new Date(1_234_567_890_000)
  const step = totpStep(moment)
  for (const near of [-1, 0, 1]) expect(fittingStep(secret, totpCode(secret, step + near), 0, moment)).toBe(step + near)
  for (const far of [-2, 2]) expect(fittingStep(secret, totpCode(secret, step + far), 0, moment)).toBeNull()
  expect(fittingStep(secret, totpCode(secret, step), step, moment)).toBeNull()
})

test('a customer sets up an app, keeps ten codes that are shown once, and every other browser is signed out', async () => {
  const elsewhere = await house.known(anja)
  const person = await house.known(anja)
  const before = person.cookies.get('s')
  await person.get('/de-de/profile/security')
  expect(person.text()).toContain('Heute genügt Ihr Passwort')
  await person.get(app)
  const secret = secretOn(person)
  expect(person.html).toContain('<svg viewBox')
  await person.post(app, { code: '000000' })
  expect(person.status).toBe(422)
  expect(person.text()).toContain('Dieser Code passt nicht')
  expect(secretOn(person)).toBe(secret)
  await person.post(app, { code: codeOf(secret) })
  expect(person.location).toBe('/de-de/profile/second-factor/codes')
  expect(person.cookies.get('s')).not.toBe(before)
  expect(codesOn(await person.follow())).toHaveLength(10)
  const codes = codesOn(person)
  await person
    .tab()
    .get('/de-de/profile/second-factor/codes.txt')
    .then((file) => {
      for (const code of codes) expect(file.html).toContain(code)
    })
  await person.post('/de-de/profile/second-factor/codes/kept')
  expect((await person.follow()).text()).toContain('10 sind noch übrig')
  expect((await person.get('/de-de/profile/second-factor/codes')).status).toBe(303)
  expect((await elsewhere.get('/de-de/policies')).location).toContain('/PortalLogin')
  const told = (await house.letters()).filter(({ event, recipient }) => event === 'second_factor_changed' && recipient === anja)
  expect(told.map(({ values }) => values.what)).toEqual(['Eine Authenticator-App wurde als zweiter Faktor eingerichtet.'])
  // Neither the secret nor a code stands readable anywhere.
  const kept =
    JSON.stringify(await house.look('select * from totp_secret')) +
    JSON.stringify(await house.look('select * from recovery_code'))
  expect(kept).not.toContain(secret)
  await expect(house.database.app.query('select sealed from totp_secret')).rejects.toThrow('permission denied')
  await expect(house.database.app.query('select code_hash from recovery_code')).rejects.toThrow('permission denied')
})

test('after the password nothing is open before the code, and a code that was used does not count again', async () => {
  const { secret } = await withApp(anja)
  const browser = await password(anja)
  expect(browser.location).toBe('/de-de/second-step?returnurl=%2Fde-de%2Fpolicies')
  expect(browser.cookies.has('s')).toBe(false)
  expect((await browser.tab().get('/de-de/policies')).location).toContain('/PortalLogin')
  await browser.follow()
  expect(browser.html).toContain('autocomplete="one-time-code"')
  await browser.post('/de-de/second-step', { code: '12 34 56' })
  expect(browser.status).toBe(422)
  const code = codeOf(secret)
  await browser.post('/de-de/second-step', { code })
  expect(browser.location).toBe('/de-de/policies')
  expect((await browser.follow()).status).toBe(200)
  expect((await browser.get('/de-de/profile/security')).text()).toContain('mit Passwort und Code')
  const second = await password(anja)
  await second.follow()
  await second.post('/de-de/second-step', { code })
  expect(second.status).toBe(422)
  await second.post('/de-de/second-step', { code: codeOf(secret, 1) })
  expect(second.status).toBe(303)
})

test('a recovery code stands in for the app, once, and its owner is told how many are left', async () => {
  const { codes } = await withApp(anja)
  const browser = await password(anja)
  await browser.get('/de-de/second-step?with=recovery')
  await browser.post('/de-de/second-step', { code: codes[3]!.toLowerCase().replaceAll('-', ' ') })
  expect(browser.status).toBe(303)
  expect((await browser.get('/de-de/profile/security')).text()).toContain('9 sind noch übrig')
  const again = await password(anja)
  await again.get('/de-de/second-step?with=recovery')
  await again.post('/de-de/second-step', { code: codes[3]! })
  expect(again.status).toBe(422)
  expect(again.text()).toContain('Wiederherstellungscode stimmt nicht')
  expect(await lastNotice()).toContain('9 Codes sind noch übrig')
})

test('five wrong codes end the attempt and tell the owner, twenty in an hour shut the second step', async () => {
  const { secret } = await withApp(anja)
  const browser = await password(anja)
  await browser.follow()
  const page = browser.html
  for (let i = 0; i < 4; i++) {
    browser.html = page
    expect((await browser.post('/de-de/second-step', { code: '000000' })).status).toBe(422)
  }
  browser.html = page
  await browser.post('/de-de/second-step', { code: '000000' })
  expect(browser.location).toContain('/PortalLogin?done=again')
  expect((await browser.follow()).text()).toContain('Melden Sie sich nochmals an')
  expect(await lastNotice()).toContain('fünf falsche Codes')
  for (let round = 0; round < 3; round++) {
    const next = await password(anja)
    await next.follow()
    const form = next.html
    for (let i = 0; i < 5; i++) {
      next.html = form
      await next.post('/de-de/second-step', { code: '000000' })
    }
  }
  const last = await password(anja)
  await last.follow()
  await last.post('/de-de/second-step', { code: codeOf(secret) })
  expect(last.status).toBe(429)
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(60)
})

test('of thirty at once with the same right code exactly one gets in, and of thirty wrong ones five are looked at', async () => {
  const { secret } = await withApp(anja)
  const browser = await password(anja)
  await browser.follow()
  const code = codeOf(secret)
  const sent = await Promise.all(
    Array.from({ length: 30 }, () => {
      const tab = browser.tab()
      tab.html = browser.html
      return tab.post('/de-de/second-step', { code })
    }),
  )
  expect(sent.filter((tab) => tab.location === '/de-de/policies')).toHaveLength(1)
  const guessed = await password(anja)
  await guessed.follow()
  await Promise.all(
    Array.from({ length: 30 }, () => {
      const tab = guessed.tab()
      tab.html = guessed.html
      return tab.post('/de-de/second-step', { code: '000000' })
    }),
  )
  const [challenge] = await house.look<{ tries: number }>('select tries from sign_in_challenge order by id desc limit 1')
  expect(challenge!.tries).toBe(5)
})

test('a wrong password answers the same with and without a second factor', async () => {
  await withApp(anja)
  const refused = async (email: string) => {
    const browser = house.visitor()
    await browser.get('/de-de/PortalLogin')
    await browser.post('/de-de/PortalLogin', { email, password: 'wrong' })
    return [browser.status, browser.text().replace(email, ''), [...browser.cookies.keys()].sort().join()]
  }
  expect(await refused(anja)).toEqual(await refused('rolf.mustermann@muster.example'))
})

test('with a second factor «angemeldet bleiben» lasts a day, and an hour without use', async () => {
  const { secret } = await withApp(anja)
  const browser = await password(anja, house.visitor(), { remember: 'on' })
  expect((await browser.follow()).text()).toContain('höchstens 24 Stunden')
  await browser.post('/de-de/second-step', { code: codeOf(secret) })
  const [kept] = await house.look<{ hours: number; idle: number }>(
    `select extract(epoch from expires_at - created_at)::int / 3600 as hours, extract(epoch from idle)::int / 60 as idle
     from remember_token order by id desc limit 1`,
  )
  expect(kept).toEqual({ hours: 24, idle: 60 })
  browser.cookies.delete('s')
  expect((await browser.get('/de-de/policies')).status).toBe(200)
  await house.look(`update remember_token set rotated_at = now() - interval '61 minutes'`)
  browser.cookies.delete('s')
  expect((await browser.get('/de-de/policies')).location).toContain('/PortalLogin')
})

test('staff of the demonstration see the code of their app, and nobody in production does', async () => {
  const browser = await password(sophie)
  await browser.follow()
  expect(browser.text()).toContain('Nur in der Demonstration')
  const again = await (await password(sophie)).secondStep()
  expect(again.location).toBe('/de-de/policies')
  const production = await startHouse({ DOSSIER_MODE: 'production' })
  try {
    const other = production.visitor()
    await other.get('/de-de/PortalLogin')
    await other.post('/de-de/PortalLogin', { email: sophie, password: demoPassword })
    await other.follow()
    expect(other.status).toBe(200)
    expect(other.text()).not.toContain('Demonstration')
    expect(other.html).not.toContain(codeOf(demoTotpSecret))
  } finally {
    await production.close()
  }
})

test('staff without a second factor are led to set one up and reach nothing else before', async () => {
  await house.look(`update second_factor set removed_at = now() from login l
    where l.id = second_factor.login_id and l.email_key = 'marc.hostettler@broker6323.example'`)
  const browser = await password('marc.hostettler@broker6323.example')
  expect(browser.location).toBe('/de-de/policies')
  for (const path of [
    '/policies',
    '/',
    '/companies',
    '/profile',
    '/search?q=Muster',
    '/profile/data/my-data.zip',
    '/policies/export.xlsx',
  ])
    expect([path, (await browser.tab().get(`/de-de${path}`)).location]).toEqual([
      path,
      expect.stringContaining('/de-de/profile/second-factor/app?returnurl='),
    ])
  await browser.get('/de-de/policies')
  await browser.follow()
  expect(browser.text()).toContain('Wer die Daten aller Kunden sieht')
  expect(browser.html).not.toContain('/profile/security')
  const secret = secretOn(browser)
  await browser.post(app, { code: codeOf(secret) })
  await browser.follow()
  expect(codesOn(browser)).toHaveLength(10)
  await browser.post('/de-de/profile/second-factor/codes/kept')
  expect(browser.location).toBe('/de-de/policies')
  expect((await browser.follow()).status).toBe(200)
})

test('a session that has to set up its second factor sees no row, whatever a route would forget', async () => {
  const person = await house.staff('account_manager')
  const { tokenHash } = await import('../../platform/secrets.ts')
  const { asActor } = await import('../../platform/db.ts')
  const hash = tokenHash(person.cookies.get('s')!)
  const count = () =>
    asActor(house.services.database.app, { host: '6323.localhost', fallBack: false, tokenHash: hash }, (db) =>
      db.selectFrom('policy').select('id').execute(),
    )
  expect((await count()).length).toBeGreaterThan(10)
  await house.look('update session set factor_due = true where token_hash = $1', [hash])
  expect(await count()).toHaveLength(0)
})

test('a role for which the brokerage asks for it leads to the set-up, at the next sign-in and not before', async () => {
  const franziska = 'franziska.keller@muster.example'
  const open = await house.known(franziska)
  await house.look(
    `insert into second_factor_rule (brokerage_id, role) select brokerage_id, 'user_manager' from brokerage where number = '6323'`,
  )
  expect((await open.get('/de-de/contacts')).status).toBe(200)
  const browser = await password(franziska)
  expect((await browser.follow()).location).toContain('/profile/second-factor/app')
  expect((await browser.follow()).text()).toContain('Für Ihre Rolle im Kundenportal')
  const { person } = await withApp(franziska)
  await person.get('/de-de/profile/security')
  expect(person.text()).toContain('der letzte lässt sich nicht entfernen'.replace('der', 'Der'))
  expect(person.html).not.toContain('/removal"')
  const [factor] = await house.look<{ id: string }>(
    `select f.id from second_factor f join login l on l.id = f.login_id
    where l.email_key = $1 and f.removed_at is null`,
    [franziska],
  )
  await refuseRemoval(person, factor!.id)
  await house.look(`delete from second_factor_rule`)
  await person.get('/de-de/profile/security')
  await person.post(`/de-de/profile/second-factor/${factor!.id}/removal`)
  expect((await person.follow()).text()).toContain('Der zweite Faktor ist entfernt')
  const [wiped] = await house.look<{ sealed: string }>('select sealed from totp_secret where factor_id = $1', [factor!.id])
  expect(wiped!.sealed).toBe('')
})

// The form is not drawn; a page from before still holds it.
async function refuseRemoval(person: Visitor, id: string) {
  const { formToken } = await import('../../platform/visit.ts')
  const [session] = await house.look<{ id: string }>('select id from session where ended_at is null order by id desc limit 1')
  const path = `/profile/second-factor/${id}/removal`
  const token = formToken({ services: house.services, formSecret: session!.id }, path)
  await person.send('POST', `/de-de${path}`, { _token: token })
  expect(person.location).toContain('done=last_factor')
  expect((await person.follow()).text()).toContain('letzter zweiter Faktor')
}
