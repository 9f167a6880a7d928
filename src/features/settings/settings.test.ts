import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { settingsSections } from './sections.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('each section of the settings opens for whoever is led to it, and stands at the side of the house', async () => {
  for (const fn of ['administrator', 'account_manager', 'auditor'] as const) {
    const staff = await house.staff(fn)
    await staff.get('/de-de/settings')
    expect(staff.text()).toContain('Einstellungen')
    const led = settingsSections.filter(({ path }) => staff.html.includes(`href="/de-de${path}"`))
    expect(led.map(({ key }) => key)).toContain('staff')
    for (const { path } of led) expect([fn, path, (await staff.get(`/de-de${path}`)).status]).toEqual([fn, path, 200])
  }
})

test('customers have no settings of the house', async () => {
  const person = await house.person({ roles: ['user_manager', 'full_access'] })
  for (const path of ['/settings', ...settingsSections.map((section) => section.path)])
    expect((await person.get(`/de-de${path}`)).status).toBe(404)
  expect((await person.get('/de-de/')).html).not.toContain('/settings')
})
