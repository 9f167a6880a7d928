import { Readable } from 'node:stream'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { workerPool } from '../../../test/jobs.ts'
import { startDaily } from '../notifications/jobs.ts'
import { forget } from './jobs.ts'

let house: House
let pool: pg.Pool
beforeAll(async () => {
  house = await startHouse()
  pool = workerPool(house)
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
  await forget({ pool, services: house.services })
  expect(await count('select 1 from notification where account_id = $1', [anja.accountId])).toBe(2)
  const kept = await house.look<{ state: string }>('select state from mail where recipient = $1 order by state', [anja.email])
  expect(kept.map(({ state }) => state)).toEqual(['queued', 'sent'])
  expect(await count(`select 1 from session where host = 'old.localhost'`)).toBe(1)
  expect((await anja.get('/de-de/')).status).toBe(200)
})

test('drafts go with their files, and bytes only when nothing else names them; what was sent or is still being written stays', async () => {
  const urs = await house.person()
  const brokerage = await house.brokerageId()
  const [{ company }] = (await house.look('select company_id as company from portal_account where id = $1', [urs.accountId])) as [
    { company: string },
  ]
  const put = async (text: string) => {
    const { sha256, size } = await house.services.files.put(brokerage, Readable.from([Buffer.from(text)]))
    await house.look('insert into kept_file (brokerage_id, sha256, byte_size) values ($1, $2, $3) on conflict do nothing', [
      brokerage,
      sha256,
      size,
    ])
    return sha256
  }
  const drafted = async (saved: string, discarded: string | null) => {
    const [row] = await house.look<{ id: string }>(
      `insert into claim_report (brokerage_id, company_id, account_id, kind, saved_at, discarded_at)
       values ($1, $2, $3, 'other', now() - $4::interval, now() - $5::interval) returning id`,
      [brokerage, company, urs.accountId, saved, discarded],
    )
    return row!.id
  }
  const photo = (report: string, sha256: Buffer, age: string) =>
    house.look(
      `insert into claim_report_file (brokerage_id, report_id, account_id, file_name, media_type, byte_size, sha256, added_at)
       values ($1, $2, $3, 'foto.jpg', 'image/jpeg', 4, $4, now() - $5::interval)`,
      [brokerage, report, urs.accountId, sha256, age],
    )
  const attached = (sha256: Buffer, age: string) =>
    house.look(
      `insert into attachment (brokerage_id, draft_id, author_account_id, file_name, media_type, byte_size, sha256, added_at)
       values ($1, gen_random_uuid(), $2, 'brief.pdf', 'application/pdf', 4, $3, now() - $4::interval)`,
      [brokerage, urs.accountId, sha256, age],
    )
  const [alone, shared, fresh, unsent] = [await put('alone'), await put('shared'), await put('fresh'), await put('unsent')]
  const old = await drafted('40 days', '31 days')
  await photo(old, alone, '40 days')
  await photo(old, shared, '40 days')
  const young = await drafted('40 days', '29 days')
  const open = await drafted('179 days', null)
  await photo(open, shared, '179 days')
  const idle = await drafted('181 days', null)
  const touched = await drafted('181 days', null)
  await photo(touched, fresh, '1 day')
  await attached(unsent, '8 days')
  await attached(fresh, '6 days')

  const uploading = await house.database.app.connect()
  await uploading.query('begin')
  await uploading.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`bytes:${brokerage}`])
  await forget({ pool, services: house.services })
  expect(await count('select 1 from claim_report where id = $1', [old])).toBe(1)
  await uploading.query('commit')
  uploading.release()

  await forget({ pool, services: house.services })
  const reports = await house.look<{ id: string; thrown: boolean }>(
    'select id, discarded_at is not null as thrown from claim_report where account_id = $1 order by id',
    [urs.accountId],
  )
  expect(reports.map(({ id, thrown }) => [id, thrown])).toEqual(
    [
      [young, true],
      [open, false],
      [idle, true],
      [touched, false],
    ].sort(([a], [b]) => (a! < b! ? -1 : 1)),
  )
  const kept = (sha256: Buffer) => house.services.files.size(brokerage, sha256)
  expect([await kept(alone), await kept(unsent)]).toEqual([null, null])
  expect([await kept(shared), await kept(fresh)]).toEqual([6, 5])
  expect(await count('select 1 from kept_file where sha256 = any ($1)', [[alone, shared, fresh, unsent]])).toBe(2)
  expect(await count('select 1 from attachment where author_account_id = $1', [urs.accountId])).toBe(1)
})

test('of a message that was taken back the text goes; a browser is forgotten when nothing names it any more', async () => {
  const anja = await house.person()
  const brokerage = await house.brokerageId()
  const [mine] = await house.look<{ company: string; login: string }>(
    'select company_id as company, login_id as login from portal_account where id = $1',
    [anja.accountId],
  )
  const said = async (body: string, taken: string | null) =>
    house.database.write(
      brokerage,
      `with c as (insert into conversation (brokerage_id, id, company_id, subject, author_account_id)
         values ($1, gen_random_uuid(), $2, 'Frage', $3) returning id)
       insert into message (brokerage_id, conversation_id, author_account_id, author_name, body, taken_back_at)
       select $1, c.id, $3, 'Anja', $4, now() - $5::interval from c`,
      [brokerage, mine!.company, anja.accountId, body, taken],
    )
  await said('longago', '31 days')
  await said('lately', '29 days')
  await said('delivered', null)
  const remembered = async (expires: string, revoked: string | null) => {
    const [row] = await house.look<{ id: string }>(
      `insert into remember_token (brokerage_id, login_id, account_id, selector, validator_hash, expires_at, revoked_at)
       values ($1, $2, $3, sha256(gen_random_uuid()::text::bytea), '', now() + $4::interval, now() - $5::interval) returning id`,
      [brokerage, mine!.login, anja.accountId, expires, revoked],
    )
    return row!.id
  }
  await remembered('-31 days', null)
  await remembered('60 days', '31 days')
  const staying = [await remembered('60 days', null), await remembered('60 days', '29 days'), await remembered('-31 days', null)]
  await house.look(
    `insert into session (brokerage_id, token_hash, login_id, account_id, host, expires_at, remember_id)
     values ($1, sha256(gen_random_uuid()::text::bytea), $2, $3, 'named.localhost', now() - interval '31 days', $4)`,
    [brokerage, mine!.login, anja.accountId, staying[2]],
  )
  await forget({ pool, services: house.services })
  const bodies = await house.look<{ body: string }>('select body from message where author_account_id = $1 order by body', [
    anja.accountId,
  ])
  expect(bodies.map(({ body }) => body)).toEqual(['', 'delivered', 'lately'])
  const left = await house.look<{ id: string }>('select id from remember_token where account_id = $1', [anja.accountId])
  expect(left.map(({ id }) => id).sort()).toEqual([...staying].sort())
})

test('the worker itself may delete nothing: only the functions forget, and only what their names say', async () => {
  for (const table of [
    'notification',
    'mail',
    'session',
    'activation_token',
    'reset_token',
    'event',
    'claim_report',
    'claim_report_file',
    'attachment',
    'kept_file',
    'remember_token',
  ])
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
