import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { testSecret } from '../../../test/secret.ts'
import { roleUrl } from '../../platform/migrate.ts'
import { startDaily } from '../notifications/jobs.ts'
import { forget } from './jobs.ts'

let house: House
let pool: pg.Pool
beforeAll(async () => {
  house = await startHouse()
  pool = new pg.Pool({ connectionString: roleUrl(house.database.ownerUrl, 'dossier_worker', testSecret), max: 3 })
})
afterAll(async () => {
  await pool.end()
  await house.close()
})

const count = async (sql: string, values: unknown[] = []) => (await house.look(sql, values)).length

test('what is old enough is forgotten, what is younger or still open stays', async () => {
  const anja = await house.person()
  const brokerage = await house.brokerageId()
  const [login] = await house.look<{ id: string }>('select login_id as id from portal_account where id = $1', [anja.accountId])
  const told = (age: string, read: string | null) =>
    house.look(
      `insert into notification (brokerage_id, account_id, occasion, kind, group_id, created_at, read_at)
       values ($1, $2, 'access', 'roles_changed', $2, now() - $3::interval, now() - $4::interval)`,
      [brokerage, anja.accountId, age, read],
    )
  await told('2 years', '13 months')
  await told('2 years', '11 months')
  await told('2 years', null)
  await told('4 years', null)
  const mailed = (state: string, age: string) =>
    house.look(
      `insert into mail (brokerage_id, event, recipient, language, state, created_at) values ($1, 'new_device', $2, 'de', $3, now() - $4::interval)`,
      [brokerage, anja.email, state, age],
    )
  for (const state of ['sent', 'failed', 'dropped', 'queued']) await mailed(state, '91 days')
  await mailed('sent', '89 days')
  const session = (ended: string | null, expires: string) =>
    house.look(
      `insert into session (brokerage_id, token_hash, login_id, account_id, host, expires_at, ended_at)
       values ($1, sha256(gen_random_uuid()::text::bytea), $2, $3, 'old.localhost', now() + $4::interval, now() - $5::interval)`,
      [brokerage, login!.id, anja.accountId, expires, ended],
    )
  await session('91 days', '-90 days')
  await session(null, '-91 days')
  await session('2 days', '1 hour')
  await forget({ pool })
  expect(await count('select 1 from notification where account_id = $1', [anja.accountId])).toBe(2)
  const kept = await house.look<{ state: string }>('select state from mail where recipient = $1 order by state', [anja.email])
  expect(kept.map(({ state }) => state)).toEqual(['queued', 'sent'])
  expect(await count(`select 1 from session where host = 'old.localhost'`)).toBe(1)
  expect((await anja.get('/de-de/')).status).toBe(200)
})

test('the worker itself may delete nothing: only the functions forget, and only what their names say', async () => {
  for (const table of ['notification', 'mail', 'session', 'activation_token', 'reset_token', 'event'])
    await expect(pool.query(`delete from ${table}`)).rejects.toThrow('permission denied')
  await expect(house.database.app.query('select access.forget_mails(now())')).rejects.toThrow('permission denied')
})

test('summaries are begun between seven and noon in Switzerland, summer and winter, once for each person', async () => {
  const anja = await house.person()
  await house.look(
    `insert into notification (brokerage_id, account_id, occasion, kind, group_id, daily) select $1, $2, 'access', 'roles_changed', $2, true`,
    [await house.brokerageId(), anja.accountId],
  )
  const begun = async (moment: string) => {
    await house.look('delete from graphile_worker._private_jobs')
    await startDaily({ pool }, new Date(moment))
    await startDaily({ pool }, new Date(moment))
    return count(`select 1 from graphile_worker._private_jobs where payload ->> 'personId' = $1`, [anja.accountId])
  }
  expect(await begun('2026-01-15T06:00:00Z')).toBe(1)
  expect(await begun('2026-01-15T05:00:00Z')).toBe(0)
  expect(await begun('2026-07-15T05:00:00Z')).toBe(1)
  expect(await begun('2026-07-15T04:00:00Z')).toBe(0)
  expect(await begun('2026-07-15T11:00:00Z')).toBe(0)
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [anja.accountId])
  expect(await begun('2026-01-15T06:00:00Z')).toBe(0)
})
