import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asPerson } from '../../platform/same-actor.ts'
import type { Kind } from './kinds.ts'
import { mailDaily, mailNews } from './news-mail.ts'
import { tellAbout } from './tell.ts'

let house: House
let brokerageId: string
beforeAll(async () => {
  house = await startHouse()
  brokerageId = await house.brokerageId()
})
beforeEach(() => house.look('delete from graphile_worker._private_jobs'))
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>

const wednesday = new Date('2026-11-25T07:05:00+01:00')

async function records(table: string, n: number) {
  return house.look<{ id: string; label: string }>(
    `select t.id, to_jsonb(t) ->> $1 as label from ${table} t join company c on c.brokerage_id = t.brokerage_id and c.id = t.company_id
     join brokerage b on b.brokerage_id = t.brokerage_id
     where c.source_key = 'K-10001' and b.number = '6323' and 'fleet' = any (t.audience) order by t.id limit $2`,
    [table === 'document' ? 'title' : 'number', n],
  )
}

async function tell(kind: Kind, table: string, ids: string[]) {
  const staff = await house.staff()
  await asPerson(house.services, { brokerageId, actorId: staff.staffId }, async (db) => {
    const actor = { kind: 'staff', firstName: 'Sophie', lastName: 'Dubois' } as never
    for (const id of ids) await tellAbout({ db, actor }, { kind, about: { kind: table, id } })
  })
}

const lettersTo = async (person: Person) => (await house.letters()).filter(({ recipient }) => recipient === person.email)
const daily = (person: Person, moment = wednesday) =>
  mailDaily(house.services, { brokerageId, personId: person.accountId }, moment)
const waiting = (person: Person) =>
  house.look<{ run_at: Date; soon: boolean }>(
    `select j.run_at, j.run_at < now() + interval '3 minutes' as soon from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'news_mail' and j.payload ->> 'personId' = $1`,
    [person.accountId],
  )

async function choose(person: Person, fields: Record<string, string | string[]>) {
  await person.get('/de-de/profile/notifications')
  await person.post('/de-de/profile/notifications', fields)
  expect(person.status).toBe(303)
}

test('four premium warnings and two claims make one mail that says how many of what, and nothing else', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const [invoices, claims] = [await records('premium_invoice', 4), await records('claim', 2)]
  await tell(
    'premium_suspended',
    'premium_invoice',
    invoices.map(({ id }) => id),
  )
  await tell(
    'claim_state',
    'claim',
    claims.map(({ id }) => id),
  )
  const jobs = await waiting(anja)
  expect(jobs).toHaveLength(1)
  expect(jobs[0]!.soon).toBe(true)
  await house.mailNews()
  const letters = await lettersTo(anja)
  expect(letters).toHaveLength(1)
  const [{ values, event }] = letters as [(typeof letters)[0]]
  expect(event).toBe('portal_news')
  expect(values.news).toBe(`${claims.length} Schadenfälle, ${invoices.length} Prämienrechnungen`)
  expect(values.link).toMatch(/\/de-de\/notifications\?unread=1$/)
  for (const { label } of [...invoices, ...claims]) expect(JSON.stringify(letters)).not.toContain(label)
})

test('in the recipient’s language; about one thing it leads straight there', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await house.look(`update login set language = 'fr' where id = (select login_id from portal_account where id = $1)`, [
    anja.accountId,
  ])
  const [claim] = await records('claim', 1)
  await tell('claim_state', 'claim', [claim!.id])
  await house.mailNews()
  const [letter] = await lettersTo(anja)
  expect(letter).toMatchObject({ language: 'fr', values: { news: '1 sinistre' } })
  const { pathname } = new URL(letter!.values.link!)
  expect((await anja.get(pathname)).location).toBe(`/fr-fr/claims/${claim!.id}`)
})

test('what was read, hidden or taken away meanwhile is in no mail; suspended people get none', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => house.person({ roles: ['fleet'] })))
  const [reads, loses, suspended, stays] = people as [Person, Person, Person, Person]
  const [claim] = await records('claim', 1)
  await tell('claim_state', 'claim', [claim!.id])
  await reads.get('/de-de/notifications')
  await reads.post('/de-de/notifications/read')
  await house.look(`update role_grant set valid_until = now() where account_id = $1`, [loses.accountId])
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [suspended.accountId])
  await house.mailNews()
  for (const person of [reads, loses, suspended]) expect(await lettersTo(person)).toEqual([])
  expect(await lettersTo(stays)).toHaveLength(1)
})

test('two workers and a second run send one mail', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await tell(
    'claim_state',
    'claim',
    (await records('claim', 2)).map(({ id }) => id),
  )
  const job = { brokerageId, personId: anja.accountId }
  await Promise.all(Array.from({ length: 4 }, () => mailNews(house.services, job)))
  await mailNews(house.services, job)
  expect(await lettersTo(anja)).toHaveLength(1)
})

test('in quiet hours a mail waits for their end, with all that came meanwhile; the own rights do not wait', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await choose(anja, { claim: ['portal', 'mail'], quiet_from: '20:00', quiet_until: '07:00' })
  await house.look('delete from graphile_worker._private_jobs')
  const night = new Date('2026-11-25T23:00:00+01:00')
  const [first, second] = await records('claim', 2)
  await tell('claim_state', 'claim', [first!.id])
  await house.mailNews(night)
  expect(await lettersTo(anja)).toEqual([])
  expect((await waiting(anja)).map(({ run_at }) => run_at.toISOString())).toEqual(['2026-11-26T06:00:00.000Z'])
  await tell('claim_state', 'claim', [second!.id])
  expect((await waiting(anja)).map(({ run_at }) => run_at.toISOString())).toEqual(['2026-11-26T06:00:00.000Z'])

  const manager = await house.person({ roles: ['user_manager'] })
  await manager.get(`/de-de/contacts/${anja.contactId}`)
  await manager.post(`/de-de/contacts/${anja.contactId}/account/roles`, { roles: ['fleet', 'other_lines'] })
  await mailNews(house.services, { brokerageId, personId: anja.accountId }, night)
  expect((await lettersTo(anja)).map(({ values }) => values.news)).toEqual(['1 Meldung zu Ihren Berechtigungen'])

  await mailNews(house.services, { brokerageId, personId: anja.accountId }, new Date('2026-11-26T07:00:00+01:00'))
  expect((await lettersTo(anja)).map(({ values }) => values.news)).toEqual([
    '1 Meldung zu Ihren Berechtigungen',
    '2 Schadenfälle',
  ])
})

test('a channel that is switched off stays silent, in the portal too; what nobody wants leaves no row', async () => {
  const [silent, nothing, mailOnly] = [
    await house.person({ roles: ['fleet'] }),
    await house.person({ roles: ['fleet'] }),
    await house.person({ roles: ['fleet'] }),
  ]
  await choose(silent, { claim: ['portal'] })
  await choose(nothing, {})
  await choose(mailOnly, { claim: ['mail'] })
  const [claim] = await records('claim', 1)
  await tell('claim_state', 'claim', [claim!.id])
  await house.mailNews()
  expect(await lettersTo(silent)).toEqual([])
  expect((await silent.get('/de-de/notifications')).text()).toContain('Schadenfall ist jetzt')
  expect(await house.look('select id from notification where account_id = $1', [nothing.accountId])).toEqual([])
  expect((await mailOnly.get('/de-de/notifications')).text()).not.toContain('Schadenfall ist jetzt')
  expect((await mailOnly.get('/de-de/')).text()).not.toContain('Schadenfall ist jetzt')
  const letters = await lettersTo(mailOnly)
  expect(letters).toHaveLength(1)
  // Its link leads there all the same.
  expect((await mailOnly.get(new URL(letters[0]!.values.link!).pathname)).location).toBe(`/de-de/claims/${claim!.id}`)
})

test('a mail about several things that one wants by mail alone leads to a list with all of them, and nothing there is ever unread', async () => {
  const mailOnly = await house.person({ roles: ['fleet'] })
  await choose(mailOnly, { claim: ['mail'], premium_warning: ['portal', 'mail'] })
  const [claims, [invoice]] = [await records('claim', 2), await records('premium_invoice', 1)]
  await tell(
    'claim_state',
    'claim',
    claims.map(({ id }) => id),
  )
  await tell('premium_suspended', 'premium_invoice', [invoice!.id])
  await house.mailNews()
  const [letter] = await lettersTo(mailOnly)
  const { pathname, search } = new URL(letter!.values.link!)
  await mailOnly.get(pathname + search)
  for (const { label } of [...claims, invoice!]) expect(mailOnly.text()).toContain(label)
  expect((await mailOnly.get('/de-de/notifications')).text()).not.toContain('Schadenfall ist jetzt')
  const [{ id }] = (await house.look('select id from notification where account_id = $1 and not portal limit 1', [
    mailOnly.accountId,
  ])) as [{ id: string }]
  expect((await mailOnly.get(`/de-de/notifications/${id}/group`)).status).toBe(200)
  await mailOnly.post(`/de-de/notifications/${id}/unread`)
  await mailOnly.post(`/de-de/notifications/${id}/group/unread`)
  const open = 'select id from notification where account_id = $1 and read_at is null and not portal'
  expect(await house.look(open, [mailOnly.accountId])).toEqual([])
})

test('the summary of the day: what is unread then, once a day, also with two workers and after a second run', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await daily(anja)
  expect(await lettersTo(anja)).toEqual([])
  const invoices = await records('premium_invoice', 2)
  expect(invoices).toHaveLength(2)
  await tell(
    'premium_new',
    'premium_invoice',
    invoices.map(({ id }) => id),
  )
  await anja.get('/de-de/notifications')
  const [, seen] = /href="(\/de-de\/notifications\/[0-9a-f-]{36})"/.exec(anja.html) ?? []
  await anja.get(seen!)
  await Promise.all(Array.from({ length: 4 }, () => daily(anja)))
  await daily(anja)
  const letters = await lettersTo(anja)
  expect(letters.map(({ event, values }) => [event, values.news, values.day])).toEqual([
    ['portal_daily', '1 Prämienrechnung', '25.11.2026'],
  ])
  // New things of the same day wait for the next, which has them all.
  const [policy] = await records('policy', 1)
  await tell('policy_changed', 'policy', [policy!.id])
  await daily(anja, new Date('2026-11-25T07:40:00+01:00'))
  expect(await lettersTo(anja)).toHaveLength(1)
  await daily(anja, new Date('2026-11-26T07:00:00+01:00'))
  expect((await lettersTo(anja)).map(({ values }) => values.news)).toEqual(['1 Prämienrechnung', '1 Police'])
})

test('the summary counts under the rules of its moment, waits over a quiet weekend and forgets nobody but the suspended', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => house.person({ roles: ['fleet'] })))
  const [loses, suspended, quiet] = people as [Person, Person, Person]
  await choose(quiet, { document: ['portal', 'daily'], quiet_weekends: 'on' })
  const [document] = await records('document', 1)
  await tell('document_new', 'document', [document!.id])
  await house.look(`update role_grant set valid_until = now() where account_id = $1`, [loses.accountId])
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [suspended.accountId])
  const saturday = new Date('2026-11-28T07:10:00+01:00')
  for (const person of people) await daily(person, saturday)
  for (const person of people) expect(await lettersTo(person)).toEqual([])
  await daily(quiet, new Date('2026-11-30T07:10:00+01:00'))
  expect((await lettersTo(quiet)).map(({ values }) => values.news)).toEqual(['1 Dokument'])
})
