import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { asBrokerage } from '../../platform/db.ts'
import { anchorChain, checkChain, sealEvents } from './chain.ts'
import { verifyCommand } from './command.ts'

let house: House
let works: ReturnType<typeof worksIn>
let brokerage: string
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
  brokerage = await house.brokerageId()
})
afterAll(async () => {
  await works.close()
  await house.close()
})

const operator = (): pg.Pool => house.services.database.operator
const inside = <T>(work: Parameters<typeof asBrokerage<T>>[2]) => asBrokerage<T>(operator(), brokerage, work)
const verify = (anchor?: string) => verifyCommand(operator(), '6323', anchor)

describe('the chain', () => {
  // What happens to it here nobody may do through the portal: the owner of the database does it.
  beforeEach(async () => {
    await house.look('delete from audit_anchor')
    await house.look('delete from audit_seal')
    await house.look(`delete from event where verb = 'test.slipped_in'`)
    await (await house.person()).get('/de-de/')
    await house.look(
      `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id)
       select $1, 'system', 'n' || n, 'test.happened', 'company', gen_random_uuid() from generate_series(1, 20) n`,
      [brokerage],
    )
    await works.run('seal_events')
  })

  const third = `(select event_id from audit_seal where brokerage_id = '%' and seq = 3)`
  const tampering: [string, string, RegExp][] = [
    ['a word of an event', `update event set actor_name = 'Somebody else' where id = ${third}`, /event of no\. 3 was changed/],
    ['the time of an event', `update event set at = at - interval '1 second' where id = ${third}`, /event of no\. 3 was changed/],
    ['details of an event', `update event set details = '{"a": 1}' where id = ${third}`, /event of no\. 3 was changed/],
    ['an event taken away', `delete from event where id = ${third}`, /event of no\. 3 was deleted/],
    ['a seal taken away', `delete from audit_seal where brokerage_id = '%' and seq = 3`, /seal before no\. 4 was taken away/],
    [
      'a digest written anew',
      `update audit_seal set link = sha256('x') where brokerage_id = '%' and seq = 3`,
      /seal no\. 3 was changed/,
    ],
    [
      'an event slipped in as if it were of last year',
      `insert into event (brokerage_id, at, actor_kind, actor_name, verb, subject_kind, subject_id)
       values ('%', now() - interval '1 year', 'system', '', 'test.slipped_in', 'company', gen_random_uuid())`,
      /slipped in later/,
    ],
  ]
  test.each(tampering)('says where it does not fit: %s', async (_, statement, finding) => {
    expect((await verify()).exitCode).toBe(0)
    await house.look(statement.replaceAll('%', brokerage))
    const { lines, exitCode } = await verify()
    expect(lines[0]).toMatch(finding)
    expect(exitCode).toBe(2)
    await house.look(`delete from event where verb = 'test.slipped_in'`)
  })

  test('is whole to itself when its end was cut off or all of it written anew, and an anchor out of a mail says so', async () => {
    const mailed = /anchor (\d+:[0-9a-f]{64})/.exec((await verify()).lines[0]!)![1]!
    const [last] = await house.look<{ event_id: string }>(
      'delete from audit_seal where brokerage_id = $1 and seq = (select max(seq) from audit_seal where brokerage_id = $1) returning event_id',
      [brokerage],
    )
    await house.look('delete from event where id = $1', [last!.event_id])
    expect((await verify()).exitCode).toBe(0)
    expect((await verify(mailed)).lines[0]).toMatch(/does not hold the anchor/)
    // Written anew from the beginning by somebody who knows how.
    await house.look('delete from audit_seal where brokerage_id = $1', [brokerage])
    await inside((db) => sealEvents(db))
    expect((await verify()).exitCode).toBe(0)
    expect((await verify(mailed)).exitCode).toBe(2)
  })

  test('goes on where it was, whoever seals at the same time, and no event is sealed twice', async () => {
    await house.look(
      `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id)
       select $1, 'system', '', 'test.happened', 'company', gen_random_uuid() from generate_series(1, 300)`,
      [brokerage],
    )
    await Promise.all(Array.from({ length: 6 }, () => inside((db) => sealEvents(db))))
    const [counted] = await house.look<{ events: string; seals: string; last: string }>(
      `select (select count(*) from event where brokerage_id = $1) as events, count(*) as seals, max(seq) as last
       from audit_seal where brokerage_id = $1`,
      [brokerage],
    )
    expect(counted!.seals).toBe(counted!.events)
    expect(counted!.last).toBe(counted!.seals)
    expect((await inside((db) => checkChain(db))).finding).toBeNull()
  })

  test('goes out once a day to the brokerage, and to every administrator when it is broken', async () => {
    await works.run('anchor_events')
    const daily = (await house.letters()).filter(({ event }) => event === 'audit_anchor')
    expect(daily.length).toBeGreaterThan(0)
    const [anchor] = await house.look<{ seq: string; link: string }>(
      `select seq, encode(link, 'hex') as link from audit_anchor where brokerage_id = $1 order by id desc limit 1`,
      [brokerage],
    )
    expect(daily.map(({ values }) => `${values.seq}:${values.digest}`)).toContain(`${anchor!.seq}:${anchor!.link}`)
    await house.look(`delete from event where id = ${third.replace('%', brokerage)}`)
    await works.run('anchor_events')
    const alarmed = (await house.letters()).filter(({ event }) => event === 'audit_broken')
    expect(alarmed.map(({ recipient }) => recipient)).toContain('sophie.dubois@broker6323.example')
    expect(alarmed[0]!.values.broken).toBe('3')
    const sophie = await house.staff()
    await sophie.get('/de-de/audit')
    expect(sophie.text()).toMatch(/unterbrochen bei Nr\. 3/)
  })

  test('an anchor that is none is refused with a sentence', async () => {
    await expect(verify('12')).rejects.toThrow('An anchor is a number and a digest')
    await expect(verifyCommand(operator(), undefined, `1:${'0'.repeat(64)}`)).rejects.toThrow('Whose anchor')
    await expect(verifyCommand(operator(), '9999', undefined)).rejects.toThrow('no brokerage 9999')
  })
})

test('nobody who serves changes an event or a seal', async () => {
  for (const pool of [house.services.database.app, operator()])
    for (const statement of [
      'update event set verb = verb',
      'delete from event',
      'delete from audit_seal',
      'update audit_seal set seq = seq',
    ])
      await expect(pool.query(statement)).rejects.toThrow('permission denied')
  await expect(house.services.database.app.query('select access.seal_events()')).rejects.toThrow('permission denied')
})

describe('the page', () => {
  test('shows a User Manager what happened at the own company, in words, and nothing of others', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    const stranger = await house.person({ company: 'K-10002', name: 'Fremde Person', roles: ['user_manager'] })
    const happened = (accountId: string) =>
      house.look(
        `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id, company_id)
         select a.brokerage_id, 'customer', c.full_name, 'portal_account.roles_changed', 'portal_account', a.id, a.company_id
         from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id where a.id = $1`,
        [accountId],
      )
    await happened(manager.accountId)
    await happened(stranger.accountId)
    const anja = await house.known('anja.rieder@muster.example')
    await manager.get('/de-de/audit')
    expect(manager.status).toBe(200)
    expect(manager.text()).toContain('Rollen geändert')
    expect(manager.text()).not.toContain('Fremde Person')
    expect(manager.text()).not.toContain('Kette geprüft')
    expect((await anja.get('/de-de/audit')).status).toBe(404)
    expect((await house.visitor().get('/de-de/audit')).status).toBe(303)
  })

  test('staff of the brokerage read also what belongs to no company, the auditor too; people of another brokerage do not', async () => {
    await house.look(
      `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id)
       values ($1, 'visitor', 'Unbekannt Eins', 'login.refused', 'login', gen_random_uuid())`,
      [brokerage],
    )
    const others = await house.staff('administrator', '7101')
    for (const fn of ['administrator', 'auditor'] as const)
      expect((await (await house.staff(fn)).get('/de-de/audit?v=refused')).text()).toContain('Unbekannt Eins')
    expect((await others.get('/de-de/audit?v=refused')).text()).not.toContain('Unbekannt Eins')
  })

  test('opening a record with health data leaves one trace an hour, and an ordinary one none', async () => {
    const reader = await house.person({ roles: ['personal_lines', 'fleet'], name: 'Liest Heikles' })
    const policies = await house.look<{ id: string; health: boolean; number: string }>(
      `select distinct on (l.health) p.id, l.health, p.number from policy p
       join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
       join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
       where p.brokerage_id = $1 and c.source_key = 'K-10001' and not p.confidential and p.published_at <= now()
         and p.audience && array['personal_lines', 'fleet'] and (p.audience && array['fleet']) = (not l.health)`,
      [brokerage],
    )
    expect(policies.map(({ health }) => health).sort()).toEqual([false, true])
    for (const { id } of policies)
      for (let n = 0; n < 2; n++) expect((await reader.get(`/de-de/policies/${id}`)).status).toBe(200)
    const traces = await house.look<{ subject_id: string; details: object }>(
      `select subject_id, details from event where verb = 'record.read' and actor_id = $1`,
      [reader.accountId],
    )
    expect(traces).toEqual([{ subject_id: policies.find(({ health }) => health)!.id, details: { why: ['health'] } }])
    // A User Manager who does not see the policy reads that it happened, but not to which.
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/audit?v=sensitive')
    expect(manager.text()).toContain('Heikle Daten eingesehen')
    expect(manager.text()).toContain('Weil: Gesundheitsdaten')
    expect(manager.html).not.toContain(policies.find(({ health }) => health)!.number)
  })

  test('opening a request about health data leaves a trace, and one that is not there leaves none', async () => {
    const reader = await house.person({ roles: ['personal_lines'], name: 'Liest Anfrage' })
    const stranger = await house.person({ roles: ['fleet'] })
    const [{ id } = { id: '' }] = await house.look<{ id: string }>(
      `select p.id from policy p join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
       join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
       where p.brokerage_id = $1 and c.source_key = 'K-10001' and l.health and p.audience && array['personal_lines'] and not p.confidential limit 1`,
      [brokerage],
    )
    await reader.get(`/de-de/requests/new?category=contract_change&about=policy:${id}`)
    await reader.post('/de-de/requests/new', { category: 'contract_change', subject: 'Frage', body: 'Bitte anpassen.' })
    const request = /\/requests\/([0-9a-f-]{36})/.exec(reader.location!)![1]!
    expect((await reader.get(`/de-de/requests/${request}`)).status).toBe(200)
    expect((await stranger.get(`/de-de/requests/${request}`)).status).toBe(404)
    const traces = await house.look<{ actor_id: string }>(
      `select actor_id from event where verb = 'record.read' and subject_id = $1`,
      [request],
    )
    expect(traces).toEqual([{ actor_id: reader.accountId }])
  })

  test('what an event says beyond its verb is shown only where it has a name: contents of records have none', async () => {
    const [manager] = [await house.person({ roles: ['user_manager'] })]
    const [{ id } = { id: '' }] = await house.look<{ id: string }>(
      `insert into event (brokerage_id, actor_kind, actor_name, verb, subject_kind, subject_id, company_id, details)
       select brokerage_id, 'staff', 'Sophie Dubois', 'portal_account.roles_changed', 'portal_account', $1, company_id,
         '{"added": [{"role": "fleet", "until": "2027-01-31T22:59:59.000Z"}], "title": "Geheimer Titel", "email": ["a@x.example", "b@x.example"]}'
       from portal_account where id = $1 returning id`,
      [manager.accountId],
    )
    await manager.get(`/de-de/audit/${id}`)
    expect(manager.text()).toContain('Flottenmanager bis 31.01.2027')
    expect(manager.text()).toContain('a@x.example → b@x.example')
    expect(manager.html).not.toContain('Geheimer Titel')
    const [stranger] = [await house.person({ company: 'K-10002', roles: ['user_manager'] })]
    expect((await stranger.get(`/de-de/audit/${id}`)).status).toBe(404)
    expect((await manager.get('/de-de/audit/no-id')).status).toBe(404)
  })

  test('the export holds the rows of the page', async () => {
    const manager = await house.person({ roles: ['user_manager'] })
    await manager.get('/de-de/audit?v=rights')
    const total = Number(/von ([\d’]+) Eintr/.exec(manager.text())?.[1]?.replace('’', '') ?? Number.NaN)
    const cookie = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await house.app.inject({ url: '/de-de/audit/export.csv?v=rights', headers: { host: manager.host, cookie } })
    expect(answer.statusCode).toBe(200)
    expect(answer.body.trimEnd().split('\r\n').length - 1).toBe(total)
  })
})

// Most stand behind `verb:`; some features have a function of their own that takes it.
function verbsIn(source: string): string[] {
  const direct = [...source.matchAll(/verb:\s*(?:[\w.]+ === '\w+' \? )?'([a-z_]+\.[a-z_]+)'/g)]
  const kinds = [...source.matchAll(/verb: `([a-z_]+)\.\$\{/g)].map((match) => match[1]!)
  const handed = kinds.flatMap((kind) => [...source.matchAll(new RegExp(`'(${kind}\\.[a-z_]+)'`, 'g'))])
  return [...direct, ...handed].map((match) => match[1]!)
}

test('every verb that is written in the code has words', async () => {
  const { globSync, readFileSync } = await import('node:fs')
  const { verbs } = await import('./verb-phrases.ts')
  const known = new Set<string>(verbs)
  const written = globSync('src/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.|phrases|gallery|invented/.test(file))
    .flatMap((file) => verbsIn(readFileSync(file, 'utf8')))
  expect(written.length).toBeGreaterThan(30)
  expect([...new Set(written)].filter((verb) => !known.has(verb))).toEqual([])
  await inside((db) => anchorChain(db))
})
