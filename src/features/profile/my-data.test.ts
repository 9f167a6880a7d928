import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { demoPassword } from '../demo/people.ts'
import { authoredKinds } from './my-data.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

type Browser = ReturnType<House['visitor']>
const address = '/de-de/profile/data/my-data.zip'

/** The members of a ZIP by name. */
function unzip(bytes: Buffer): Record<string, string> {
  const members: Record<string, string> = {}
  let at = bytes.readUInt32LE(bytes.length - 22 + 16)
  for (let left = bytes.readUInt16LE(bytes.length - 22 + 10); left > 0; left--) {
    const [method, size, name] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + size)
    members[bytes.subarray(at + 46, at + 46 + name).toString()] = (method === 8 ? inflateRawSync(body) : body).toString()
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return members
}

async function download(browser: Browser) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await house.app.inject({ url: address, headers: { host: browser.host, cookie } })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip'])
  const files = unzip(answer.rawPayload)
  return {
    html: files['my-data.html']!,
    csv: files['my-files.csv']!,
    json: JSON.parse(files['my-data.json']!),
    all: Object.values(files).join('\n'),
  }
}

async function plant(account: { accountId: string; contactId: string; companyId: string }, mark: string) {
  const brokerage = await house.brokerageId()
  const write = (sql: string, values: unknown[]) => house.database.write(brokerage, sql, values)
  const [login] = await house.look<{ login_id: string }>('select login_id from portal_account where id = $1', [account.accountId])
  const id = crypto.randomUUID()
  await write(`update contact set position = $2 where id = $1`, [account.contactId, `${mark}-position`])
  await write(`update portal_account set invited_by = $2 where id = $1`, [account.accountId, `${mark}-invited`])
  await write(
    `insert into role_grant (brokerage_id, account_id, company_id, role, valid_from, valid_until, granted_by, withdrawn_by)
     values ($1, $2, $3, 'other_lines', now() - interval '3 days', now() - interval '2 days', $4, 'Jemand')`,
    [brokerage, account.accountId, account.companyId, `${mark}-granted`],
  )
  await write(`update session set user_agent = $2 where login_id = $1`, [login!.login_id, `${mark}-agent`])
  await write(`insert into conversation (brokerage_id, id, company_id, subject, author_account_id) values ($1, $2, $3, $4, $5)`, [
    brokerage,
    id,
    account.companyId,
    `${mark}-conversation`,
    account.accountId,
  ])
  await write(
    `insert into message (brokerage_id, conversation_id, author_account_id, author_name, body) values ($1, $2, $3, 'x', $4)`,
    [brokerage, id, account.accountId, `${mark}-message`],
  )
  await write(
    `insert into service_request (brokerage_id, company_id, category, subject, body, author_account_id, author_name)
     values ($1, $2, 'offer', $3, $4, $5, 'x')`,
    [brokerage, account.companyId, `${mark}-request`, `${mark}-body`, account.accountId],
  )
  await write(
    `insert into claim (brokerage_id, company_id, policy_id, kind, occurred_on, description, reserve, author_account_id)
     select p.brokerage_id, p.company_id, p.id, 'vehicle', '2026-11-01', $3, 987654.32, $4 from policy p where p.company_id = $2 and p.brokerage_id = $1 limit 1`,
    [brokerage, account.companyId, `${mark}-claim`, account.accountId],
  )
  await write(`insert into claim_report (brokerage_id, company_id, account_id, kind, data) values ($1, $2, $3, 'vehicle', $4)`, [
    brokerage,
    account.companyId,
    account.accountId,
    JSON.stringify({ what: `${mark}-draft` }),
  ])
  await write(
    `insert into notification (brokerage_id, account_id, occasion, kind, group_id, actor_name) values ($1, $2, 'access', 'roles_changed', $2, $3)`,
    [brokerage, account.accountId, `${mark}-notified`],
  )
  await write(`insert into saved_view (brokerage_id, account_id, company_id, list, name) values ($1, $2, $3, 'policies', $4)`, [
    brokerage,
    account.accountId,
    account.companyId,
    `${mark}-view`,
  ])
  await write(
    `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id, company_id, details)
     values ($1, 'staff', $4, 'contact.edited', 'contact', $2, $3, $5)`,
    [brokerage, account.contactId, account.companyId, `${mark}-editor`, JSON.stringify({ phone: [null, `${mark}-event`] })],
  )
  await write(
    `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id, details)
     values ($1, 'visitor', '', 'login.refused', 'login', $2, $3)`,
    [brokerage, login!.login_id, JSON.stringify({ source: `${mark}-source` })],
  )
  await write(
    `insert into mail (brokerage_id, event, recipient, language) select $1, 'new_device', email, 'de' from login where id = $2`,
    [brokerage, login!.login_id],
  )
}

const planted = [
  'position',
  'invited',
  'granted',
  'agent',
  'conversation',
  'message',
  'request',
  'body',
  'claim',
  'draft',
  'notified',
  'view',
  'editor',
  'event',
  'source',
]

test('the download holds everything of mine and nothing of anybody else, in a page, in JSON and as a list of files', async () => {
  const mine = await house.person({ roles: ['fleet', 'user_manager'], name: 'Meinig' })
  const other = await house.person({ roles: ['full_access'], name: 'Fremdling' })
  const elsewhere = await house.person({ company: 'K-10005', roles: ['full_access'], name: 'Auswärtig' })
  await plant(mine, 'MEIN')
  await plant(other, 'FREMD')
  await plant(elsewhere, 'FERN')
  // What I did to somebody else is in my history; what the other one's data were is not.
  await house.database.write(
    await house.brokerageId(),
    `insert into event (brokerage_id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details)
     values ($1, 'customer', $2, 'Meinig', 'contact.edited', 'contact', $3, $4, '{"phone":[null,"FREMD-telefon"]}')`,
    [await house.brokerageId(), mine.accountId, other.contactId, mine.companyId],
  )
  const { html, json, csv, all } = await download(mine)
  for (const what of planted) expect([what, all.includes(`MEIN-${what}`)]).toEqual([what, true])
  expect(all).not.toMatch(/FREMD|FERN|Fremdling|Auswärtig/)
  expect(all).not.toContain(other.email)
  expect(html).toContain('Von Ihnen gemeldete Schäden')
  expect(html).toContain('MEIN-message')
  expect(html).toContain('Flottenmanager')
  expect(html).not.toMatch(/<script|src=|href=/)
  expect(json.accounts).toHaveLength(1)
  expect(json.person.login[0].email).toBe(mine.email)
  expect(json.person.mail).toEqual([expect.objectContaining({ event: 'new_device' })])
  expect(json.accounts[0].tables.message).toEqual([expect.objectContaining({ body: 'MEIN-message' })])
  expect(csv).toContain('company;file_name;title;media_type;byte_size')
})

test('it holds no secret, and not what the author of a claim may not read of it', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await plant(person, 'GEHEIM')
  const { all } = await download(person)
  expect(all).toContain('GEHEIM-claim')
  expect(all).not.toContain('987654')
  expect(all).not.toMatch(/password_hash|token_hash|validator|selector|argon2/)
})

test('a person with accounts at several companies gets all of them, each under its own rights', async () => {
  const browser = await house.visitor().get('/de-de/PortalLogin')
  await browser.post('/de-de/PortalLogin', { email: 'nadia.berger@matte.example', password: demoPassword })
  const { json, html } = await download(browser)
  expect(json.accounts.map(({ company }: { company: string }) => company)).toEqual(['Matte Maschinen AG', 'Matte Treuhand GmbH'])
  const roles = json.accounts.map(({ tables }: { tables: { role_grant: { role: string }[] } }) =>
    tables.role_grant.map(({ role }) => role).sort(),
  )
  expect(roles).toEqual([
    ['customer', 'occupational_pension', 'personal_lines'],
    ['customer', 'full_access', 'user_manager'],
  ])
  expect(json.accounts[0].tables.contact).toHaveLength(1)
  expect(json.accounts[1].tables.contact).toHaveLength(1)
  expect(html).toContain('<h2>Matte Treuhand GmbH</h2>')
  // And the person is still where they were.
  expect((await browser.get('/de-de/profile/data')).status).toBe(200)
})

test('staff get theirs, without their customers', async () => {
  const staff = await house.staff()
  const { json, all } = await download(staff)
  expect(json.accounts[0].tables.staff_member).toEqual([expect.objectContaining({ first_name: 'Sophie' })])
  expect(all).not.toContain('Muster Holding')
  expect(all).not.toContain('franziska.keller')
})

test('each download leaves an event, and after five in a day there is a wait', async () => {
  const person = await house.person()
  for (let n = 0; n < 5; n++) await download(person)
  await person.get(address)
  expect([person.status, person.headers['retry-after']]).toEqual([429, '3600'])
  expect(person.text()).toContain('heute schon fünfmal')
  const events = await house.look(`select 1 from event where actor_id = $1 and verb = 'login.data_exported'`, [person.accountId])
  expect(events).toHaveLength(5)
  expect((await house.visitor().get(address)).location).toContain('PortalLogin')
})

test('every kind of record that people write is in the download', async () => {
  const kinds = await house.look<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'author_account_id'
     where c.relnamespace = 'public'::regnamespace and has_column_privilege('dossier_app', c.oid, a.attnum, 'insert')
       and exists (select from pg_attribute r where r.attrelid = c.oid and r.attname = 'audience')`,
  )
  expect(kinds.map(({ name }) => name).sort()).toEqual([...authoredKinds].sort())
})
