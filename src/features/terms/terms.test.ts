import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('everybody reads the current terms in the language of the page', async () => {
  const german = await house.visitor().get('/de-de/terms')
  expect(german.status).toBe(200)
  expect(german.text()).toContain('Version 1')
  const french = await house.visitor().get('/fr-fr/terms')
  expect(french.html).toContain('<html lang="fr-CH"')
  expect(french.text()).not.toContain('Geltungsbereich')
})

test('a newer version is asked for after the sign-in, once, and its words are recorded', async () => {
  await house.look(`insert into terms (brokerage_id, version, language, title, body)
    select brokerage_id, 2, 'de', 'AGB 2', 'Neuer Text.' from brokerage where number = '6323'`)
  const email = 'anja.rieder@muster.example'
  const visitor = await house.visitor().get('/de-de/PortalLogin?returnurl=%2fde-de%2fpolicies')
  await visitor.post('/de-de/PortalLogin', { email, password: demoPassword })
  expect(visitor.location).toContain('/de-de/terms/accept?returnurl=')
  await visitor.follow()
  expect(visitor.text()).toContain('AGB bestätigen')
  expect(visitor.text()).toContain('Neuer Text.')
  await visitor.post('/de-de/terms/accept')
  expect(visitor.status).toBe(422)
  expect(visitor.text()).toContain('Bestätigen Sie die AGB')
  await visitor.post('/de-de/terms/accept', { terms: 'on' })
  expect(visitor.location).toBe('/de-de/policies')
  const accepted = await house.look(
    `select version, source, text_hash = sha256('Neuer Text.') as proven from terms_acceptance a join login l on l.id = a.login_id
     where l.email_key = $1 and version = 2`,
    [email],
  )
  expect(accepted).toEqual([{ version: 2, source: 'sign_in', proven: true }])
  const again = await house.visitor().get('/de-de/PortalLogin')
  await again.post('/de-de/PortalLogin', { email, password: demoPassword })
  expect(again.location).toBe('/de-de/')
})

test('who is not signed in accepts nothing', async () => {
  const visitor = await house.visitor().get('/de-de/terms/accept')
  expect(visitor.location).toContain('PortalLogin')
})

test('no other address opens before the newer terms are accepted, and the one asked for opens afterwards', async () => {
  const email = 'stefan.zurbriggen@muster.example'
  const visitor = await house.visitor().get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email, password: demoPassword })
  for (const address of ['/', '/policies?q=flotte', '/profile', '/profile/password', '/search?q=x', '/password/reset']) {
    await visitor.get(`/de-de${address}`)
    expect([address, visitor.status]).toEqual([address, 303])
    expect(visitor.location).toMatch(/^\/de-de\/terms\/accept\?returnurl=%2fde-de%2f/)
  }
  expect((await visitor.get('/fr-fr/policies')).location).toContain('/fr-fr/terms/accept')
  await visitor.send('POST', '/de-de/profile', { language: 'fr', theme: 'dark', density: 'compact' })
  expect([visitor.status, visitor.location]).toEqual([303, '/de-de/terms/accept?returnurl=%2fde-de%2f'])
  expect(await house.look(`select theme from login where email_key = $1 and theme = 'dark'`, [email])).toEqual([])
  expect((await visitor.get('/de-de/terms')).status).toBe(200)
  expect((await visitor.get('/de-de/nothing-here')).status).toBe(404)

  await (await visitor.get('/de-de/policies?q=flotte')).follow()
  await visitor.post('/de-de/terms/accept', { terms: 'on' })
  expect(visitor.location).toBe('/de-de/policies?q=flotte')
  expect((await visitor.follow()).status).toBe(200)
})

test('who does not want to accept may leave', async () => {
  const visitor = await house.visitor().get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: 'rolf.mustermann@muster.example', password: demoPassword })
  await (await visitor.follow()).post('/de-de/sign-out')
  expect(visitor.location).toContain('/de-de/PortalLogin?done=signed_out')
  expect((await visitor.get('/de-de/')).location).toContain('PortalLogin')
})

test('a remembered browser is asked at its return, and accepting in one browser opens the other', async () => {
  const email = 'franziska.keller@muster.example'
  const remembered = await house.visitor().get('/de-de/PortalLogin')
  await remembered.post('/de-de/PortalLogin', { email, password: demoPassword, remember: 'on' })
  await remembered.follow()
  await remembered.post('/de-de/terms/accept', { terms: 'on' })
  expect((await remembered.get('/de-de/policies')).status).toBe(200)

  await house.look(`insert into terms (brokerage_id, version, language, title, body)
    select brokerage_id, 3, 'fr', 'CG 3', 'Nouveau texte.' from brokerage where number = '6323'`)
  // Who is inside stays inside until the next sign-in.
  expect((await remembered.get('/de-de/policies')).status).toBe(200)
  remembered.cookies.delete('s')
  expect((await remembered.get('/de-de/policies')).location).toContain('/de-de/terms/accept')
  const second = await house.visitor().get('/de-de/PortalLogin')
  await second.post('/de-de/PortalLogin', { email, password: demoPassword })
  expect((await second.get('/de-de/policies')).location).toContain('/de-de/terms/accept')

  await remembered.follow()
  expect(remembered.text()).toContain('Nouveau texte.')
  await remembered.post('/de-de/terms/accept', { terms: 'on' })
  expect(remembered.location).toBe('/de-de/policies')
  expect((await remembered.follow()).status).toBe(200)
  expect((await second.get('/de-de/policies')).status).toBe(200)
})

test('terms that come out later, and terms that were taken back, lock nobody out', async () => {
  await house.look(`insert into terms (brokerage_id, version, language, title, body, published_at)
    select brokerage_id, 4, 'de', 'AGB 4', 'Morgen.', now() + interval '1 day' from brokerage where number = '6323'`)
  const person = await house.known('franziska.keller@muster.example')
  expect((await person.get('/de-de/policies')).status).toBe(200)
  await house.look('update session set terms_due = true')
  expect((await (await person.get('/de-de/policies')).follow()).location).toBe('/de-de/policies')
  expect((await person.follow()).status).toBe(200)
})

test('staff are asked for no terms', async () => {
  const staff = await house.visitor().get('/de-de/PortalLogin')
  await staff.post('/de-de/PortalLogin', { email: 'sophie.dubois@broker6323.example', password: demoPassword })
  await staff.secondStep()
  expect(staff.location).toBe('/de-de/')
  expect((await staff.get('/de-de/companies')).status).toBe(200)
})
