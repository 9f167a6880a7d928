import ical, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { later, todayHere } from './deadline.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Person = Awaited<ReturnType<House['person']>>
const page = '/de-de/deadlines/calendar'

/** Makes an address in the portal, as the person would, and gives back its path. */
async function subscribe(person: Person): Promise<string> {
  await person.get(page)
  await (await person.post(page)).follow()
  const address = /http:\/\/6323\.localhost(?::\d+)?(\/calendar\/[\w-]{43}\.ics)</.exec(person.html)?.[1]
  if (!address) throw new Error(`no address on the page: ${person.text()}`)
  return address
}

/** What a calendar program reads there: it has neither cookies nor a language. */
async function read(path: string, host = '6323.localhost') {
  const answer = await house.app.inject({ url: path, headers: { host } })
  const events = answer.statusCode === 200 ? Object.values(ical.parseICS(answer.body)).filter((e) => e?.type === 'VEVENT') : []
  return { answer, events: events as VEvent[] }
}

async function noticePolicies(column: string, companies: string[], lines: string[]) {
  const rows = await house.look<{ value: string }>(
    `select p.${column} as value from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     where p.brokerage_id = $1 and c.source_key = any ($2) and p.line_code = any ($3) and p.state = 'active' and not p.confidential
       and (p.ends_on + 1 - make_interval(months => p.notice_months))::date - 1 between $4::date and $5::date`,
    [await house.brokerageId(), companies, lines, todayHere(), later(todayHere(), { months: 24 })],
  )
  return rows.map(({ value }) => value).sort()
}

const notices = (events: VEvent[]) =>
  events
    .map(({ uid }) => /^notice-(.+)@6323\.localhost$/.exec(uid)?.[1])
    .filter((id) => id !== undefined)
    .sort()

test('the feed holds exactly the owner’s deadlines, in the owner’s language, and says how it wants to be kept', async () => {
  const anja = await house.person({ roles: ['fleet', 'group_manager'] })
  await house.look(`update login set language = 'fr' where id = (select login_id from portal_account where id = $1)`, [
    anja.accountId,
  ])
  const { answer, events } = await read(await subscribe(anja))
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('private, max-age=3600')
  expect(answer.body).toContain('X-WR-CALNAME:Délais d’assurance Muster Holding AG')
  const expected = await noticePolicies('id', ['K-10001', 'K-10002', 'K-10003', 'K-10004'], ['MF'])
  expect(expected.length).toBeGreaterThan(0)
  expect(notices(events)).toEqual(expected)
  const one = events.find(({ uid }) => uid.startsWith('notice-'))!
  expect(one.datetype).toBe('date')
  expect(one.summary).toContain('Délai de résiliation')
  expect(one.description).toContain('le contrat fait foi')
})

test('a role that is taken away empties the feed at once; one that comes fills it', async () => {
  const daniel = await house.person({ roles: ['other_lines'] })
  const path = await subscribe(daniel)
  const before = notices((await read(path)).events)
  expect(before.length).toBeGreaterThan(0)
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'other_lines'`, [daniel.accountId])
  expect((await read(path)).events).toEqual([])
  await house.look(
    `insert into role_grant (brokerage_id, account_id, company_id, role, granted_by) select brokerage_id, id, company_id, 'fleet', 'test' from portal_account where id = $1`,
    [daniel.accountId],
  )
  const after = notices((await read(path)).events)
  expect(after).toEqual(await noticePolicies('id', ['K-10001'], ['MF']))
  expect(after).not.toEqual(before)
})

test('the address of somebody suspended or withdrawn answers like one that never was', async () => {
  const rolf = await house.person({ roles: ['fleet'] })
  const path = await subscribe(rolf)
  expect((await read(path)).answer.statusCode).toBe(200)
  for (const state of ['suspended', 'withdrawn']) {
    await house.look(`update portal_account set state = $2 where id = $1`, [rolf.accountId, state])
    expect([state, (await read(path)).answer.statusCode]).toEqual([state, 404])
  }
  const never = (await read(`/calendar/${'A'.repeat(43)}.ics`)).answer
  expect([never.statusCode, never.body.includes('BEGIN')]).toEqual([404, false])
})

test('the address is shown once, kept as a hash that the web process cannot read, and opens no other house', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const path = await subscribe(anja)
  const token = path.slice('/calendar/'.length, -'.ics'.length)
  expect((await anja.get(page)).html).not.toContain(token)
  expect(anja.cookies.has('calendar')).toBe(false)
  const [row] = await house.look<{ same: boolean; text: string }>(
    `select token_hash = sha256(convert_to($2, 'UTF8')) as same, f::text as text from calendar_feed f where account_id = $1`,
    [anja.accountId, token],
  )
  expect([row!.same, row!.text.includes(token)]).toEqual([true, false])
  const [grant] = await house.look<{ may: boolean }>(
    `select has_column_privilege('dossier_app', 'calendar_feed', 'token_hash', 'select') as may`,
  )
  expect(grant!.may).toBe(false)
  expect((await read(path, '7101.localhost')).answer.statusCode).toBe(404)
  for (const wrong of [path.slice(0, -4), `${path}x`, path.replace('.ics', '%00.ics'), '/calendar/..%2f..%2fetc'])
    expect([wrong, (await read(wrong)).answer.statusCode]).toEqual([wrong, 404])
})

test('an address is revoked or replaced by its owner, nobody else sees it, and a form sent again makes no second one', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const colleague = await house.person({ roles: ['fleet', 'user_manager', 'full_access'] })
  const first = await subscribe(anja)
  await anja.get(page)
  const again = anja.hiddenFields(page)
  const second = await subscribe(anja)
  expect([(await read(first)).answer.statusCode, (await read(second)).answer.statusCode]).toEqual([404, 200])
  await anja.send('POST', page, again)
  await anja.send('POST', page, again)
  const rows = await house.look(`select id from calendar_feed where account_id = $1`, [anja.accountId])
  expect(rows).toHaveLength(3)
  const third = await subscribe(anja)
  expect((await colleague.get(page)).text()).toContain('Sie haben keine Kalenderadresse')
  await colleague.send('POST', `${page}/revocation`, anja.hiddenFields(`${page}/revocation`))
  expect((await read(third)).answer.statusCode).toBe(200)
  await anja.get(page)
  expect(anja.text()).toContain('Zuletzt abgerufen')
  await (await anja.post(`${page}/revocation`)).follow()
  expect(anja.text()).toContain('Die Kalenderadresse ist widerrufen')
  expect((await read(third)).answer.statusCode).toBe(404)
  const events = await house.look<{ verb: string }>(
    `select verb from event where actor_id = $1 and subject_kind = 'calendar_feed'`,
    [anja.accountId],
  )
  expect(events.map(({ verb }) => verb).filter((verb) => verb.endsWith('revoked'))).toHaveLength(1)
})

test('staff have no calendar address, and visitors are asked to sign in', async () => {
  const staff = await house.staff()
  expect((await staff.get(page)).status).toBe(404)
  expect((await staff.get('/de-de/deadlines')).html).not.toContain('/deadlines/calendar')
  const visitor = house.visitor()
  expect((await visitor.get(page)).location).toContain('/PortalLogin')
})

test('reading is noted to the hour, not each time', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const path = await subscribe(anja)
  const lastRead = async () =>
    (
      await house.look<{ at: Date | null }>(`select last_read_at as at from calendar_feed where account_id = $1`, [
        anja.accountId,
      ])
    )[0]!.at
  expect(await lastRead()).toBeNull()
  await read(path)
  const first = await lastRead()
  expect(first).not.toBeNull()
  await read(path)
  expect(await lastRead()).toEqual(first)
})

test('a calendar that has it already is told so, until something changes', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const path = await subscribe(anja)
  const first = (await read(path)).answer
  const again = (etag: string) => house.app.inject({ url: path, headers: { host: '6323.localhost', 'if-none-match': etag } })
  expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/)
  const same = await again(`W/${first.headers.etag}`)
  expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, '', first.headers.etag])
  expect((await again('"other"')).statusCode).toBe(200)
  await house.look(`update role_grant set valid_until = now() where account_id = $1 and role = 'fleet'`, [anja.accountId])
  const after = await again(String(first.headers.etag))
  expect([after.statusCode, after.body.includes('BEGIN:VEVENT')]).toEqual([200, false])
})

test('each event reminds of itself at nine in the morning: notices a month before, premiums a week', async () => {
  const anja = await house.person({ roles: ['fleet', 'group_manager'] })
  const { answer } = await read(await subscribe(anja))
  const events = answer.body.split('BEGIN:VEVENT').slice(1)
  expect(events.length).toBeGreaterThan(0)
  for (const event of events) expect(event).toContain(event.includes('UID:premium-') ? 'TRIGGER:-P6DT15H' : 'TRIGGER:-P29DT15H')
  for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
