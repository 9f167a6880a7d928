import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Authenticator } from '../../../test/authenticator.ts'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { totpCode, totpStep } from '../../platform/totp.ts'
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

const franziska = 'franziska.keller@muster.example'
const rolf = 'rolf.mustermann@muster.example'

/** Signed in sixteen minutes ago. */
async function longAgo(email: string) {
  const person = await house.known(email)
  await house.look(`update session set confirmed_at = now() - interval '16 minutes' where ended_at is null`)
  return person
}

async function contactWithAccount() {
  const other = await house.person({ name: `Kandidat ${Math.random()}` })
  return { id: other.contactId, accountId: other.accountId }
}
const rolesOf = async (accountId: string) =>
  (
    await house.look<{ role: string }>(
      `select role from role_grant where account_id = $1 and role <> 'customer' and valid_until is null order by role`,
      [accountId],
    )
  ).map(({ role }) => role)

async function give(person: Visitor, id: string, roles: string[]) {
  await person.get(`/de-de/contacts/${id}`)
  return person.post(`/de-de/contacts/${id}/account/roles`, { roles, reason: 'Ferien « & »' })
}

test('giving a sensitive role asks who it is first, keeps the form, and carries it out with the password', async () => {
  const person = await longAgo(franziska)
  const { id, accountId } = await contactWithAccount()
  const path = `/de-de/contacts/${id}/account/roles`
  await give(person, id, ['full_access', 'fleet'])
  expect(person.status).toBe(422)
  expect(person.text()).toContain('Bestätigen Sie, dass Sie es sind')
  expect(await rolesOf(accountId)).toEqual([])
  const kept = { roles: ['full_access', 'fleet'], reason: 'Ferien « & »' }
  await person.post(path, { ...kept, _confirm_password: 'Falsch-2026!' })
  expect(person.status).toBe(422)
  expect(person.text()).toContain('Dieses Passwort stimmt nicht')
  expect(person.html).toContain('value="Ferien « &amp; »"')
  expect(person.html).not.toContain('Falsch-2026!')
  expect(await rolesOf(accountId)).toEqual([])
  const token = person.cookies.get('s')
  await person.post(path, { ...kept, _confirm_password: demoPassword })
  expect(person.location).toContain(`/de-de/contacts/${id}?done=roles`)
  expect(await rolesOf(accountId)).toEqual(['fleet', 'full_access'])
  // The session goes on under a new token, the former one is dead.
  const former = person.tab()
  former.cookies.set('s', token!)
  expect((await former.get('/de-de/contacts')).location).toContain('PortalLogin')
  const next = await contactWithAccount()
  expect((await give(person, next.id, ['group_manager'])).location).toContain('done=roles')
})

test('what is not risky is not asked about', async () => {
  const person = await longAgo(franziska)
  const { id, accountId } = await contactWithAccount()
  expect((await give(person, id, ['fleet'])).location).toContain('done=roles')
  expect(await rolesOf(accountId)).toEqual(['fleet'])
  await person.get(`/de-de/contacts/${id}`)
  await person.post(`/de-de/contacts/${id}/account/roles`, { roles: ['full_access'], check: '1' })
  expect(person.location).toContain('/account/check')
})

test('the proof does not stand in for the right: who may not, still may not', async () => {
  const person = await longAgo('anja.rieder@muster.example')
  const { id, accountId } = await contactWithAccount()
  const { formToken } = await import('../../platform/visit.ts')
  const [session] = await house.look<{ id: string }>(`select s.id from session s join login l on l.id = s.login_id
    where l.email_key = 'anja.rieder@muster.example' order by s.id desc limit 1`)
  const path = `/contacts/${id}/account/roles`
  const _token = formToken({ services: house.services, formSecret: session!.id }, path)
  await person.send('POST', `/de-de${path}`, {
    _token,
    roles: 'full_access',
    version: '1',
    _confirm: '1',
    _confirm_password: demoPassword,
  })
  expect(person.status).toBe(404)
  expect(await rolesOf(accountId)).toEqual([])
})

test('a page that changes the second factor, and the download of everything, ask ahead and lead back', async () => {
  const person = await longAgo(rolf)
  await person.get('/de-de/profile/second-factor/app')
  expect(person.location).toBe('/de-de/confirm?returnurl=%2fde-de%2fprofile%2fsecond-factor%2fapp')
  await person.follow()
  await person.post('/de-de/confirm', { _confirm_password: demoPassword })
  expect(person.location).toBe('/de-de/profile/second-factor/app')
  expect((await person.follow()).status).toBe(200)
  const other = await longAgo(rolf)
  expect((await other.get('/de-de/profile/data/my-data.zip')).location).toBe('/de-de/confirm?returnurl=%2fde-de%2fprofile%2fdata')
})

test('wrong passwords here count with those of the sign-in', async () => {
  const person = await longAgo(franziska)
  await person.get('/de-de/confirm')
  const form = person.html
  const statuses = []
  for (let i = 0; i < 6; i++) {
    person.html = form
    statuses.push((await person.post('/de-de/confirm', { _confirm_password: 'Falsch-2026!' })).status)
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  const stranger = await house.visitor().get('/de-de/PortalLogin')
  await stranger.post('/de-de/PortalLogin', { email: franziska, password: demoPassword })
  expect(stranger.status).toBe(429)
})

test('a code of the app or a passkey proves it as well, each once', async () => {
  const person = await house.known(rolf)
  await person.get('/de-de/profile/second-factor/app')
  const secret = /<code>([A-Z2-7 ]{39})<\/code>/.exec(person.html)![1]!.replaceAll(' ', '')
  await person.post('/de-de/profile/second-factor/app', { code: totpCode(secret, totpStep() - 1) })
  const device = new Authenticator()
  const setUp = '/de-de/profile/second-factor/passkey'
  await person.get(setUp)
  await person.post(setUp, { name: 'Notebook', passkey: device.create(person, setUp) })
  await house.look(`update session set confirmed_at = null`)
  const code = totpCode(secret, totpStep())
  await person.get('/de-de/confirm?returnurl=%2fde-de%2fprofile')
  await person.post('/de-de/confirm', { _confirm_code: code })
  expect(person.location).toBe('/de-de/profile')
  await house.look(`update session set confirmed_at = null`)
  await person.get('/de-de/confirm')
  await person.post('/de-de/confirm', { _confirm_code: code })
  expect(person.status).toBe(422)
  const sent = device.get(person, '/de-de/confirm')
  await person.post('/de-de/confirm', { _confirm_passkey: sent })
  expect(person.location).toBe('/de-de/')
})

test('a remembered browser has proved nothing yet, and one that switches company keeps its proof', async () => {
  const nadia = 'nadia.berger@matte.example'
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: nadia, password: demoPassword, remember: 'on' })
  browser.cookies.delete('s')
  expect((await browser.get('/de-de/policies')).status).toBe(200)
  expect((await browser.get('/de-de/profile/second-factor/app')).location).toContain('/confirm?')
  expect((await browser.get('/de-de/profile/security')).text()).toContain('angemeldet geblieben')
})

test('proving oneself does not end the wait for a second factor', async () => {
  const person = await house.staff('account_manager')
  await house.look(
    `update second_factor f set removed_at = now() from staff_member s where s.login_id = f.login_id and s.id = $1`,
    [person.staffId],
  )
  await house.look(`update session set factor_due = true, confirmed_at = null where staff_id = $1`, [person.staffId])
  await person.get('/de-de/companies')
  await person.follow()
  expect((await person.follow()).text()).toContain('Bestätigen Sie')
  await person.post('/de-de/confirm', { _confirm_password: demoPassword })
  expect(person.location).toContain('/profile/second-factor/app')
  expect((await person.get('/de-de/companies')).location).toContain('/profile/second-factor/app')
})
