import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { asPerson } from '../../platform/same-actor.ts'
import type { Kind } from './kinds.ts'
import { tellAbout } from './tell.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

test('whoever gets or loses roles is told once, with the way to the own profile', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const anja = await house.person({ roles: ['fleet'] })
  const path = `/de-de/contacts/${anja.contactId}`
  await manager.get(path)
  await manager.post(`${path}/account/roles`, { roles: ['other_lines'] })
  expect(manager.status).toBe(303)
  await anja.get('/de-de/notifications')
  expect(anja.html.match(/<p class="news-line">/g)).toHaveLength(1)
  expect(anja.text()).toContain('hat Ihre Portalrollen geändert')
  const [link] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(anja.html)!
  expect((await anja.get(link)).location).toBe('/de-de/profile/rights')
  expect((await manager.get('/de-de/notifications')).text()).not.toContain('hat Ihre Portalrollen geändert')
})

test('a role that waits for a second person is told to those who may decide, and the decision to whoever asked', async () => {
  const asking = await house.person({ roles: ['user_manager'] })
  const second = await house.person({ roles: ['user_manager'] })
  const outsider = await house.person({ roles: ['full_access'] })
  const path = `/de-de/contacts/${asking.contactId}`
  await asking.get(path)
  // The own roles never change by one's own hand: asking for one is a request.
  await asking.post(`${path}/account/roles`, { roles: ['user_manager', 'fleet'] })
  expect((await second.get('/de-de/notifications')).text()).toContain('Rolle zu bestätigen: Flottenmanager')
  expect((await outsider.get('/de-de/notifications')).text()).not.toContain('Flottenmanager')
  const [request] = await house.look<{ id: string }>('select id from role_request where account_id = $1', [asking.accountId])
  await second.get(path)
  await second.post(`/de-de/role-requests/${request!.id}/approval`)
  expect(second.status).toBe(303)
  expect((await asking.get('/de-de/notifications')).text()).toContain('Bestätigt: Flottenmanager')
})

test('«Alle als gelesen markieren» is about one’s own notifications and nobody else’s', async () => {
  const manager = await house.person({ roles: ['user_manager'] })
  const [anja, beat] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  for (const person of [anja, beat]) {
    await manager.get(`/de-de/contacts/${person.contactId}`)
    await manager.post(`/de-de/contacts/${person.contactId}/account/roles`, { roles: [] })
  }
  await anja.get('/de-de/')
  expect(anja.text()).toContain('hat Ihre Portalrollen geändert')
  await anja.post('/de-de/notifications/read')
  expect(anja.location).toBe('/de-de/')
  expect((await anja.follow()).text()).toContain('Keine ungelesenen Meldungen')
  expect((await anja.get('/de-de/notifications')).text()).not.toContain('Alle als gelesen markieren')
  await beat.get('/de-de/')
  expect(beat.text()).toContain('hat Ihre Portalrollen geändert')
  const [foreign] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(beat.html)!
  expect((await anja.get(foreign)).status).toBe(404)
})

test('imports and the command line tell nobody about roles', async () => {
  const anja = await house.person({ roles: ['fleet', 'full_access'] })
  expect(await house.look('select id from notification where account_id = $1', [anja.accountId])).toEqual([])
})

/** Tells as a member of staff; `at` is when it happened. */
async function tell(kind: Kind, table: string, id: string, at?: string, detail?: string) {
  const staff = await house.staff()
  await asPerson(house.services, { brokerageId: await house.brokerageId(), actorId: staff.staffId }, (db) =>
    tellAbout(
      { db, actor: { kind: 'staff', firstName: 'Sophie', lastName: 'Dubois' } as never },
      { kind, about: { kind: table, id }, detail },
    ),
  )
  if (at)
    await house.look(`update notification set created_at = $1, visible_from = $1 where about_id = $2 and kind = $3`, [
      at,
      id,
      kind,
    ])
}

/** A policy with records on it, made for this test alone. */
async function policyWith(documents: string[], company = 'K-10001') {
  const brokerage = await house.brokerageId()
  const [policy] = await house.look<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     where p.brokerage_id = $1 and c.source_key = $2 and p.line_code = 'MF' and not p.confidential order by p.number limit 1`,
    [brokerage, company],
  )
  for (const title of documents)
    await house.database.write(
      brokerage,
      `insert into document (brokerage_id, company_id, policy_id, title, category, file_name, media_type, byte_size, sha256, published_at)
       select brokerage_id, company_id, id, $2, 'Diverses', 'a.pdf', 'application/pdf', 1, sha256(convert_to($2, 'UTF8')), now() from policy where id = $1`,
      [policy!.id, title],
    )
  const ids = await house.look<{ id: string; title: string }>('select id, title from document where title = any ($1)', [
    documents,
  ])
  return { ...policy!, documents: documents.map((title) => ids.find((row) => row.title === title)!.id) }
}

test('what belongs together is one entry with a link to each, and one press marks it read or unread again', async () => {
  const titles = ['Gruppe Eins', 'Gruppe Zwei', 'Gruppe Drei']
  const policy = await policyWith(titles)
  const anja = await house.person({ roles: ['fleet'] })
  for (const id of policy.documents) await tell('document_new', 'document', id)
  await anja.get('/de-de/')
  expect(anja.text()).toContain(`3 neue Dokumente zu Police ${policy.number}`)
  await anja.get('/de-de/notifications')
  expect(anja.text().split('3 neue Dokumente zu Police')).toHaveLength(3)
  for (const title of titles) expect(anja.text()).toContain(title)
  const [, one] = /<a href="(\/de-de\/notifications\/[0-9a-f-]{36})">Gruppe Zwei/.exec(anja.html)!
  expect((await anja.tab().get(one!)).location).toBe(`/de-de/documents/${policy.documents[1]}`)
  const group = /\/de-de\/notifications\/[0-9a-f-]{36}\/group\/read/
  await anja.post(group.exec(anja.html)![0])
  expect(anja.location).toMatch(/^\/de-de\/notifications#n-/)
  await anja.get('/de-de/notifications?unread=1')
  expect(anja.text()).not.toContain('Gruppe Eins')
  expect(anja.text()).toContain('Alles gelesen')
  await anja.get('/de-de/notifications')
  await anja.post(group.exec(anja.html.replaceAll('/unread"', '/read"'))![0].replace(/read$/, 'unread'))
  expect((await anja.get('/de-de/notifications?unread=1')).text()).toContain('3 neue Dokumente')
  // Something else about the policy that day stands in the same entry.
  await tell('policy_changed', 'policy', policy.id, undefined, 'premium,dates')
  await anja.get('/de-de/notifications')
  expect(anja.html.match(/<li class="unread"/g)).toHaveLength(1)
  expect(anja.text()).toContain('Police geändert (Prämie, Laufzeit)')
  await anja.get(/\/de-de\/notifications\/[0-9a-f-]{36}\/group/.exec(anja.html)![0])
  expect(anja.status).toBe(200)
  for (const title of titles) expect(anja.text()).toContain(`Neues Dokument: ${title}`)
  expect((await anja.get('/de-de/')).text()).not.toContain('Police geändert')
  // One of them alone is unread again.
  await anja.get(
    group.exec((await anja.get('/de-de/notifications')).html.replaceAll('/unread"', '/read"'))![0].replace(/\/read$/, ''),
  )
  const [, path] = /action="(\/de-de\/notifications\/[0-9a-f-]{36}\/unread)"/.exec(anja.html)!
  await anja.post(path!)
  expect((await anja.get('/de-de/')).text()).toMatch(/Neues Dokument: Gruppe|Police geändert/)
})

test('of another person’s nothing can be read or marked, and what is no id is not there', async () => {
  const policy = await policyWith([], 'K-10003')
  const [anja, beat] = await Promise.all(['K-10003', 'K-10003'].map((company) => house.person({ company, roles: ['fleet'] })))
  await tell('policy_changed', 'policy', policy.id)
  await anja!.get('/de-de/notifications')
  const [row] = await house.look<{ id: string }>('select id from notification where account_id = $1', [beat!.accountId])
  const unread = () => house.look('select id from notification where account_id = $1 and read_at is null', [beat!.accountId])
  for (const id of [row!.id, 'x', '0190a0b0-0000-7000-8000-000000000000']) {
    expect((await anja!.get(`/de-de/notifications/${id}`)).status).toBe(404)
    expect((await anja!.get(`/de-de/notifications/${id}/group`)).status).toBe(404)
  }
  await anja!.get('/de-de/notifications')
  await anja!.post('/de-de/notifications/read')
  expect(await unread()).toHaveLength(1)
})

test('areas narrow the page and count what is unread in them; marking all marks the area alone', async () => {
  const policy = await policyWith(['Bereich A'], 'K-10002')
  const anja = await house.person({ company: 'K-10002', roles: ['fleet'] })
  await tell('document_new', 'document', policy.documents[0]!)
  await tell('policy_changed', 'policy', policy.id)
  await anja.get('/de-de/notifications?area=documents')
  expect(anja.text()).toContain('Bereich A')
  expect(anja.text()).not.toContain('Police geändert')
  expect(anja.html).toMatch(/area=policies"[^>]*>Policen<span class="count">1</)
  await anja.post('/de-de/notifications/read')
  expect(anja.location).toBe('/de-de/notifications?area=documents&done=marked')
  await anja.get('/de-de/notifications?unread=1')
  expect(anja.text()).toContain('Police geändert')
  expect(anja.text()).not.toContain('Bereich A')
  for (const query of ['area=nonsense', 'area=__proto__', 'before=x', 'before[]=1', 'area[]=documents'])
    expect((await anja.get(`/de-de/notifications?${query}`)).status).toBe(200)
})

test('older ones are reached page by page, each exactly once, newest first', async () => {
  const policy = await policyWith([], 'K-10007')
  const anja = await house.person({ company: 'K-10007', roles: ['full_access'] })
  const days = 130
  await house.look(
    `insert into notification (brokerage_id, id, account_id, occasion, kind, about_kind, about_id, group_id, detail, created_at, visible_from)
     select $1, ('00000000-0000-7000-8000-' || lpad((1000 - n)::text, 12, '0'))::uuid, $2, 'policy', 'policy_changed', 'policy', $3, $3, 'premium',
       timestamptz '2026-11-20 12:00+01' - n * interval '1 day', now() from generate_series(1, $4) n`,
    [await house.brokerageId(), anja.accountId, policy.id, days],
  )
  const seen: string[] = []
  let next: string | null = '/de-de/notifications'
  let pages = 0
  while (next && pages++ < 20) {
    await anja.get(next)
    expect(anja.status).toBe(200)
    seen.push(...[...anja.html.matchAll(/<li[^>]* id="n-([0-9a-f-]{36})"/g)].map(([, id]) => id!))
    next =
      /href="([^"]*before=[^"]*)"[^>]*>(?:<svg[^>]*><use[^>]*><\/use><\/svg>)?<span>Ältere/
        .exec(anja.html)?.[1]
        ?.replaceAll('&amp;', '&') ?? null
  }
  expect(pages).toBeGreaterThan(4)
  expect(seen).toHaveLength(days)
  expect(seen).toEqual([...new Set(seen)].sort().reverse())
})
