import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visit } from '../../platform/visit.ts'
import { demoPassword } from '../demo/people.ts'
import { changePassword } from './change.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const email = 'rolf.mustermann@muster.example'

// What the profile's route hands over; its page is not this feature's.
async function visitOf(): Promise<Visit> {
  const id = await house.brokerageId()
  const [who] = await house.look<{ id: string; loginId: string; companyId: string }>(
    `select a.id, a.login_id as "loginId", a.company_id as "companyId" from portal_account a
     join login l on l.id = a.login_id where l.email_key = $1 and a.brokerage_id = $2`,
    [email, id],
  )
  const actor = { kind: 'customer', ...who, email, language: 'de', firstName: 'Rolf', lastName: 'Mustermann' }
  const brokerage = { id, host: '6323.localhost' }
  return {
    services: house.services,
    brokerage,
    actor,
    cookies: {},
    host: '6323.localhost',
    ip: '192.0.2.1',
    userAgent: 'Test',
  } as unknown as Visit
}

test('a wrong present password changes nothing and counts like a failed sign-in', async () => {
  expect(await changePassword(await visitOf(), 'Falsch-2026!', 'Kx7!qmvz-Wolke')).toBeNull()
  const [ledger] = await house.look<{ failures: number }>(`select failures from attempt where bucket like 'address:%'`)
  expect(ledger!.failures).toBe(1)
})

test('with the right one every other session ends, this browser goes on, and the owner is told', async () => {
  const other = await house.visitor().get('/de-de/PortalLogin')
  await other.post('/de-de/PortalLogin', { email, password: demoPassword, remember: 'on' })
  const cookies = await changePassword(await visitOf(), demoPassword, 'Kx7!qmvz-Wolke')
  expect((await other.get('/de-de/')).location).toContain('PortalLogin')
  const own = house.visitor()
  own.cookies.set('s', cookies!.find(({ name }) => name === 's')!.value!)
  expect((await own.get('/de-de/policies')).status).toBe(200)
  expect((await house.letters()).filter(({ event }) => event === 'password_changed')).toHaveLength(1)
  const again = await house.visitor().get('/de-de/PortalLogin')
  await again.post('/de-de/PortalLogin', { email, password: 'Kx7!qmvz-Wolke' })
  expect(again.status).toBe(303)
})

test('a hash of less work is made anew at the sign-in, and the password stays the same', async () => {
  const { argon2Sync } = await import('node:crypto')
  const nonce = Buffer.alloc(16, 7)
  const tag = argon2Sync('argon2id', { message: 'Kx7!qmvz-Wolke', nonce, tagLength: 32, memory: 8192, passes: 1, parallelism: 1 })
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  await house.look(`update login_secret set password_hash = $1 from login l where l.id = login_id and l.email_key = $2`, [
    `$argon2id$v=19$m=8192,t=1,p=1$${plain(nonce)}$${plain(tag)}`,
    email,
  ])
  for (let i = 0; i < 2; i++) {
    const visitor = await house.visitor().get('/de-de/PortalLogin')
    await visitor.post('/de-de/PortalLogin', { email, password: 'Kx7!qmvz-Wolke' })
    expect(visitor.status).toBe(303)
  }
  const [secret] = await house.look<{ password_hash: string }>(
    `select password_hash from login_secret s join login l on l.id = s.login_id
     join brokerage b on b.brokerage_id = l.brokerage_id and b.number = '6323' where l.email_key = $1`,
    [email],
  )
  expect(secret!.password_hash).toContain('$m=19456,t=2,p=1$')
})
