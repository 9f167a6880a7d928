import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'

const runs = vi.hoisted(() => ({ count: 0 }))
vi.mock('../../platform/password-threads.ts', async (original) => {
  const real = await original<typeof import('../../platform/password-threads.ts')>()
  const counted: typeof real.argon2id = (parameters) => {
    runs.count++
    return real.argon2id(parameters)
  }
  return { argon2id: counted }
})

let house: House
beforeAll(async () => {
  house = await startHouse()
  await house.look(`insert into terms_acceptance (brokerage_id, login_id, version, language, text_hash)
    select l.brokerage_id, l.id, t.version, t.language, '' from login l
    join terms t on t.brokerage_id = l.brokerage_id and t.language = 'de' on conflict do nothing`)
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
})

const anja = 'anja.rieder@muster.example'
const page = '/de-de/PortalLogin?returnurl=%2fde-de%2fpolicies'

async function signIn(email: string, password: string, extra: Record<string, string> = {}, browser = house.visitor()) {
  await browser.get(page)
  return browser.post('/de-de/PortalLogin', { email, password, ...extra })
}

test('the screen ANMELDUNG has the words of the manual, also at /portallogin', async () => {
  const visitor = await house.visitor().get('/de-de/portallogin?returnurl=%2fde-de%2f')
  expect(visitor.status).toBe(200)
  expect(visitor.headers['referrer-policy']).toBe('no-referrer')
  const text = visitor.text()
  for (const words of [
    'Anmeldung',
    'Geben Sie Ihren Benutzernamen und Passwort ein und klicken Sie auf Login',
    'Benutzername',
    'Passwort',
    'angemeldet bleiben',
    'anmelden',
    'Sie haben Ihr Passwort vergessen?',
  ])
    expect(text).toContain(words)
  expect(visitor.html).toContain('autocomplete="current-password"')
})

test('a customer signs in however the address is typed, and comes to where he wanted to go', async () => {
  const visitor = await signIn('  Anja.Rieder@MUSTER.example ', demoPassword)
  expect(visitor.status).toBe(303)
  expect(visitor.location).toBe('/de-de/policies')
  expect((await visitor.follow()).status).toBe(200)
  const [account] = await house.look<{ fresh: boolean }>(
    `select last_sign_in_at > now() - interval '1 minute' as fresh from portal_account a join login l on l.id = a.login_id
     where l.email_key = $1 and a.brokerage_id = $2`,
    [anja, await house.brokerageId()],
  )
  expect(account!.fresh).toBe(true)
  const [event] = await house.look<{ actor_kind: string; actor_name: string }>(
    `select actor_kind, actor_name from event where verb = 'login.signed_in' order by id desc limit 1`,
  )
  expect(event).toEqual({ actor_kind: 'customer', actor_name: 'Anja Rieder' })
})

test('staff sign in by the same form and are never remembered', async () => {
  const visitor = await signIn('sophie.dubois@broker6323.example', demoPassword, { remember: 'on' })
  expect([...visitor.cookies.keys()]).not.toContain('s')
  await visitor.secondStep()
  expect(visitor.status).toBe(303)
  expect([...visitor.cookies.keys()]).toContain('s')
  expect([...visitor.cookies.keys()]).not.toContain('r')
})

test('the database knows a session only by its hash, on its host, for twelve hours', async () => {
  const visitor = await signIn(anja, demoPassword)
  const token = visitor.cookies.get('s')!
  const [session] = await house.look<{ host: string; hours: number; plain: boolean }>(
    `select host, round(extract(epoch from expires_at - created_at) / 3600)::int as hours, encode(token_hash, 'escape') = $1 as plain
     from session order by created_at desc limit 1`,
    [token],
  )
  expect(session).toEqual({ host: '6323.localhost', hours: 12, plain: false })
  const elsewhere = house.visitor('7101.localhost')
  elsewhere.cookies.set('s', token)
  expect((await elsewhere.get('/de-de/')).location).toContain('PortalLogin')
})

test('unknown, wrong, invited and suspended get the same bytes for the same work at every step', async () => {
  const invited = await house.person({ name: 'Invited' })
  const suspended = await house.person({ name: 'Suspended' })
  await house.look(`update portal_account set state = 'invited' where id = $1`, [invited.accountId])
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [suspended.accountId])
  const addresses = [anja, invited.email, suspended.email, `${'0'.repeat(8)}@test.example`]
  const seen: string[][] = []
  for (const email of addresses) {
    await house.look('delete from attempt')
    const answers: string[] = []
    for (let step = 1; step <= 7; step++) {
      runs.count = 0
      const visitor = await signIn(email, 'Falsch-2026!')
      const bytes = visitor.html
        .replaceAll(email, 'EMAIL')
        .replace(/name="_token" value="[^"]*"/g, 'TOKEN')
        .replace(/nonce="[^"]*"/g, 'NONCE')
        .replace(/challenge&quot;:&quot;[\w-]+/g, 'CHALLENGE')
      answers.push(`${visitor.status} ${runs.count} ${bytes}`)
      await holdWait()
    }
    seen.push(answers)
  }
  expect(seen[0]!.map((answer) => answer.slice(0, 5))).toEqual([...Array(5).fill('422 1'), '429 0', '429 0'])
  for (const answers of seen.slice(1)) expect(answers).toEqual(seen[0])
  // The page of a wait is the page of a wrong password.
  expect(seen[0]![5]!.slice(5)).toBe(seen[0]![0]!.slice(5))
})

test('five failures are free, then waits grow to 900 seconds, and a refused try does not lengthen them', async () => {
  for (let i = 0; i < 5; i++) expect((await signIn(anja, 'Falsch-2026!')).status).toBe(422)
  const ledger = async () =>
    (
      await house.look<{ failures: number; seconds: number }>(
        `select failures, extract(epoch from blocked_until - updated_at)::int as seconds from attempt where bucket like 'address:%'`,
      )
    )[0]!
  const waits: number[] = []
  for (let i = 0; i < 12; i++) {
    waits.push((await ledger()).seconds)
    await holdWait()
    const before = await ledger()
    const refused = await signIn(anja, demoPassword)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(await ledger()).toEqual(before)
    await endWait()
    expect((await signIn(anja, 'Falsch-2026!')).status).toBe(422)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
  await endWait()
  expect((await signIn(anja, demoPassword)).status).toBe(303)
  expect(await house.look(`select from attempt where bucket like 'address:%'`)).toHaveLength(0)
})

// Keeps a slow machine from sitting a short wait out, and a quick one from having to.
const holdWait = () =>
  house.look(`update attempt set blocked_until = blocked_until + interval '1 minute' where bucket like 'address:%'`)
async function endWait() {
  await house.look(`update attempt set blocked_until = now() - interval '1 second' where bucket like 'address:%'`)
  await house.look(`delete from attempt where bucket like 'source:%'`)
}

test('of fifty wrong passwords at the same moment at most five are evaluated', async () => {
  const browsers = await Promise.all(Array.from({ length: 50 }, () => house.visitor().get(page)))
  runs.count = 0
  const start = performance.now()
  const answers = await Promise.all(
    browsers.map((one) => one.post('/de-de/PortalLogin', { email: anja, password: 'Falsch-2026!' })),
  )
  // On a very slow machine the first waits (1 s, 2 s) may have passed meanwhile.
  const seconds = (performance.now() - start) / 1000
  expect(runs.count).toBeLessThanOrEqual(5 + Math.floor(Math.log2(seconds + 1)))
  expect(answers.filter((one) => one.status === 422).length).toBe(runs.count)
})

test('after a hundred failures the password is off, but the owner’s own browser still gets in', async () => {
  const own = await signIn(anja, demoPassword)
  await (await own.get('/de-de/')).post('/de-de/sign-out')
  await signIn(anja, 'Falsch-2026!')
  await house.look(`update attempt set failures = 100, blocked_until = null where bucket like 'address:%'`)
  expect((await signIn(anja, demoPassword)).status).toBe(429)
  expect((await signIn(anja, demoPassword, {}, own)).status).toBe(303)
})

test('one place has twenty failures in a quarter of an hour, whatever the addresses', async () => {
  for (let i = 0; i < 20; i++) expect((await signIn(`n${i}@test.example`, 'x')).status).toBe(422)
  expect((await signIn('n20@test.example', 'x')).status).toBe(429)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%2fevil.example',
  'javascript:alert(1)',
  '/de-de/\u0000',
  ' /x',
  '/a//b',
  '/@evil',
])('returnurl %j leads nowhere else', async (returnurl) => {
  const visitor = house.visitor()
  await visitor.get(`/de-de/PortalLogin?returnurl=${encodeURIComponent(returnurl)}`)
  expect(visitor.hiddenFields('/de-de/PortalLogin').returnurl).toBe('')
  await visitor.post('/de-de/PortalLogin', { email: anja, password: demoPassword, returnurl })
  expect(visitor.location).toBe('/de-de/')
})

test('strange input is a wrong password and no error', async () => {
  for (const fields of [
    { email: 'a'.repeat(5000), password: 'b'.repeat(5000) },
    { email: '\u0000', password: '\u0000' },
    { email: "' or 1=1 --", password: 'ß🦊' },
  ]) {
    const visitor = await house.visitor().get(page)
    await visitor.post('/de-de/PortalLogin', fields)
    expect(visitor.status).toBe(422)
  }
})

test('without the form’s token nobody signs in, and an array is no password', async () => {
  const visitor = await house.visitor().get(page)
  expect((await visitor.send('POST', '/de-de/PortalLogin', { email: anja, password: demoPassword })).status).toBe(403)
  await visitor.get(page)
  expect((await visitor.post('/de-de/PortalLogin', { email: anja, password: [demoPassword, demoPassword] })).status).toBe(422)
})

test('a failure is written down without the address and without the password', async () => {
  await house.look(`delete from event where verb = 'login.refused'`)
  await signIn('niemand@test.example', 'Geheim-4711!')
  const events = await house.look<{ subject_id: string; all: string }>(
    `select subject_id, event::text as all from event where verb = 'login.refused'`,
  )
  expect(events).toHaveLength(1)
  expect(events[0]!.subject_id).toBe('00000000-0000-0000-0000-000000000000')
  expect(events[0]!.all).not.toContain('niemand')
  expect(events[0]!.all).not.toContain('Geheim')
})

test('a second device is told by mail, the first one is not told again', async () => {
  const browser = await signIn(anja, demoPassword)
  const mails = async () =>
    (await house.letters()).filter(({ event, recipient }) => event === 'new_device' && recipient === anja).length
  const before = await mails()
  await signIn(anja, demoPassword, {}, freshTab(browser))
  expect(await mails()).toBe(before)
  await signIn(anja, demoPassword)
  expect(await mails()).toBe(before + 1)
})

// The same browser after its session ended: only what it keeps.
function freshTab(browser: Awaited<ReturnType<typeof signIn>>) {
  const tab = browser.tab()
  tab.cookies.delete('s')
  return tab
}

test('signing out ends the session on the server and clears the browser', async () => {
  const visitor = await signIn(anja, demoPassword, { remember: 'on' })
  const [token, kept] = [visitor.cookies.get('s')!, visitor.cookies.get('r')!]
  await (await visitor.get('/de-de/')).post('/de-de/sign-out')
  expect(visitor.headers['clear-site-data']).toBe('"cache", "storage"')
  expect((await visitor.follow()).text()).toContain('Sie sind abgemeldet')
  const thief = house.visitor()
  thief.cookies.set('s', token)
  thief.cookies.set('r', kept)
  expect((await thief.get('/de-de/')).location).toContain('PortalLogin')
})
