import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
const path = '/de-de/settings/sign-in'

test('an administrator says which roles need a second factor, and their people are led to it at the next sign-in', async () => {
  const sophie = await house.staff('administrator')
  await sophie.get(path)
  expect(sophie.text()).toContain('davon 0 mit zweitem Faktor')
  await sophie.post(path, { roles: ['user_manager', 'full_access'] })
  expect(sophie.location).toBe('/de-de/settings/sign-in?done=saved')
  const franziska = await house.visitor().get('/de-de/PortalLogin')
  await franziska.post('/de-de/PortalLogin', { email: 'franziska.keller@muster.example', password: demoPassword })
  expect((await franziska.get('/de-de/contacts')).location).toContain('/profile/second-factor/app')
  const anja = await house.visitor().get('/de-de/PortalLogin')
  await anja.post('/de-de/PortalLogin', { email: 'anja.rieder@muster.example', password: demoPassword })
  expect((await anja.get('/de-de/policies')).status).toBe(200)
  const [event] = await house.look<{ details: object }>(`select details from event where verb = 'second_factor.rules_changed'`)
  expect(event!.details).toEqual({ added: ['user_manager', 'full_access'], removed: [] })
})

test('two who change it at the same time see each other’s choice', async () => {
  const [one, two] = [await house.staff('administrator'), await house.staff('administrator')]
  await one.get(path)
  await two.get(path)
  await one.post(path, { roles: ['fleet'] })
  await two.post(path, { roles: ['customer'] })
  expect(two.status).toBe(409)
  expect(two.text()).toContain('Jetzt gilt: Flottenmanager')
  await two.post(path, { roles: ['customer'] })
  expect(two.location).toContain('done=saved')
  await (await one.get(path)).post(path, {})
  expect(one.location).toContain('done=saved')
  expect(await house.look('select from second_factor_rule where until is null')).toHaveLength(0)
})

test('others of the brokerage see it and change nothing; unknown roles are refused; the other brokerage keeps its own', async () => {
  for (const fn of ['account_manager', 'auditor'] as const) {
    const staff = await house.staff(fn)
    const admin = await (await house.staff('administrator')).get(path)
    await staff.get(path)
    expect(staff.text()).toContain('Nur Administratorinnen und Administratoren')
    expect(admin.hiddenFields(path)._token).toBeTruthy()
    expect((await staff.post(path, { roles: ['fleet'] })).status).toBe(403)
  }
  const sophie = await house.staff('administrator')
  await sophie.get(path)
  expect((await sophie.post(path, { roles: ['root'] })).status).toBe(422)
  await sophie.post(path, { roles: ['fleet'] })
  const other = await house.staff('administrator', '7101')
  expect((await other.get(path)).hiddenFields(path).seen).toBe('')
})
