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
