import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { totpCode, totpStep } from '../../platform/totp.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
  await house.look(`update login set language = 'de'`)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
})

type Person = Awaited<ReturnType<House['person']>>

/** Somebody with an app, signed in. */
async function withApp(spec: Parameters<House['person']>[0] = {}): Promise<Person> {
  const person = await house.person(spec)
  const app = '/de-de/profile/second-factor/app'
  await person.get(app)
  const secret = /<code>([A-Z2-7 ]{39})<\/code>/.exec(person.html)![1]!.replaceAll(' ', '')
  await person.post(app, { code: totpCode(secret, totpStep()) })
  return person
}

const pageOf = (person: Person) => `/de-de/contacts/${person.contactId}`
const factorsOf = async (person: Person) =>
  (
    await house.look(
      `select from second_factor f join portal_account a on a.login_id = f.login_id where a.id = $1 and f.removed_at is null`,
      [person.accountId],
    )
  ).length

async function ask(by: Visitor, person: Person, reason = 'Telefon verloren') {
  await by.get(pageOf(person))
  return by.post(`${pageOf(person)}/second-factor/reset`, { factor_reason: reason })
}
const mailsTo = async (email: string) =>
  (await house.letters()).filter(({ recipient }) => recipient === email).map(({ event, values }) => [event, values.what])

test('an administrator resets a lost second factor: nothing of it counts, every session ends, person and User Managers are told', async () => {
  const manager = await house.person({ roles: ['user_manager'], name: 'Managerin' })
  const person = await withApp({ name: 'Vergesslich' })
  const sophie = await house.staff('administrator')
  await sophie.get(pageOf(person))
  expect(sophie.text()).toContain('Vergewissern Sie sich am Telefon')
  expect((await ask(sophie, person, ' ')).status).toBe(422)
  expect(sophie.text()).toContain('Geben Sie eine Begründung ein')
  await ask(sophie, person)
  expect(sophie.location).toBe(`${pageOf(person)}?done=factor_reset`)
  expect((await sophie.follow()).text()).toContain('Der zweite Faktor ist zurückgesetzt')
  expect(await factorsOf(person)).toBe(0)
  expect((await person.get('/de-de/')).location).toContain('PortalLogin')
  expect(
    await house.look(
      `select from totp_secret s join second_factor f on f.id = s.factor_id join portal_account a on a.login_id = f.login_id
    where a.id = $1 and s.sealed <> ''`,
      [person.accountId],
    ),
  ).toHaveLength(0)
  expect((await mailsTo(person.email)).at(-1)).toEqual([
    'second_factor_changed',
    expect.stringContaining('von Sophie Dubois zurückgesetzt'),
  ])
  expect((await mailsTo(manager.email)).at(-1)).toEqual([
    'second_factor_reset',
    'Sophie Dubois hat den zweiten Faktor von Test Vergesslich zurückgesetzt.',
  ])
})

test('a User Manager only asks; another one decides, and neither who asked nor a stranger can', async () => {
  const asker = await house.person({ roles: ['user_manager'], name: 'Fragt' })
  const decider = await house.person({ roles: ['user_manager'], name: 'Entscheidet' })
  const stranger = await house.person({ company: 'K-10005', roles: ['user_manager'] })
  const person = await withApp({ roles: ['fleet'], name: 'Ohne Telefon' })
  await ask(asker, person)
  expect(asker.location).toContain('done=factor_asked')
  expect(await factorsOf(person)).toBe(1)
  expect((await mailsTo(decider.email)).at(-1)![1]).toContain('entscheiden Sie innert sieben Tagen')
  expect((await mailsTo(person.email)).at(-1)![1]).toContain('Eine zweite Person muss das noch bestätigen')
  await asker.follow()
  expect(asker.text()).toContain('Eine zweite Person muss noch entscheiden')
  expect(asker.html).not.toContain('/approval')
  const [request] = await house.look<{ id: string }>(`select id from second_factor_reset where state = 'pending'`)
  const path = `/de-de/second-factor-resets/${request!.id}`
  await decider.get(pageOf(person))
  const page = decider.html
  // The same form in the hands of others: with a token of their own, and no right.
  for (const [who, status] of [
    [asker, 403],
    [stranger, 404],
  ] as const) {
    const { formToken } = await import('../../platform/visit.ts')
    const [session] = await house.look<{ id: string }>(
      'select s.id from session s join portal_account a on a.id = s.account_id where a.id = $1 and s.ended_at is null',
      [who.accountId],
    )
    const _token = formToken(
      { services: house.services, formSecret: session!.id },
      `/second-factor-resets/${request!.id}/approval`,
    )
    expect((await who.send('POST', `${path}/approval`, { _token })).status).toBe(status)
  }
  expect(await factorsOf(person)).toBe(1)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => {
      const tab = decider.tab()
      tab.html = page
      return tab.post(`${path}/approval`)
    }),
  )
  expect(answers.filter(({ location }) => location?.includes('done=factor_reset'))).toHaveLength(1)
  expect(await factorsOf(person)).toBe(0)
})

test('a refusal leaves everything as it is, and one that ran out opens nothing', async () => {
  const asker = await house.person({ roles: ['user_manager'], name: 'Fragt zweimal' })
  const person = await withApp({ name: 'Bleibt dabei' })
  await ask(asker, person)
  const bettina = await house.staff('auditor')
  expect((await bettina.get(pageOf(person))).html).not.toContain('/rejection')
  const marc = await house.staff('account_manager')
  await marc.get(pageOf(person))
  const [, rejection] = /action="([^"]*\/rejection)"/.exec(marc.html)!
  await marc.post(rejection!)
  expect((await marc.follow()).text()).toContain('Das Zurücksetzen ist abgelehnt')
  expect(await factorsOf(person)).toBe(1)
  await ask(asker, person)
  await marc.get(pageOf(person))
  const [, approval] = /action="([^"]*\/approval)"/.exec(marc.html)!
  await house.look(`update second_factor_reset set expires_at = now() - interval '1 second' where state = 'pending'`)
  await marc.post(approval!)
  expect(marc.status).toBe(409)
  expect(await factorsOf(person)).toBe(1)
})

test('what reaches further than the company is the broker’s: accounts elsewhere, and roles that are not theirs to give', async () => {
  const manager = await house.person({ company: 'K-10004', roles: ['user_manager'] })
  const person = await withApp({ company: 'K-10004', roles: ['full_access'], name: 'Hat mehr' })
  await house.look(`update company set assignable_roles = '{fleet,user_manager}' where source_key = 'K-10004'`)
  await manager.get(pageOf(person))
  expect(manager.text()).toContain('setzt Ihr Broker den zweiten Faktor zurück')
  expect(manager.html).not.toContain('/second-factor/reset')
  const nadia = await house.known('nadia.berger@matte.example')
  const [at] = await house.look<{ number: string }>('select source_key as number from company where id = $1', [nadia.companyId])
  const theirs = await house.person({ company: at!.number, roles: ['user_manager'] })
  const login = await house.look<{ login_id: string; brokerage_id: string }>(
    'select login_id, brokerage_id from portal_account where id = $1',
    [nadia.accountId],
  )
  await house.look(`insert into second_factor (brokerage_id, login_id, kind, name) values ($1, $2, 'app', 'App')`, [
    login[0]!.brokerage_id,
    login[0]!.login_id,
  ])
  const two = Object.assign(nadia, { email: '', name: '' }) as unknown as Person
  await ask(theirs, two)
  expect(theirs.status).toBe(409)
  expect(theirs.text()).toContain('setzt Ihr Broker den zweiten Faktor zurück')
  expect(await factorsOf(two)).toBe(1)
})

test('nobody resets the own one, and a person without rights finds no such address', async () => {
  const sophie = await withApp({ roles: ['user_manager'], name: 'Selbst' })
  await sophie.get(pageOf(sophie))
  expect(sophie.html).not.toContain('/second-factor/reset')
  const anja = await house.person({ roles: ['fleet'] })
  expect((await anja.get(pageOf(sophie))).status).toBe(404)
})

test('an administrator resets a colleague’s, never the own; others of the house do not', async () => {
  const [marc] = await house.look<{ id: string; login_id: string }>(
    `select s.id, s.login_id from staff_member s where s.email_key = 'marc.hostettler@broker6323.example'`,
  )
  const path = `/de-de/settings/staff/${marc!.id}`
  const sophie = await house.staff('administrator')
  expect((await sophie.get(`/de-de/settings/staff/${sophie.staffId}`)).html).not.toContain('/second-factor/reset')
  const bettina = await house.staff('auditor')
  expect((await bettina.get(path)).html).not.toContain('/second-factor/reset')
  const his = await house.staff('account_manager')
  await sophie.get(path)
  await sophie.post(`${path}/second-factor/reset`, { factor_reason: '' })
  expect(sophie.status).toBe(422)
  await sophie.post(`${path}/second-factor/reset`, { factor_reason: 'Telefon verloren' })
  expect((await sophie.follow()).text()).toContain('Der zweite Faktor ist zurückgesetzt')
  expect((await his.get('/de-de/')).location).toContain('PortalLogin')
  expect(await house.look('select from second_factor where login_id = $1 and removed_at is null', [marc!.login_id])).toHaveLength(
    0,
  )
})

test('the operator helps where nobody in the house can', async () => {
  const { resetSecondFactorCommand } = await import('../operator/staff.ts')
  const run = (email: string) => resetSecondFactorCommand(house.database.operator, house.services, '6323', email)
  await expect(run('niemand@broker6323.example')).rejects.toThrow('Nobody who can sign in')
  expect(await run('sophie.dubois@broker6323.example')).toContain('The second factor of Sophie Dubois is reset')
  expect((await mailsTo('sophie.dubois@broker6323.example')).at(-1)![1]).toContain('vom Betreiber des Portals zurückgesetzt')
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: 'sophie.dubois@broker6323.example', password: 'Dossier-2026!' })
  expect((await browser.get('/de-de/companies')).location).toContain('/profile/second-factor/app')
})
