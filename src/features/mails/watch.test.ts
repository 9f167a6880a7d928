import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { workerPool } from '../../../test/jobs.ts'
import { mailDaily } from '../notifications/news-mail.ts'
import { watchMails } from './watch.ts'

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

const mail = async (event: string, recipient: string, age = '1 minute') => {
  const [row] = await house.look<{ id: string }>(
    `insert into mail (brokerage_id, event, recipient, language, created_at) values ($1, $2, $3, 'de', now() - $4::interval) returning id`,
    [await house.brokerageId(), event, recipient, age],
  )
  return row!.id
}
const fail = async (id: string) =>
  house.database.write(await house.brokerageId(), `update mail set state = 'failed', error = '550' where id = $1`, [id])
const toldOf = (staffId: string) =>
  house.look<{ kind: string; detail: string; daily: boolean; mail: boolean }>(
    'select kind, detail, daily, mail from notification where staff_id = $1 order by id',
    [staffId],
  )

test('a mail that failed is told to administrators once, and to nobody else; a failed summary is no reason for another mail', async () => {
  const [admin, adviser] = [await house.colleague('administrator'), await house.colleague('account_manager')]
  await fail(await mail('welcome', 'weg@test.example'))
  await fail(await mail('welcome', 'weg@test.example'))
  await fail(await mail('portal_daily', admin.email))
  const quiet = { mail: false, kind: 'mail_failed' }
  expect(await toldOf(admin.staffId)).toEqual([
    { ...quiet, detail: 'weg@test.example', daily: true },
    { ...quiet, detail: admin.email.slice(0, 60), daily: false },
  ])
  expect(await toldOf(adviser.staffId)).toEqual([])
  await mailDaily(
    house.services,
    { brokerageId: await house.brokerageId(), personId: admin.staffId },
    new Date('2026-11-25T07:05:00+01:00'),
  )
  const letters = (await house.letters()).filter(({ recipient }) => recipient === admin.email)
  expect(letters.map(({ values }) => values.news)).toEqual(['1 Meldung zum Mailversand'])
  await admin.get('/de-de/notifications')
  expect(admin.text()).toContain('Mail konnte nicht zugestellt werden: weg@test.example')
  const [{ id }] = (await house.look('select id from notification where staff_id = $1 order by id limit 1', [admin.staffId])) as [
    { id: string },
  ]
  expect((await admin.get(`/de-de/notifications/${id}`)).location).toBe('/de-de/inbox?v=mails')
})

test('an outbox that stands still is told once a day, and the own summary does not count', async () => {
  await house.look(`update mail set state = 'sent'`)
  const admin = await house.colleague('administrator')
  await mail('portal_daily', admin.email, '2 hours')
  await mail('welcome', 'bald@test.example', '59 minutes')
  await watchMails({ pool })
  expect(await toldOf(admin.staffId)).toEqual([])
  await mail('welcome', 'wartet@test.example', '61 minutes')
  await watchMails({ pool })
  await mail('welcome', 'auch@test.example', '61 minutes')
  await watchMails({ pool })
  expect((await toldOf(admin.staffId)).map(({ kind, detail }) => [kind, detail])).toEqual([['mails_waiting', '1']])
  expect((await admin.get('/de-de/notifications')).text()).toContain(
    'Der Mailversand steht: 1 Mail wartet seit über einer Stunde',
  )
})
