import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { follow, open } from '../../../test/listener.ts'
import { send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { buildApp } from '../../app.ts'
import { closeLive, liveCount, liveLimits } from '../../platform/live.ts'
import { sweepLive } from '../../platform/live-look.ts'

// Two server processes on one database, as far as one test process can be two: nothing is shared between them but the database.

let house: House
let other: House['app']
let here: number
let there: number
beforeAll(async () => {
  house = await startHouse()
  house.services.log = house.app.log
  other = await buildApp({ ...house.services })
  ;[here, there] = [await open(house.app), await open(other)]
})
afterAll(async () => {
  await other.close()
  await house.close()
})

const topicOf = (who: Visitor, kind: string) => {
  const [, live, mark] = new RegExp(`data-live="(${kind}:[^"]+)" data-mark="([^"]*)"`).exec(who.html)!
  return { topic: live!, asked: `${live}@${mark}` }
}

async function write(who: Visitor, body = 'Wann kommt die Police?'): Promise<string> {
  await who.get('/de-de/messages/new')
  await who.post('/de-de/messages/new', { subject: 'Frage', body })
  return /\/messages\/([0-9a-f-]{36})/.exec(who.location!)![1]!
}

async function answer(who: Visitor, id: string, body: string) {
  await who.get(`/de-de/messages/${id}`)
  await who.post(`/de-de/messages/${id}/messages`, { body })
  expect(who.status).toBe(303)
}

const deliver = () =>
  house.look(
    `with m as (update message set delivers_at = now() where delivers_at > now() returning id)
     update notification set visible_from = now() where visible_from > now()`,
  )

/** A person of the customer and one of the broker who talk, everything delivered. */
async function talking() {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja)
  await deliver()
  await staff.get(`/de-de/messages/${id}`)
  await anja.get(`/de-de/messages/${id}`)
  return { anja, staff, id }
}

describe('a message', () => {
  test('appears in the open page of the other side when it is delivered, not before, whatever process they are on', async () => {
    const { anja, staff, id } = await talking()
    const [thread, unread] = [topicOf(anja, 'conversation'), topicOf(anja, 'unread')]
    const page = await follow(there, anja, [thread.asked, unread.asked])
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/event-stream')
    expect(page.headers['cache-control']).toBe('no-store, no-transform')
    expect(page.headers['x-accel-buffering']).toBe('no')
    expect(page.headers['content-encoding']).toBeUndefined()
    await answer(staff, id, 'Am Montag.')
    expect(await page.next(thread.topic, 700)).toBeNull()
    await deliver()
    expect(await page.next(thread.topic)).toMatch(/^2\.2\./)
    expect(await page.next(unread.topic)).toBe('1')
    expect((await anja.get(`/de-de/messages/${id}`)).text()).toContain('Am Montag.')
    // Having seen it there, the number goes down again in every open page of the person.
    expect(await page.next(unread.topic)).toBe('0')
    expect(page.raw()).not.toContain('Montag')
    page.close()
  })

  test('wakes the other process by itself when its time has come', async () => {
    const { anja, staff, id } = await talking()
    const thread = topicOf(anja, 'conversation')
    const page = await follow(there, anja, [thread.asked])
    await answer(staff, id, 'Gleich.')
    // As if it had been written 29 seconds ago: the database says how long it takes.
    await house.look(`update message set delivers_at = now() + interval '1 second' where delivers_at > now()`)
    expect(await page.next(thread.topic, 600)).toBeNull()
    expect(await page.next(thread.topic, 3000)).toMatch(/^2\.2\./)
    page.close()
  })

  test('that is taken back never wakes anybody but its author', async () => {
    const { anja, staff, id } = await talking()
    const mine = await follow(here, anja, [topicOf(anja, 'conversation').asked])
    const theirs = await follow(there, staff, [topicOf(staff, 'conversation').asked])
    await anja.post(`/de-de/messages/${id}/messages`, { body: 'Vergessen Sie es.' })
    expect(await mine.next(`conversation:${id}`)).toMatch(/^2\.1\./)
    await anja.get(`/de-de/messages/${id}`)
    await anja.post(/\/de-de\/messages\/[0-9a-f-]{36}\/take-back/.exec(anja.html)![0])
    expect(await mine.next(`conversation:${id}`)).toMatch(/^1\.1\./)
    await deliver()
    expect(await theirs.next(`conversation:${id}`, 500)).toBeNull()
    for (const page of [mine, theirs]) page.close()
  })
})

test('a page that comes back hears what it missed, from its address or from its last event', async () => {
  const { anja, staff, id } = await talking()
  const thread = topicOf(anja, 'conversation')
  await answer(staff, id, 'Während Sie weg waren.')
  await deliver()
  const page = await follow(here, anja, [thread.asked, 'unread:me@'])
  expect(await page.next(thread.topic)).toMatch(/^2\.2\./)
  expect(await page.next('unread:me')).toBe('1')
  page.close()
  const last = page
    .raw()
    .match(/^id: (.*)$/gm)!
    .at(-1)!
    .slice(4)
  const again = await follow(there, anja, [thread.asked, 'unread:me@'], { 'last-event-id': last })
  expect(await again.next(thread.topic, 500)).toBeNull()
  expect(await again.next('unread:me', 10)).toBeNull()
  again.close()
})

test('nobody hears of what they may not see: not of another company, brokerage, or line', async () => {
  const { anja, staff, id } = await talking()
  const thread = topicOf(anja, 'conversation')
  const strangers = [
    await house.person({ roles: ['fleet', 'user_manager'] }),
    await house.person({ company: 'K-10006', roles: ['full_access'] }),
    await house.person({ brokerage: '7101', roles: ['full_access', 'group_manager'] }),
    await house.staff('administrator', '7101'),
  ]
  // Each asks with the mark of the page, with another one, and with the last event of somebody else.
  const pages = await Promise.all(
    strangers.flatMap((who) => [
      follow(here, who, [thread.asked]),
      follow(there, who, [`${thread.topic}@`], { 'last-event-id': `${thread.topic}@9.9.9` }),
    ]),
  )
  await answer(staff, id, 'Nur für Anja.')
  await deliver()
  await house.look(`update service_request set version = version + 1`)
  await new Promise((resolve) => setTimeout(resolve, 600))
  for (const page of pages) {
    expect(page.events).toEqual([])
    expect(page.raw()).not.toContain('conversation')
    page.close()
  }
})

test('losing the role ends it: nothing more is said about the conversation', async () => {
  const [policy] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = 'MF' and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
  )
  const author = await house.person({ roles: ['fleet'] })
  const colleague = await house.person({ roles: ['fleet'] })
  await author.get(`/de-de/messages/new?about=policy:${policy!.id}`)
  await author.post('/de-de/messages/new', { subject: 'Zur Flotte', body: 'Wie viele?' })
  const id = /\/messages\/([0-9a-f-]{36})/.exec(author.location!)![1]!
  await deliver()
  await colleague.get(`/de-de/messages/${id}`)
  const page = await follow(here, colleague, [topicOf(colleague, 'conversation').asked])
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [colleague.accountId])
  await answer(author, id, 'Noch etwas.')
  await deliver()
  expect(await page.next(`conversation:${id}`, 700)).toBeNull()
  page.close()
})

test('a request in an open page follows its state', async () => {
  const [author, staff] = [await house.person(), await house.staff()]
  await author.get('/de-de/requests/new?category=offer')
  await author.post('/de-de/requests/new', { category: 'offer', body: 'Eine Cyberversicherung', subject: 'Cyber' })
  const path = author.location!.split('?')[0]!
  await author.get(path)
  const { topic, asked } = topicOf(author, 'service_request')
  const page = await follow(there, author, [asked])
  await staff.get(path)
  await staff.post(`${path}/state`, { state: 'in_progress' })
  expect(await page.next(topic)).toBe('2.0')
  page.close()
})

test('a file that was scanned appears as what it is in the open page', async () => {
  const { anja, staff, id } = await talking()
  await staff.get(`/de-de/messages/${id}`)
  await send(staff, `/de-de/messages/${id}/messages`, { body: 'Im Anhang' }, [
    { name: 'a.txt', bytes: Buffer.from(`Datei von ${id}`) },
  ])
  await deliver()
  await anja.get(`/de-de/messages/${id}`)
  const { topic, asked } = topicOf(anja, 'conversation')
  expect(asked).toMatch(/\.1$/)
  const page = await follow(there, anja, [asked])
  await house.database.write(
    await house.brokerageId(),
    `update kept_file set scan_state = 'clean' where sha256 in (select a.sha256 from attachment a join message m on m.id = a.message_id
     where m.conversation_id = $1)`,
    [id],
  )
  expect(await page.next(topic)).toMatch(/^2\.2\..*\.0$/)
  page.close()
})

describe('a stream ends', () => {
  test('with its session, at once', async () => {
    const anja = await house.person()
    const page = await follow(there, anja, ['unread:me@0'])
    await anja.get('/de-de/')
    await anja.post('/de-de/sign-out')
    expect(await page.ends()).toBe(true)
    expect(page.events.map(({ event }) => event)).toEqual(['rest'])
  })

  test('with the account, when it is suspended', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    const anja = await house.person()
    const page = await follow(there, anja, ['unread:me@0'])
    await manager.get(`/de-de/contacts/${anja.contactId}`)
    await manager.post(`/de-de/contacts/${anja.contactId}/account/suspension`, { suspend_reason: 'Austritt' })
    expect(manager.status).toBe(303)
    expect(await page.ends()).toBe(true)
  })

  test('within a minute when the session runs out without a word; an open page keeps no session alive', async () => {
    const anja = await house.person()
    const page = await follow(here, anja, ['unread:me@0'])
    const idle = `update session set last_seen_at = now() - interval '29 minutes' where account_id = $1 returning last_seen_at`
    const [before] = await house.look<{ last_seen_at: Date }>(idle, [anja.accountId])
    sweepLive(house.services, Date.now() + 55_000)
    expect(await page.ends(500)).toBe(false)
    const [after] = await house.look('select last_seen_at from session where account_id = $1', [anja.accountId])
    expect(after).toEqual(before)
    await house.look(`update session set last_seen_at = now() - interval '31 minutes' where account_id = $1`, [anja.accountId])
    sweepLive(house.services, Date.now() + 55_000)
    expect(await page.ends()).toBe(true)
  })

  test('when the page is gone, and leaves nothing behind', async () => {
    const before = liveCount(house.services)
    const pages = await Promise.all([1, 2, 3].map(async () => follow(here, await house.person(), ['unread:me@0'])))
    expect(liveCount(house.services)).toBe(before + 3)
    for (const page of pages) page.close()
    await expect.poll(() => liveCount(house.services)).toBe(before)
  })

  test('for the oldest page of a session that opens more than its share', async () => {
    const anja = await house.person()
    const pages = []
    for (let n = 0; n <= liveLimits.session; n++) pages.push(await follow(here, anja, ['unread:me@0']))
    expect(await pages[0]!.ends()).toBe(true)
    expect(pages[0]!.events.map(({ event }) => event)).toEqual(['rest'])
    expect(await pages[1]!.ends(200)).toBe(false)
    for (const page of pages) page.close()
  })

  test('when the server stops, which waits for nobody', async () => {
    const third = await buildApp({ ...house.services })
    const port = await open(third)
    const page = await follow(port, await house.person(), ['unread:me@0'])
    const startedAt = Date.now()
    await third.close()
    expect(Date.now() - startedAt).toBeLessThan(2000)
    expect(await page.ends(500)).toBe(true)
    // Without the word that lets it rest: the page comes back by itself.
    expect(page.events).toEqual([])
    expect(page.raw()).toMatch(/^retry: \d{4}/)
  })
})

test('the line is kept open with a sign of life', async () => {
  const page = await follow(here, await house.person(), ['unread:me@0'])
  sweepLive(house.services, Date.now() + 100_000)
  await expect.poll(() => page.raw()).toContain(':\n\n')
  page.close()
})

test('after the database was away it listens again, and says what happened meanwhile', async () => {
  const { anja, staff, id } = await talking()
  const thread = topicOf(anja, 'conversation')
  const page = await follow(here, anja, [thread.asked])
  await house.look(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ~* '^listen'`,
  )
  await answer(staff, id, 'Trotzdem.')
  await deliver()
  expect(await page.next(thread.topic)).toMatch(/^2\.2\./)
  page.close()
})

const rested = 'event: rest\ndata:\n\n'

test('nothing to follow, or what cannot be read, is answered with a rest; so is a visitor', async () => {
  const anja = await house.person()
  for (const query of ['', '?t=', '?t=unread:me', '?t=nothing:me@1', '?t=unread:me@%0a', '?t[]=x', '?t=conversation:1@']) {
    const { status, html } = await anja.get(`/de-de/live${query}`)
    expect([query, status, html]).toEqual([query, 200, rested])
  }
  const nobody = await house.visitor().get('/de-de/live?t=unread:me@0')
  expect([nobody.status, nobody.html]).toEqual([200, rested])
  const head = await house.app.inject({ method: 'HEAD', url: '/de-de/live?t=unread:me@0', headers: { host: '6323.localhost' } })
  expect(head.statusCode).toBe(404)
})

test('a process that is about to end takes no more', async () => {
  const closing = { ...house.services }
  const app = await buildApp(closing)
  await closeLive(closing)
  const anja = await house.person()
  const port = await open(app)
  expect((await follow(port, anja, ['unread:me@0'])).status).toBe(503)
  await app.close()
})
