import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asBrokerage } from '../../platform/db.ts'
import { queueMail } from '../../platform/mail.ts'
import { newInvitation, welcomeLetter } from './changes.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.look('delete from attempt')
})

const chosen = 'Kx7!qmvz-Wolke'

/** A person whose account waits for its activation; the link as it stands in the mail. */
async function invite(name = 'Rieder', emailOf?: string) {
  const person = await house.person({ name, ...(emailOf ? { company: 'K-10002' } : {}) })
  const brokerageId = await house.brokerageId()
  await house.look(`update portal_account set state = 'invited', activated_at = null where id = $1`, [person.accountId])
  await house.look(`delete from session where account_id = $1`, [person.accountId])
  await house.look('delete from terms_acceptance where login_id = (select login_id from portal_account where id = $1)', [
    person.accountId,
  ])
  if (emailOf)
    await house.look(
      'update portal_account set login_id = (select id from login where email_key = $2 and brokerage_id = portal_account.brokerage_id) where id = $1',
      [person.accountId, emailOf],
    )
  else
    await house.look('delete from login_secret where login_id = (select login_id from portal_account where id = $1)', [
      person.accountId,
    ])
  const invitation = await newInvitation()
  await house.look(
    `insert into activation_token (brokerage_id, account_id, token_hash, temporary_password_hash, expires_at)
     values ($1, $2, $3, $4, now() + interval '72 hours')`,
    [brokerageId, person.accountId, invitation.tokenHash, invitation.temporaryPasswordHash],
  )
  return { ...person, ...invitation, link: `/de-de/activate?t=${invitation.token}` }
}

const stateOf = async (accountId: string) =>
  (await house.look<{ state: string }>('select state from portal_account where id = $1', [accountId]))[0]!.state

async function open(link: string) {
  const visitor = await house.visitor().get(link)
  expect(visitor.status).toBe(303)
  return visitor.follow()
}

const filled = (temporary: string, more: Record<string, string> = {}) => ({
  temporary,
  password: chosen,
  confirmation: chosen,
  terms: 'on',
  ...more,
})

test('the screen KONTO AKTIVIEREN greets the person and asks in the manual’s words and order', async () => {
  const { link } = await invite()
  const visitor = await open(link)
  expect(visitor.status).toBe(200)
  expect(visitor.headers['referrer-policy']).toBe('no-referrer')
  const text = visitor.text()
  const inOrder = [
    'Konto aktivieren',
    'Guten Tag Test Rieder',
    'Vielen Dank für die Aktivierung Ihres Kontos. Sie müssen Ihr Passwort ändern, bevor Sie auf das Kundenportal zugreifen können.',
    'Aktuelles Passwort eingeben',
    'Neues Passwort eingeben',
    'Passwortrichtlinien erfüllt',
    'Passwort bestätigen',
    'AGB (Version 1)',
    'Aktivierung abschliessen',
  ].map((words) => text.indexOf(words))
  expect(inOrder.every((at) => at >= 0)).toBe(true)
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
})

test('the address bar loses the token, and nothing caches or passes it on', async () => {
  const { link, token } = await invite()
  const visitor = await house.visitor().get(link)
  expect(visitor.location).toBe('/de-de/activate')
  expect(visitor.headers['cache-control']).toBe('no-store')
  expect(visitor.headers['referrer-policy']).toBe('no-referrer')
  expect((await visitor.follow()).html).not.toContain(token)
})

test('twenty scanners use nothing up, then the person activates and signs in', async () => {
  const { link, temporaryPassword, accountId, email } = await invite()
  for (let i = 0; i < 20; i++) await open(link)
  const visitor = await open(link)
  await visitor.post('/de-de/activate', filled(temporaryPassword))
  expect(visitor.location).toBe('/de-de/activate/done')
  await visitor.follow()
  expect(visitor.text()).toContain(
    'Passwort wurde erfolgreich gespeichert und die Aktivierung abgeschlossen. Sie können sich auf der nächsten Seite im Kundenportal anmelden.',
  )
  expect(visitor.cookies.has('s')).toBe(false)
  expect(await stateOf(accountId)).toBe('active')
  const [accepted] = await house.look(
    `select t.version, t.language, t.source, t.text_hash = sha256(convert_to(x.body, 'UTF8')) as proven from terms_acceptance t
     join terms x on x.brokerage_id = t.brokerage_id and x.version = t.version and x.language = t.language
     join portal_account a on a.login_id = t.login_id where a.id = $1`,
    [accountId],
  )
  expect(accepted).toEqual({ version: 1, language: 'de', source: 'activation', proven: true })
  await visitor.get('/de-de/PortalLogin')
  await visitor.post('/de-de/PortalLogin', { email, password: chosen })
  expect(visitor.location).toBe('/de-de/')
})

test('of thirty at the same moment exactly one activates', async () => {
  const { link, temporaryPassword, accountId } = await invite()
  const visitors = await Promise.all(Array.from({ length: 30 }, () => open(link)))
  await Promise.all(visitors.map((one) => one.post('/de-de/activate', filled(temporaryPassword))))
  expect(visitors.filter((one) => one.location === '/de-de/activate/done')).toHaveLength(1)
  expect(visitors.every((one) => one.status < 500)).toBe(true)
  expect(await stateOf(accountId)).toBe('active')
})

test('the temporary password has five tries, counted for the address as well; slips elsewhere cost none', async () => {
  const { link, temporaryPassword, accountId } = await invite()
  const visitor = await open(link)
  await visitor.post('/de-de/activate', filled(temporaryPassword, { confirmation: 'x' }))
  await visitor.post('/de-de/activate', filled(temporaryPassword, { password: 'kurz', confirmation: 'kurz' }))
  for (let i = 1; i <= 4; i++) {
    await visitor.post('/de-de/activate', filled(`Falsch-${i}!`))
    expect(visitor.status).toBe(422)
    expect(visitor.text()).toContain('Das temporäre Passwort stimmt nicht')
  }
  const [ledger] = await house.look<{ failures: number }>(`select failures from attempt where bucket like 'address:%'`)
  expect(ledger!.failures).toBe(4)
  await visitor.post('/de-de/activate', filled('Falsch-5!'))
  expect(visitor.status).toBe(410)
  expect(visitor.text()).toContain('Das temporäre Passwort war zu oft falsch')
  const late = await open(link)
  expect(late.status).toBe(410)
  expect(await stateOf(accountId)).toBe('invited')
})

test.each([
  ['the old one', 'same', 'Wählen Sie ein anderes Passwort als das temporäre'],
  ['too short', 'Kx7!qmv', 'mindestens 8 Zeichen'],
  ['without a capital', 'kx7!qmvz', 'Grossbuchstaben'],
  ['without a digit', 'Kxs!qmvz', 'eine Zahl'],
  ['without a symbol', 'Kx7-qmvz', 'Sonderzeichen'],
  ['a common one', 'Sommer2026!', 'häufiger Passwörter'],
  ['the own firm', 'Muster2026!', 'Ihrer Firma'],
  ['too long', `Aa1!${'x'.repeat(125)}`, 'höchstens 128 Zeichen'],
])('a new password that is %s is refused with its reason', async (_, password, message) => {
  const { link, temporaryPassword, accountId } = await invite()
  const visitor = await open(link)
  const typed = password === 'same' ? temporaryPassword : password
  await visitor.post('/de-de/activate', filled(temporaryPassword, { password: typed, confirmation: typed }))
  expect(visitor.status).toBe(422)
  expect(visitor.text()).toContain(message)
  expect(visitor.html).toContain('<title>Fehler: ')
  expect(visitor.html).not.toContain(typed)
  expect(await stateOf(accountId)).toBe('invited')
})

test('without the terms, or with another version of them, nothing is activated', async () => {
  const { link, temporaryPassword, accountId } = await invite()
  const visitor = await open(link)
  await visitor.post('/de-de/activate', filled(temporaryPassword, { terms: '' }))
  expect(visitor.text()).toContain('Ohne Zustimmung zu den AGB')
  await visitor.post('/de-de/activate', filled(temporaryPassword, { terms_version: '9' }))
  expect(visitor.text()).toContain('Die AGB haben eine neue Version')
  expect(await stateOf(accountId)).toBe('invited')
})

test.each(['', 'null', '[]', '%00', 'undefined', 'x'.repeat(43), '%F0%9F%A6%8A', 'a&t=b'])(
  'the token %j opens nothing',
  async (token) => {
    const visitor = await house.visitor().get(`/de-de/activate?t=${token}`)
    expect(visitor.status).toBe(303)
    await visitor.follow()
    expect(visitor.status).toBe(404)
    expect(visitor.text()).toContain('Diesen Link kennen wir nicht')
    for (const value of [token, '', '\u0000']) {
      visitor.cookies.set('act', value)
      const form = house.visitor()
      await form.get('/de-de/PortalLogin')
      form.cookies.set('act', value)
      await form.post('/de-de/activate', { ...filled('x'), _token: '' })
      expect([403, 404]).toContain(form.status)
    }
  },
)

test('used and withdrawn links say so', async () => {
  const first = await invite()
  const visitor = await open(first.link)
  await visitor.post('/de-de/activate', filled(first.temporaryPassword))
  expect((await open(first.link)).text()).toContain('Dieser Link wurde schon benutzt')
  const second = await invite()
  await house.look(`update portal_account set state = 'withdrawn' where id = $1`, [second.accountId])
  expect((await open(second.link)).text()).toContain('Dieser Link gilt nicht mehr')
})

test('who holds an expired link has a new one sent to the same address', async () => {
  const person = await invite()
  await house.look(`update activation_token set expires_at = now() - interval '1 second' where account_id = $1`, [
    person.accountId,
  ])
  const visitor = await open(person.link)
  expect(visitor.status).toBe(410)
  expect(visitor.text()).toContain('Dieser Link ist abgelaufen')
  const mine = async () => (await house.letters()).filter(({ recipient }) => recipient === person.email)
  await visitor.post('/de-de/activate/resend')
  expect((await visitor.follow()).text()).toContain('an dieselbe Adresse gesendet')
  const [letter] = await mine()
  expect(letter!.event).toBe('welcome')
  const fresh = await open(new URL(letter!.values.link!).pathname + new URL(letter!.values.link!).search)
  await fresh.post('/de-de/activate', filled(letter!.values.temporary_password!))
  expect(fresh.location).toBe('/de-de/activate/done')
  expect((await open(person.link)).text()).toContain('Dieser Link gilt nicht mehr')
  expect(await mine()).toHaveLength(1)
})

test('from one expired link at most five new ones a day go out, and nobody is told when no more do', async () => {
  const person = await invite()
  const expire = () =>
    house.look(`update activation_token set revoked_at = null, expires_at = now() - interval '1 second' where account_id = $1`, [
      person.accountId,
    ])
  for (let i = 0; i < 7; i++) {
    await expire()
    const visitor = await open(person.link)
    await visitor.post('/de-de/activate/resend')
    expect(visitor.location).toBe('/de-de/activate/sent')
  }
  expect((await house.letters()).filter(({ recipient }) => recipient === person.email)).toHaveLength(5)
})

test('a person with a password from another company keeps it and is asked only for the temporary one', async () => {
  const { link, temporaryPassword, accountId } = await invite('Zweitfirma', 'anja.rieder@muster.example')
  const secret = () =>
    house.look(
      `select password_hash from login_secret s join login l on l.id = s.login_id where l.email_key = 'anja.rieder@muster.example'`,
    )
  const before = await secret()
  const visitor = await open(link)
  expect(visitor.text()).not.toContain('Neues Passwort eingeben')
  expect(visitor.text()).toContain('Sie haben hier bereits ein Passwort')
  await visitor.post('/de-de/activate', { temporary: temporaryPassword, terms: 'on' })
  expect(visitor.location).toBe('/de-de/activate/done')
  expect(await stateOf(accountId)).toBe('active')
  expect(await secret()).toEqual(before)
})

test('the link in the mail is the brokerage’s own, in the recipient’s language, whatever a request says', async () => {
  const invitation = await newInvitation()
  const to = {
    accountId: '',
    companyId: '',
    email: 'x@test.example',
    language: 'fr' as const,
    firstName: '',
    lastName: '',
    companyName: '',
  }
  const letter = welcomeLetter(house.services, { host: '6323.localhost' }, to, invitation, new Date())
  expect(letter.values.link).toBe(`http://6323.localhost:4600/fr-fr/activate?t=${invitation.token}`)
  const id = await house.brokerageId()
  await asBrokerage(house.database.gate, id, (db) =>
    queueMail(db, house.services.keys.mail, id, { ...letter, accountId: null, companyId: null }),
  )
  const [queued] = await house.look<{ payload: string }>(
    `select payload::text from graphile_worker._private_jobs order by id desc limit 1`,
  )
  expect(queued!.payload).not.toContain(invitation.token)
  expect(queued!.payload).not.toContain(invitation.temporaryPassword)
})
