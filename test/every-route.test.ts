import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '../src/platform/db.ts'
import type { Route } from '../src/platform/routes.ts'
import { formToken } from '../src/platform/visit.ts'
import { routes } from '../src/routes.ts'
import {
  canary,
  type Planted,
  plantCanaries,
  plantFiles,
  plantImports,
  plantNews,
  plantNotes,
  plantPayments,
  plantTalk,
  shownDays,
} from './canaries.ts'
import { type House, startHouse } from './house.ts'
import type { Visitor } from './visitor.ts'

// Every route as every kind of actor with every kind of id (security.md L12). A new route is in here by itself.

let house: House
const actors = new Map<string, Visitor>()
const ids: Id[] = []
let planted: Planted = []

interface Id {
  id: string
  /** Where ids of its kind stand in addresses; null for what is an id of nothing. */
  area: string | null
}

beforeAll(async () => {
  house = await startHouse()
  await plantCanaries(house)
  await plantTalk(house)
  await plantFiles(house)
  await plantImports(house)
  await plantNotes(house)
  planted = await plantPayments(house)
  actors.set('visitor', house.visitor())
  actors.set('customer alone', await house.person())
  actors.set('user manager', await house.person({ roles: ['user_manager'] }))
  actors.set(
    'every line',
    await house.person({ roles: ['occupational_pension', 'personal_lines', 'fleet', 'other_lines', 'file_manager'] }),
  )
  actors.set('full access and group', await house.person({ roles: ['full_access', 'group_manager', 'user_manager'] }))
  actors.set('other company', await house.person({ company: 'K-10005', roles: ['full_access', 'user_manager'] }))
  actors.set('two companies', await house.known('nadia.berger@matte.example'))
  actors.set('auditor', await house.staff('auditor'))
  actors.set('administrator', await house.staff('administrator'))
  actors.set(
    'other brokerage',
    await onHost(await house.person({ brokerage: '7101', roles: ['full_access', 'user_manager'] }), '6323.localhost'),
  )
  await plantNews(house)
  await collectIds()
})
afterAll(() => house.close())

// A session of one brokerage presented at the door of another.
async function onHost(person: Visitor, host: string): Promise<Visitor> {
  const elsewhere = house.visitor(host)
  for (const [name, value] of person.cookies) elsewhere.cookies.set(name, value)
  return elsewhere
}

// Where ids of which table stand in addresses. An area that is not here gets every id from everybody.
const areas: Record<string, string> = {
  policy: 'policies',
  premium_invoice: 'premium-invoices',
  insured_object: 'insured-objects',
  claim: 'claims',
  invoice: 'invoices',
  document: 'documents',
  contact: 'contacts',
  company: 'companies',
  portal_account: 'contacts',
  role_request: 'role-requests',
  service_request: 'requests',
  conversation: 'messages',
  claim_report: 'claims',
  inbox_item: 'inbox',
}

async function collectIds() {
  const add = async (area: string | null, statement: string) =>
    ids.push(...(await house.look<{ id: string }>(statement)).map(({ id }) => ({ id, area })))
  for (const id of ['0190a0b0-0000-7000-8000-000000000000', 'not-an-id', '%00', '..%2f..%2fetc']) ids.push({ id, area: null })
  ids.push({ id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', area: null })
  for (const [table, area] of Object.entries(areas)) {
    const company = table === 'company' ? 'id' : 'company_id'
    for (const [number, key] of [
      ['6323', 'K-10001'],
      ['6323', 'K-10006'],
      ['7101', 'K-10001'],
    ])
      await add(
        area,
        `select t.id from ${table} t join company c on c.brokerage_id = t.brokerage_id and c.id = t.${company}
         join brokerage b on b.brokerage_id = t.brokerage_id where b.number = '${number}' and c.source_key = '${key}' order by t.id limit 1`,
      )
  }
  await add('messages', 'select id from message')
  await add('attachments', 'select id from attachment')
  await add('documents', 'select id from document_zip')
  // Of the house's people, who need theirs: nobody takes it away.
  await add('profile', 'select distinct on (brokerage_id) id from second_factor order by brokerage_id, id')
  await add('imports', "select id from import_run where state = 'checked'")
  // Other people's, of both brokerages.
  await add(
    'notifications',
    'select distinct on (brokerage_id, about_kind) id from notification order by brokerage_id, about_kind, id',
  )
  // What the payments, reminders and changes were planted on.
  await add(
    'premium-invoices',
    'select premium_invoice_id as id from premium_payment_report union select premium_invoice_id from premium_reminder',
  )
  await add('premium-invoices', 'select id from premium_reminder')
  for (const table of ['policy', 'claim', 'document'])
    await add(areas[table]!, `select record_id as id from record_change where record_kind = '${table}'`)
}

// Ids of another kind are only more that are none: two of those who see the most try them all. DEEP=1: everybody does.
const curious = ['every line', 'full access and group']
const known = new Set(['attachments', 'notifications', ...Object.values(areas)])

function addresses(route: Route, who: string): string[] {
  if (!route.path.includes(':')) return [route.path]
  const area = route.path.split('/')[1]!
  const all = process.env.DEEP === '1' || curious.includes(who) || !known.has(area)
  const tried = ids.filter((one) => all || one.area === null || one.area === area)
  return tried.map(({ id }) => route.path.replace(/:[a-z]+/gi, id))
}

// What each actor must never read, whatever the address.
const hidden: Record<string, string[]> = {
  visitor: Object.values(canary),
  'customer alone': Object.values(canary),
  'user manager': Object.values(canary),
  'every line': Object.values(canary),
  'full access and group': [canary.brokerage, canary.company, canary.draft, canary.note],
  'other company': Object.values(canary),
  'two companies': Object.values(canary),
  auditor: [canary.brokerage, canary.draft],
  administrator: [canary.brokerage, canary.draft],
  'other brokerage': Object.values(canary),
}
const forbidden = Object.fromEntries(
  Object.entries(hidden).map(([who, texts]) => [who, texts.flatMap((text) => [text, shownDays[text] ?? text])]),
)

// What hangs on a record has no page of its own: the database itself is asked, as each of them.
test.each(Object.keys(hidden))('payments, reminders and changes of records out of sight do not exist: %s', async (who) => {
  const actor = actors.get(who)!
  const token = actor.cookies.get('s')
  const request = { host: actor.host, fallBack: false, tokenHash: token ? createHash('sha256').update(token).digest() : null }
  const found = await asActor(house.database.app, request, async (db) => {
    const there = async ({ table, id }: Planted[number]) =>
      (await sql`select 1 from ${sql.table(table)} where id = ${id}`.execute(db)).rows.length > 0
    const seen: Planted = []
    for (const one of planted) if (await there(one)) seen.push(one)
    return seen
  })
  expect(found.filter(({ text }) => hidden[who]!.includes(text))).toEqual([])
  // And they do for those who see the record.
  if (who === 'administrator') expect(new Set(found.map(({ table }) => table)).size).toBe(3)
})

describe.each(routes.filter((route) => route.method === 'GET').map((route) => [route.path, route] as const))(
  'GET %s',
  (_path, route) => {
    test.each(Object.keys(forbidden))('%s', async (who) => {
      const actor = actors.get(who)!
      for (const address of addresses(route, who)) {
        const prefix = route.bare ? '' : '/de-de'
        await actor.get(`${prefix}${address}`)
        expect([address, actor.status < 500]).toEqual([address, true])
        for (const text of forbidden[who]!) expect([address, actor.html.includes(text)]).toEqual([address, false])
        const signedIn = who !== 'visitor' && who !== 'other brokerage'
        if (!signedIn && !route.bare && route.access({ kind: 'visitor' }) === 'sign_in') {
          expect([address, actor.status, actor.location?.startsWith('/de-de/PortalLogin?returnurl=')]).toEqual([
            address,
            303,
            true,
          ])
        }
      }
    })
  },
)

// Only a term makes the search answer: the planted strings are asked for, whole, in part and misspelt.
test.each(Object.keys(forbidden))('GET /search for what is planted: %s', async (who) => {
  const actor = actors.get(who)!
  for (const term of ['KANARI', 'kanari 7101', 'FREMDFIRMA', 'vertraulich', 'Kannari', 'Entwurf']) {
    for (const path of ['/search', '/search/palette']) {
      await actor.get(`/de-de${path}?q=${encodeURIComponent(term)}`)
      expect([term, path, actor.status < 500]).toEqual([term, path, true])
      for (const text of forbidden[who]!) expect([term, path, actor.html.includes(text)]).toEqual([term, path, false])
    }
  }
})

async function fingerprint(): Promise<string> {
  const tables = [
    'company',
    'contact',
    'portal_account',
    'role_grant',
    'role_request',
    'policy',
    'login',
    'login_secret',
    'activation_token',
    'mail',
    'service_request',
    'conversation',
    'message',
    'attachment',
    'claim_report',
    'document',
    'document_version',
    'document_zip',
    'import_run',
    'import_file',
    'inbox_item',
    'inbox_note',
    'premium_payment_report',
    'premium_reminder',
    'record_change',
  ]
  // Those have no company of their own.
  const alone = [
    'login',
    'login_secret',
    'activation_token',
    'mail',
    'message',
    'attachment',
    'document_version',
    'document_zip',
    'import_run',
    'import_file',
    'inbox_note',
    'premium_payment_report',
    'premium_reminder',
    'record_change',
  ]
  const parts: unknown[] = []
  for (const table of tables) {
    const column = table === 'company' ? 't.id' : alone.includes(table) ? null : 't.company_id'
    parts.push(
      await house.look(
        `select '${table}' as t, count(*)::int as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${table} t
         join brokerage b on b.brokerage_id = t.brokerage_id where b.number = '7101'`,
      ),
    )
    if (column) {
      parts.push(
        await house.look(
          `select '${table}' as t, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${table} t
           join company c on c.brokerage_id = t.brokerage_id and c.id = ${column} join brokerage b on b.brokerage_id = t.brokerage_id
           where b.number = '6323' and c.source_key = 'K-10006'`,
        ),
      )
    }
  }
  return JSON.stringify(parts)
}

async function tokenFor(actor: Visitor, path: string): Promise<string> {
  const session = actor.cookies.get('s')
  const [row] = session
    ? await house.look<{ id: string }>(`select id from session where token_hash = sha256(convert_to($1, 'UTF8'))`, [session])
    : []
  return formToken({ services: house.services, formSecret: row?.id ?? actor.cookies.get('v') ?? 'none' }, path)
}

describe.each(routes.filter((route) => route.method === 'POST').map((route) => [route.path, route] as const))(
  'POST %s',
  (_path, route) => {
    test('refuses a form without its token, and one from another site', async () => {
      for (const actor of actors.values()) {
        const address = addresses(route, 'visitor')[0]!
        await actor.send('POST', `/de-de${address}`, {})
        expect([303, 403, 404]).toContain(actor.status)
        if (actor.status === 303) expect(actor.location).toContain('/PortalLogin')
        await actor.send(
          'POST',
          `/de-de${address}`,
          { _token: await tokenFor(actor, address) },
          { 'sec-fetch-site': 'same-site' },
        )
        expect([303, 403, 404]).toContain(actor.status)
        if (actor.status === 303) expect(actor.location).toContain('/PortalLogin')
      }
    })

    test('with its token and nothing in it, or with foreign ids, changes nothing that is not the actor’s, and never fails', async () => {
      const before = await fingerprint()
      for (const [who, actor] of actors) {
        // Staff may change every company of the brokerage; the walls between customers are what is tried here.
        if (who === 'administrator') continue
        // Signing the actor out would end the walk for everybody after it.
        if (/sign-out|other-sessions/.test(route.path)) continue
        for (const address of addresses(route, who)) {
          const body = {
            _token: await tokenFor(actor, decodeURIComponent(address)),
            _id: '0190a0b0-0000-7000-8000-000000000001',
            company: ids.find(({ area }) => area === 'companies')!.id,
            role: 'full_access',
          }
          await actor.send('POST', `/de-de${address}`, body)
          expect([who, address, actor.status < 500]).toEqual([who, address, true])
          for (const text of forbidden[who]!) expect([who, address, actor.html.includes(text)]).toEqual([who, address, false])
        }
      }
      expect(await fingerprint()).toBe(before)
    })
  },
)

test('an unknown address, a strange method and a broken body are refused politely', async () => {
  const person = actors.get('customer alone')!
  expect((await person.get('/de-de/nothing-here')).status).toBe(404)
  expect(person.text()).toContain('Diese Seite gibt es nicht')
  expect((await person.get('/xx-yy/policies')).status).toBe(404)
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
    const answer = await house.app.inject({ method, url: '/de-de/policies', headers: { host: '6323.localhost' } })
    expect([method, answer.statusCode]).toEqual([method, 404])
  }
  const broken = await house.app.inject({
    method: 'POST',
    url: '/de-de/profile',
    headers: { host: '6323.localhost', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: '{',
  })
  expect(broken.statusCode).toBeLessThan(500)
})

test('a host that is nobody’s, missing or sent twice shows nobody’s portal', async () => {
  const production = await startHouse({ DOSSIER_MODE: 'production' })
  const stranger = production.visitor('unknown.example')
  expect((await stranger.get('/de-de/')).status).toBe(421)
  expect((await production.app.inject({ url: '/de-de/', headers: { host: 'a b' } })).statusCode).toBe(400)
  await production.close()
})

test('every answer carries the security headers', async () => {
  for (const address of ['/de-de/PortalLogin', '/de-de/policies', '/de-de/nothing', '/healthz', '/brand-0b5cad-x.css']) {
    const { headers } = await house.app.inject({ url: address, headers: { host: '6323.localhost' } })
    expect([address, String(headers['content-security-policy'])]).toEqual([
      address,
      expect.stringContaining("default-src 'none'"),
    ])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBeTruthy()
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  }
})
