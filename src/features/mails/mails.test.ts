import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { testSecret } from '../../../test/secret.ts'
import { asBrokerage } from '../../platform/db.ts'
import { type Letter, queueMail } from '../../platform/mail.ts'
import { mailboxFolder, openMailer } from '../../platform/mailer.ts'
import { roleUrl } from '../../platform/migrate.ts'
import { languages } from '../../platform/phrases.ts'
import { startWorker } from '../../worker.ts'
import { renderMail, unknownPlaceholders } from './render.ts'
import { mailEvents } from './templates.ts'

let house: House
let worker: Awaited<ReturnType<typeof startWorker>> | null = null
beforeAll(async () => {
  house = await startHouse()
  await rm(mailboxFolder(house.services.config), { recursive: true, force: true })
  // The documents of the demonstration wait to be read; no mail is to wait for them.
  await house.look('delete from graphile_worker._private_jobs')
})
afterEach(async () => {
  await worker?.stop()
  worker = null
})
afterAll(() => house.close())

const brokerage = { name: 'Muster & <Broker> AG', brandColour: '#0b5cad', phone: null, email: null }

async function queue(letter: Partial<Letter> = {}): Promise<string> {
  const id = await house.brokerageId()
  const values = {
    link: 'http://6323.localhost:4600/de-de/activate?t=abc',
    temporary_password: 'Kx7!geheim',
    person: 'Anja Rieder',
  }
  const queued = await asBrokerage(house.database.gate, id, (db) =>
    queueMail(db, house.services.keys.mail, id, {
      event: 'welcome',
      recipient: 'anja@test.example',
      language: 'de',
      values,
      ...letter,
    }),
  )
  return queued!
}

async function startWork(smtpUrl: string | null = null) {
  const services = { ...house.services, config: { ...house.services.config, smtpUrl } }
  worker = await startWorker(services, roleUrl(house.database.ownerUrl, 'dossier_worker', testSecret))
}

async function settled(mailId: string): Promise<{ state: string; error: string | null; sent_at: Date | null }> {
  for (let i = 0; i < 200; i++) {
    const [mail] = await house.look<{ state: string; error: string | null; sent_at: Date | null }>(
      'select state, error, sent_at from mail where id = $1',
      [mailId],
    )
    if (mail!.state !== 'queued') return mail!
    await wait(50)
  }
  throw new Error('the mail was never worked on')
}

async function jobsLeft() {
  await wait(150)
  return house.look(
    `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail'`,
  )
}

test('the German welcome is the manual’s, with the link and the password in place', () => {
  const values = { link: 'https://x.example/a', temporary_password: 'Pw-1', terms_link: 'https://x.example/terms' }
  const { text } = renderMail({ event: 'welcome', language: 'de', values, brokerage })
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Lieber Kunde Wir freuen uns, Ihnen die Zugangsdaten für unser Kundenportal zustellen zu dürfen. ' +
      'Bitte klicken Sie auf den nachfolgenden Link, um Ihr Konto zu aktivieren: https://x.example/a ' +
      'Ihr temporäres Passwort lautet: Pw-1 ' +
      'Wählen und setzen Sie anschliessend bitte auf der Folgeseite ein persönliches Passwort. ' +
      'Mit der Aktivierung des Kundenportal-Accounts akzeptieren Sie als Benutzer die AGB gemäss Anhang. ' +
      'Bei Fragen zur Nutzung oder den AGB sind wir gerne für Sie da. Freundliche Grüsse',
  )
  expect(text).toContain('https://x.example/terms')
})

test('every mail of every language knows only its placeholders and is complete without scripts or remote parts', () => {
  for (const [event, { placeholders, texts }] of Object.entries(mailEvents)) {
    const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`]))
    for (const language of languages) {
      expect(unknownPlaceholders(event, `${texts[language].subject} ${texts[language].body}`), `${event} ${language}`).toEqual([])
      const mail = renderMail({ event: event as keyof typeof mailEvents, language, values, brokerage })
      expect(mail.subject.length).toBeGreaterThan(5)
      expect(`${mail.text}${mail.html}`).not.toMatch(/\{\{|undefined|<script|<img|src=/)
      for (const name of placeholders) expect(mail.html).not.toContain(`<${name}>`)
    }
  }
})

test('values are text: no mark-up, no header line, no link of anybody’s making; a line without its value is left out', () => {
  const values = {
    person: 'Eve\r\nBcc: x@evil.example <b>',
    company: 'http://evil.example',
    added: 'Flotte',
    removed: '',
    reason: '',
    by: 'Max',
  }
  const mail = renderMail({ event: 'roles_changed', language: 'de', values, brokerage })
  expect(mail.subject).toBe('Berechtigungen von Eve Bcc: x@evil.example <b> geändert')
  expect(mail.html).not.toContain('<b>')
  expect(mail.html).not.toContain('href="http://evil')
  expect(mail.text).toContain('Zugewiesen: Flotte')
  expect(mail.text).not.toContain('Entzogen')
  expect(mail.text).not.toContain('Begründung')
})

test('an unknown placeholder is found before it is saved', () => {
  expect(
    unknownPlaceholders('welcome', '{{winvs_emailconfirmationlink}} {{ link }} {{brokerage}} {{winvs_pass}} {{a b}}'),
  ).toEqual(['winvs_pass', 'a b'])
})

test('a queued mail reaches the mailbox once, with its terms, and leaves no secret behind', async () => {
  const id = await queue()
  await startWork()
  expect((await settled(id)).state).toBe('sent')
  expect(await jobsLeft()).toHaveLength(0)
  const visitor = await house.visitor().get('/de-de/mailbox')
  expect(visitor.text()).toContain('Ihre Zugangsdaten für unser Kundenportal')
  await visitor.get(`/de-de/mailbox/6323-${id}`)
  expect(visitor.html).toContain('<a href="http://6323.localhost:4600/de-de/activate?t=abc">')
  expect(visitor.text()).toContain('Kx7!geheim')
  await visitor.get(`/de-de/mailbox/6323-${id}/0`)
  expect(visitor.headers['content-disposition']).toContain('AGB-v1.txt')
  expect(visitor.html.length).toBeGreaterThan(500)
  const [row] = await house.look<{ all: string }>('select mail::text as all from mail where id = $1', [id])
  expect(row!.all).not.toMatch(/geheim|t=abc/)
})

test('«Passwort vergessen» goes through the queue to the mailbox, and its link opens the form', async () => {
  const visitor = await house.visitor().get('/de-de/password/forgotten')
  await visitor.post('/de-de/password/forgotten', { email: 'Rolf.Mustermann@muster.example' })
  expect(await house.look('select 1 from mail where event = $1', ['password_reset'])).toHaveLength(0)
  await startWork()
  let html = ''
  for (let i = 0; i < 200 && !html.includes('/password/reset?t='); i++) {
    await wait(50)
    const [mail] = await house.look<{ id: string }>(`select id from mail where event = 'password_reset' and state = 'sent'`)
    if (mail) html = (await visitor.get(`/de-de/mailbox/6323-${mail.id}`)).html
  }
  const link = /href="http:\/\/6323\.localhost:4600([^"]*\/password\/reset\?t=[\w-]{43})"/.exec(html)![1]!
  expect((await (await visitor.get(link)).follow()).status).toBe(200)
})

test('the mailbox shows each brokerage its own, takes no path for a name, and does not exist in production', async () => {
  const other = house.visitor('7101.localhost')
  expect((await other.get('/de-de/mailbox')).text()).toContain('Noch keine Mails')
  const [mail] = await house.look<{ id: string }>(`select id from mail where state = 'sent' limit 1`)
  expect((await other.get(`/de-de/mailbox/6323-${mail!.id}`)).status).toBe(404)
  for (const name of ['..%2f..%2fsecret', '6323-..', `6323-${'0'.repeat(36)}`, '%00'])
    expect([400, 404]).toContain((await house.visitor().get(`/de-de/mailbox/${name}`)).status)
  const production = await startHouse({ DOSSIER_MODE: 'production' })
  expect((await production.visitor().get('/de-de/mailbox')).status).toBe(404)
  await production.close()
})

test('a brokerage’s own text is taken, the recipient’s language before its own, both names of a placeholder', async () => {
  const brokerageId = await house.brokerageId()
  await house.look(
    `insert into mail_template (brokerage_id, event, language, subject, body) values ($1, 'welcome', 'de', 'Unser Betreff', 'A {{winvs_temporarypassword}} B {{temporary_password}}')`,
    [brokerageId],
  )
  const [german, french] = [await queue(), await queue({ language: 'fr' })]
  await house.look(
    `insert into mail_template (brokerage_id, event, language, subject, body) values ($1, 'welcome', 'it', 'Il nostro', 'C {{link}}')`,
    [brokerageId],
  )
  const italian = await queue({ language: 'it' })
  await startWork()
  for (const [id, subject] of [
    [german, 'Unser Betreff'],
    [french, 'Unser Betreff'],
    [italian, 'Il nostro'],
  ]) {
    expect((await settled(id!)).state).toBe('sent')
    expect((await house.visitor().get(`/de-de/mailbox/6323-${id}`)).text()).toContain(subject)
  }
  expect((await house.visitor().get(`/de-de/mailbox/6323-${german}`)).text()).toContain('A Kx7!geheim B Kx7!geheim')
  await house.look('delete from mail_template')
})

test('an expired mail is dropped and shown as such; a mail of an unknown kind fails', async () => {
  const expired = await queue({ expiresAt: new Date(Date.now() - 1000) })
  const unknown = await queue({ event: 'no_such_mail' })
  await startWork()
  expect(await settled(expired)).toMatchObject({ state: 'dropped', error: 'expired', sent_at: null })
  expect((await settled(unknown)).state).toBe('failed')
  expect(existsSync(`${mailboxFolder(house.services.config)}/6323-${expired}.eml`)).toBe(false)
})

test('over SMTP one recipient gets one mail with a lasting Message-ID; a refusal for good is visible, a passing one is tried again', async () => {
  const received: { to: string[]; from: string; id: string | undefined; text: string | undefined }[] = []
  let troubles = 1
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('gone')) return done(Object.assign(new Error('No such user'), { responseCode: 550 }))
      if (address.startsWith('busy') && troubles-- > 0) return done(Object.assign(new Error('Later'), { responseCode: 451 }))
      done()
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        const { rcptTo, mailFrom } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({ to: rcptTo.map(({ address }) => address), from, id: mail.messageId, text: mail.text })
        done()
      }, done)
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const [good, gone, busy] = [
    await queue(),
    await queue({ recipient: 'gone@test.example' }),
    await queue({ recipient: 'busy@test.example' }),
  ]
  await startWork(`smtp://127.0.0.1:${port}`)
  expect((await settled(good)).state).toBe('sent')
  expect(await settled(gone)).toMatchObject({ state: 'failed', error: expect.stringContaining('No such user') })
  await wait(300)
  const waiting = () => house.look<{ state: string }>('select state from mail where id = $1', [busy])
  expect(await waiting()).toEqual([{ state: 'queued' }])
  await house.look('update graphile_worker._private_jobs set run_at = now()')
  expect((await settled(busy)).state).toBe('sent')
  await worker!.stop()
  worker = null
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(received.map(({ to }) => to).sort()).toEqual([['anja@test.example'], ['busy@test.example']])
  expect(received.find(({ to }) => to[0] === 'anja@test.example')).toMatchObject({
    from: 'portal@broker6323.example',
    id: `<${good}@6323.localhost>`,
    text: expect.stringContaining('Kx7!geheim'),
  })
})

test('production without a mail server does not work the queue, and says why in one line', () => {
  expect(() => openMailer({ ...house.services.config, production: true, smtpUrl: null })).toThrow(/SMTP_URL is not set/)
})

test('a server elsewhere must encrypt: a plain one gets nothing', async () => {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => stream.on('end', done).resume(),
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  // 0.0.0.0 reaches this machine, but is none of the names that count as it.
  const mailer = openMailer({ ...house.services.config, smtpUrl: `smtp://0.0.0.0:${port}` })
  const mail = {
    id: 'x',
    host: 'h',
    brokerageNumber: '6323',
    from: { name: '', address: 'a@test.example' },
    to: 'b@test.example',
  }
  await expect(mailer.send({ ...mail, subject: '', text: '', html: '', attachments: [] })).rejects.toThrow(/STARTTLS/)
  mailer.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
