import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

let house: House
beforeAll(async () => {
  house = await startHouse({ TRUSTED_PROXIES: '127.0.0.1' })
})
afterAll(() => house.close())
beforeEach(() => house.look('delete from attempt'))

// What a minute of knocking leaves behind.
const knock = (times: number) => house.look(`update attempt set failures = $1 where bucket like 'requests:%'`, [times])
const from = (address: string) => ({ 'x-forwarded-for': address })

test('one place asks the password paths a hundred times a minute, then a neutral page says when to come back', async () => {
  const visitor = house.visitor()
  const statuses: number[] = []
  for (let i = 0; i < 101; i++) statuses.push((await visitor.get('/de-de/password/reset')).status)
  expect(new Set(statuses.slice(0, 100))).toEqual(new Set([404]))
  expect(visitor.status).toBe(429)
  expect(Number(visitor.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(visitor.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(visitor.text()).toContain('Einen Moment bitte')
})

test('all password paths share the count, the right password too; other pages and other places do not', async () => {
  const person = await house.known('anja.rieder@muster.example')
  const visitor = await house.visitor().get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: 'nobody@test.example', password: 'x' })
  await knock(100)
  for (const [path, fields] of [
    ['/de-de/PortalLogin', { email: 'anja.rieder@muster.example', password: demoPassword }],
    ['/de-de/password/forgotten', { email: 'anja.rieder@muster.example' }],
  ] as const) {
    await visitor.get(path)
    expect(visitor.status).toBe(200)
    await visitor.post(path, fields)
    expect([path, visitor.status]).toEqual([path, 429])
    expect(visitor.html).not.toContain('anja.rieder')
  }
  for (const path of ['/de-de/activate', '/de-de/password/reset'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, 429])
  await person.get('/de-de/profile/password')
  expect((await person.post('/de-de/profile/password', { present: demoPassword })).status).toBe(429)
  expect((await person.get('/de-de/policies')).status).toBe(200)
  await (await person.get('/de-de/')).post('/de-de/sign-out')
  expect(person.status).toBe(303)

  await visitor.get('/de-de/PortalLogin', from('198.51.100.7'))
  const fields = { email: 'anja.rieder@muster.example', password: demoPassword }
  expect((await visitor.post('/de-de/PortalLogin', fields, from('198.51.100.7'))).status).toBe(303)
})

test('the minute ends', async () => {
  const visitor = await house.visitor().get('/de-de/password/reset')
  await knock(100)
  expect((await visitor.get('/de-de/password/reset')).status).toBe(429)
  await house.look(`update attempt set blocked_until = now() - interval '1 second'`)
  expect((await visitor.get('/de-de/password/reset')).status).toBe(404)
})
