import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('whoever gets or loses roles is told once, with the way to the own profile', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const anja = await house.person({ roles: ['fleet'] })
  const path = `/de-de/contacts/${anja.contactId}`
  await manager.get(path)
  await manager.post(`${path}/account/roles`, { roles: ['other_lines'] })
  expect(manager.status).toBe(303)
  await anja.get('/de-de/notifications')
  expect(anja.text().split('hat Ihre Portalrollen geändert')).toHaveLength(2)
  const [link] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(anja.html)!
  expect((await anja.get(link)).location).toBe('/de-de/profile')
  expect((await manager.get('/de-de/notifications')).text()).not.toContain('hat Ihre Portalrollen geändert')
})

test('a role that waits for a second person is told to those who may decide, and the decision to whoever asked', async () => {
  const asking = await house.person({ roles: ['user_manager'] })
  const second = await house.person({ roles: ['user_manager'] })
  const outsider = await house.person({ roles: ['full_access'] })
  const path = `/de-de/contacts/${asking.contactId}`
  await asking.get(path)
  // The own roles never change by one's own hand: asking for one is a request.
  await asking.post(`${path}/account/roles`, { roles: ['user_manager', 'fleet'] })
  expect((await second.get('/de-de/notifications')).text()).toContain('Rolle zu bestätigen: Flottenmanager')
  expect((await outsider.get('/de-de/notifications')).text()).not.toContain('Flottenmanager')
  const [request] = await house.look<{ id: string }>('select id from role_request where account_id = $1', [asking.accountId])
  await second.get(path)
  await second.post(`/de-de/role-requests/${request!.id}/approval`)
  expect(second.status).toBe(303)
  expect((await asking.get('/de-de/notifications')).text()).toContain('Bestätigt: Flottenmanager')
})

test('«Alle als gelesen markieren» is about one’s own notifications and nobody else’s', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const [anja, beat] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  for (const person of [anja, beat]) {
    await manager.get(`/de-de/contacts/${person.contactId}`)
    await manager.post(`/de-de/contacts/${person.contactId}/account/roles`, { roles: [] })
  }
  await anja.get('/de-de/')
  expect(anja.text()).toContain('hat Ihre Portalrollen geändert')
  await anja.post('/de-de/notifications/read')
  expect(anja.location).toBe('/de-de/')
  expect((await anja.follow()).text()).toContain('Keine ungelesenen Meldungen')
  expect((await anja.get('/de-de/notifications')).text()).not.toContain('Alle als gelesen markieren')
  await beat.get('/de-de/')
  expect(beat.text()).toContain('hat Ihre Portalrollen geändert')
  const [foreign] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(beat.html)!
  expect((await anja.get(foreign)).status).toBe(404)
})

test('imports and the command line tell nobody about roles', async () => {
  const anja = await house.person({ roles: ['fleet', 'full_access'] })
  expect(await house.look('select id from notification where account_id = $1', [anja.accountId])).toEqual([])
})
