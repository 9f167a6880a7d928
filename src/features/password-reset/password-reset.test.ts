import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asBrokerage } from '../../platform/db.ts'
import { demoPassword } from '../demo/people.ts'
import { createSetUpLink } from './changes.ts'
import { type ResetJob, sendReset } from './jobs.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
  await house.look('delete from mail')
  await house.look('delete from graphile_worker._private_jobs')
})

const chosen = 'Kx7!qmvz-Wolke'
const anja = 'anja.rieder@muster.example'

async function ask(email: string) {
  const visitor = await house.visitor().get('/de-de/password/forgotten')
  return visitor.post('/de-de/password/forgotten', { email })
}

/** Does what the worker does with the requests that wait. */
async function work() {
  const jobs = await house.look<{ payload: ResetJob }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'password_reset' returning j.payload`,
  )
  for (const { payload } of jobs) await sendReset(house.services, payload)
  return jobs.length
}

async function mailedLink(email: string): Promise<string> {
  await ask(email)
  await work()
  const letter = (await house.letters()).filter((one) => one.event === 'password_reset' && one.recipient === email).at(-1)
  const url = new URL(letter!.values.link!)
  // The demonstration's people speak several languages; these tests read German.
  return url.pathname.replace(/^\/..-../, '/de-de') + url.search
}

async function open(link: string) {
  return (await house.visitor().get(link)).follow()
}

test('known, unknown, invited and suspended addresses get the same answer, and the queue grows by the same one job', async () => {
  const invited = await house.person()
  await house.look(`update portal_account set state = 'invited' where id = $1`, [invited.accountId])
  for (const email of [anja, 'niemand@test.example', invited.email, 'no address', "'; drop table login --"]) {
    const visitor = await ask(email)
    expect(visitor.location).toBe('/de-de/password/sent')
    const jobs = await house.look<{ payload: string }>('select payload::text from graphile_worker._private_jobs')
    expect(jobs).toHaveLength(1)
    expect(jobs[0]!.payload).not.toContain(email)
    await work()
    expect((await house.letters()).map(({ recipient }) => recipient)).toEqual(email === anja ? [anja] : [])
    await house.look('delete from graphile_worker._private_jobs')
  }
})

test('one address gets three mails an hour, one place may ask ten times, and the answer stays the same', async () => {
  for (let i = 0; i < 12; i++) expect((await ask(anja)).location).toBe('/de-de/password/sent')
  expect(await work()).toBe(10)
  expect(await house.letters()).toHaveLength(3)
})

test('a new password is set once; sessions and «angemeldet bleiben» end, a notice goes out, waits are over', async () => {
  const old = await house.visitor().get('/de-de/PortalLogin')
  await old.post('/de-de/PortalLogin', { email: anja, password: demoPassword, remember: 'on' })
  const link = await mailedLink(anja)
  await house.look(`update attempt set failures = 100 where bucket like 'address:%'`)
  const visitor = await open(link)
  expect(visitor.text()).toContain('Guten Tag Anja Rieder')
  await visitor.post('/de-de/password/reset', { password: chosen, confirmation: chosen })
  expect(visitor.location).toBe('/de-de/password/done')
  expect((await visitor.follow()).text()).toContain('Passwort wurde erfolgreich gespeichert')
  expect((await old.get('/de-de/')).location).toContain('PortalLogin')
  expect((await house.letters()).map(({ event }) => event)).toContain('password_changed')
  expect((await open(link)).text()).toContain('Dieser Link wurde schon benutzt')
  await visitor.get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: anja, password: demoPassword })
  expect(visitor.status).toBe(422)
  await visitor.get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: anja, password: chosen })
  expect(visitor.status).toBe(303)
})

test('of thirty at the same moment one wins, and only its password counts', async () => {
  const link = await mailedLink('rolf.mustermann@muster.example')
  const visitors = await Promise.all(Array.from({ length: 30 }, () => open(link)))
  await Promise.all(
    visitors.map((one, i) => one.post('/de-de/password/reset', { password: `Kx7!qmvz-${i}`, confirmation: `Kx7!qmvz-${i}` })),
  )
  const winners = visitors.flatMap((one, i) => (one.location === '/de-de/password/done' ? [i] : []))
  expect(winners).toHaveLength(1)
  const visitor = await house.visitor().get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: 'rolf.mustermann@muster.example', password: `Kx7!qmvz-${winners[0]}` })
  expect(visitor.status).toBe(303)
})

test('the newest link wins, an old or expired one says so, and looking uses nothing up', async () => {
  const email = 'franziska.keller@muster.example'
  const first = await mailedLink(email)
  const second = await mailedLink(email)
  expect((await open(first)).text()).toContain('Dieser Link gilt nicht mehr')
  for (let i = 0; i < 5; i++) expect((await open(second)).status).toBe(200)
  await house.look(`update reset_token set expires_at = now() - interval '1 second'`)
  expect((await open(second)).text()).toContain('Dieser Link ist abgelaufen')
  expect((await open(`/de-de/password/reset?t=${'x'.repeat(43)}`)).status).toBe(404)
})

test('a link dies with the account', async () => {
  const email = 'franziska.keller@muster.example'
  await house.look('delete from attempt')
  const link = await mailedLink(email)
  await house.look(`update portal_account set state = 'suspended' from login l where l.id = login_id and l.email_key = $1`, [
    email,
  ])
  expect((await open(link)).status).toBe(410)
  await house.look(`update portal_account set state = 'active' from login l where l.id = login_id and l.email_key = $1`, [email])
})

test('a link of one brokerage is unknown at another', async () => {
  const link = await mailedLink(anja)
  const elsewhere = await house.visitor('7101.localhost').get(link)
  expect((await elsewhere.follow()).status).toBe(404)
})

test('a member of staff sets the first password with a set-up link', async () => {
  const id = await house.brokerageId()
  const [member] = await house.look<{ login_id: string; email: string }>(
    `select s.login_id, l.email from staff_member s join login l on l.id = s.login_id where s.brokerage_id = $1 and s.function = 'auditor'`,
    [id],
  )
  await house.look('delete from login_secret where login_id = $1', [member!.login_id])
  const { link, hours } = await asBrokerage(house.database.operator, id, (db) =>
    createSetUpLink(db, house.services, { id, host: '6323.localhost' }, { id: member!.login_id, language: 'de' }),
  )
  // The first password may wait for the next morning; a new one may not.
  expect(hours).toBe(24)
  expect(link).toMatch(/^http:\/\/6323\.localhost:4600\/de-de\/password\/reset\?t=/)
  const visitor = await open(new URL(link).pathname + new URL(link).search)
  expect(visitor.text()).toContain('Passwort setzen')
  await visitor.post('/de-de/password/reset', { password: chosen, confirmation: chosen })
  await visitor.get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email: member!.email, password: chosen })
  await visitor.secondStep()
  expect(visitor.location).toBe('/de-de/')
})
