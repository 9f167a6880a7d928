import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { formToken } from '../../platform/visit.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const year = Temporal.Now.plainDateISO('Europe/Zurich').year
const offer = { category: 'offer', body: 'Eine Cyberversicherung für 40 Personen.', subject: 'Cyber' }

/** Opens a request through its form and answers its id. */
async function open(who: Visitor, fields: Record<string, string> = offer, about?: string): Promise<string> {
  await who.get(`/de-de/requests/new?category=${fields.category}${about ? `&about=${about}` : ''}`)
  expect(who.status).toBe(200)
  await who.post('/de-de/requests/new', fields)
  expect(who.status).toBe(303)
  return /\/requests\/([0-9a-f-]{36})\?done=opened/.exec(who.location!)![1]!
}

async function policy(line: string, company = 'K-10001', number = '6323'): Promise<string> {
  const [row] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = p.brokerage_id
     where p.line_code = $1 and c.source_key = $2 and b.number = $3 and not p.confidential order by p.number limit 1`,
    [line, company, number],
  )
  return row!.id
}

const setState = async (who: Visitor, id: string, state: string) => {
  await who.get(`/de-de/requests/${id}`)
  return who.post(`/de-de/requests/${id}/state`, { state })
}

/** Posts with a token of one's own, as a crafted form would: only the access rules are left to refuse. */
async function forge(who: Visitor, path: string, fields: Record<string, string> = {}) {
  const [session] = await house.look<{ id: string }>(`select id from session where token_hash = sha256(convert_to($1, 'UTF8'))`, [
    who.cookies.get('s'),
  ])
  const _token = formToken({ services: house.services, formSecret: session!.id }, path)
  return who.send('POST', `/de-de${path}`, { _token, _id: newId(), ...fields })
}

const withoutRole = (accountId: string, role: string) =>
  house.look('update role_grant set valid_until = now() where account_id = $1 and role = $2', [accountId, role])

test('a request gets its number, is in the list, and shows what was asked', async () => {
  const anja = await house.person({ roles: ['fleet'], company: 'K-10005' })
  const fields = {
    category: 'vehicle_in',
    plate: 'LU 123456',
    make_model: 'VW Crafter',
    wished_on: '30.11.2026',
    first_registered_on: '1.2.26',
  }
  const id = await open(anja, fields)
  await anja.follow()
  expect(anja.text()).toContain(`A-${year}-0001`)
  for (const shown of ['LU 123456', 'VW Crafter', '30.11.2026', '01.02.2026', 'Fahrzeug einlösen: LU 123456']) {
    expect(anja.text()).toContain(shown)
  }
  await anja.get('/de-de/requests')
  expect(anja.html).toContain(`/de-de/requests/${id}"`)
})

test('a vehicle has no cover before somebody confirms it: on the form, and on the request until it is done', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const staff = await house.staff()
  const warning = 'Keine Deckung bis zur Bestätigung'
  for (const category of ['vehicle_in', 'vehicle_out', 'plate_change']) {
    await anja.get(`/de-de/requests/new?category=${category}`)
    expect([category, anja.text().includes(warning)]).toEqual([category, true])
  }
  await anja.get('/de-de/requests/new?category=offer')
  expect(anja.text()).not.toContain(warning)
  const id = await open(anja, { category: 'vehicle_out', plate: 'LU 1', wished_on: '30.11.2026' })
  expect((await anja.get(`/de-de/requests/${id}`)).text()).toContain(warning)
  expect((await setState(staff, id, 'done')).status).toBe(303)
  expect((await anja.get(`/de-de/requests/${id}`)).text()).not.toContain(warning)
})

test('what is missing or no date comes back with the form as filled in', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await anja.get('/de-de/requests/new?category=vehicle_in')
  await anja.post('/de-de/requests/new', { category: 'vehicle_in', make_model: 'VW Crafter', wished_on: '31.2.2026' })
  expect(anja.status).toBe(422)
  expect(anja.text()).toContain('Füllen Sie «Kontrollschild» aus')
  expect(anja.text()).toContain('Eingelöst ab: Geben Sie ein Datum ein')
  expect(anja.html).toContain('value="VW Crafter"')
  expect(anja.html).toContain('<title>Fehler: ')
})

describe('a request about a BVG policy', () => {
  test('is there for who sees the policy, for its author and for staff, and for nobody else in any way', async () => {
    const bvg = await policy('BVG')
    const author = await house.person({ roles: ['occupational_pension'] })
    const id = await open(author, { ...offer, category: 'contract_change', subject: 'Vorsorge geheim' }, `policy:${bvg}`)
    await author.get(`/de-de/requests/${id}`)
    await author.post(`/de-de/requests/${id}/messages`, { body: 'Vorsorge geheim dazu' })
    await house.look(`update message set delivers_at = now() where delivers_at > now()`)
    await house.look(`update notification set visible_from = now() where visible_from > now()`)

    const peer = await house.person({ roles: ['occupational_pension'] })
    expect((await peer.get(`/de-de/requests/${id}`)).text()).toContain('Vorsorge geheim dazu')
    const staff = await house.staff()
    expect((await staff.get(`/de-de/requests/${id}`)).status).toBe(200)

    const others = {
      'colleague for the fleet': await house.person({ roles: ['fleet', 'other_lines', 'personal_lines'] }),
      'user manager': await house.person({ roles: ['user_manager'] }),
      'other company': await house.person({ company: 'K-10006', roles: ['full_access'] }),
      'other brokerage': await house.person({ brokerage: '7101', roles: ['full_access'] }),
    }
    for (const [who, other] of Object.entries(others)) {
      for (const path of [
        `/requests/${id}`,
        `/messages/${id}`,
        '/requests',
        '/messages',
        '/notifications',
        '/',
        '/requests?q=Vorsorge',
      ]) {
        await other.get(`/de-de${path}`)
        expect([who, path, other.html.includes('geheim')]).toEqual([who, path, false])
        if (path.includes(id)) expect([who, path, other.status]).toEqual([who, path, 404])
      }
      for (const verb of ['messages', 'withdrawal', 'state']) {
        await forge(other, `/requests/${id}/${verb}`, { body: 'Hallo', state: 'done' })
        // The other brokerage's host knows the address no more than anybody else.
        expect([who, verb, other.status]).toEqual([who, verb, 404])
      }
    }
  })

  test('tells exactly those who may see it, by mail without a word of its content', async () => {
    const bvg = await policy('BVG')
    const [author, peer, boss, fleet] = await Promise.all([
      house.person({ roles: ['occupational_pension'] }),
      house.person({ roles: ['occupational_pension'] }),
      house.person({ roles: ['full_access', 'group_manager'] }),
      house.person({ roles: ['fleet'] }),
    ])
    const above = await house.person({ company: 'K-10002', roles: ['full_access'] })
    const id = await open(author, { ...offer, category: 'contract_change', subject: 'Reglement' }, `policy:${bvg}`)
    const told = await house.look<{ account_id: string | null; staff_id: string | null }>(
      'select account_id, staff_id from notification where request_id = $1',
      [id],
    )
    const accounts = told.map((row) => row.account_id)
    for (const yes of [peer, boss]) expect(accounts).toContain(yes.accountId)
    for (const no of [author, fleet, above]) expect(accounts).not.toContain(no.accountId)
    expect(told.filter((row) => row.staff_id)).toHaveLength(1)
    const letters = (await house.letters()).filter((letter) => letter.values.link?.endsWith(`/requests/${id}`))
    expect(letters).toHaveLength(told.length)
    expect(letters.map((letter) => letter.recipient)).toContain(peer.email)
    expect(new Set(letters.map((letter) => letter.event))).toEqual(new Set(['portal_news']))
    expect(JSON.stringify(letters)).not.toContain('Reglement')
  })

  test('cannot be opened by somebody who does not see the policy', async () => {
    const bvg = await policy('BVG')
    const fleet = await house.person({ roles: ['fleet'] })
    expect((await fleet.get(`/de-de/requests/new?category=offer&about=policy:${bvg}`)).status).toBe(404)
    await fleet.get('/de-de/requests/new?category=contract_change')
    expect(fleet.html).not.toContain(bvg)
    await fleet.post('/de-de/requests/new', { ...offer, category: 'contract_change', about: `policy:${bvg}` })
    expect(fleet.status).toBe(422)
    const count = await house.look<{ n: number }>('select count(*)::int as n from service_request where author_account_id = $1', [
      fleet.accountId,
    ])
    expect(count[0]!.n).toBe(0)
  })
})

test('without a record it is between the author and the broker; Kompletter Zugriff sees it too', async () => {
  const author = await house.person({ roles: ['other_lines'] })
  const id = await open(author)
  expect((await author.get(`/de-de/requests/${id}`)).status).toBe(200)
  const colleague = await house.person({ roles: ['other_lines'] })
  expect((await colleague.get(`/de-de/requests/${id}`)).status).toBe(404)
  const boss = await house.person({ roles: ['full_access'] })
  expect((await boss.get(`/de-de/requests/${id}`)).status).toBe(200)
})

test('the author keeps the own request without the role; on a line with health data not the others’ answers', async () => {
  const ktg = await policy('KTG')
  await house.database.write(
    await house.brokerageId(),
    `update line_of_business set health = true where code = 'KTG' and brokerage_id = $1`,
    [await house.brokerageId()],
  )
  const author = await house.person({ roles: ['personal_lines'] })
  const staff = await house.staff()
  const id = await open(author, { ...offer, category: 'contract_change' }, `policy:${ktg}`)
  await author.get(`/de-de/requests/${id}`)
  await author.post(`/de-de/requests/${id}/messages`, { body: 'meine eigene Frage' })
  await staff.get(`/de-de/requests/${id}`)
  await staff.post(`/de-de/requests/${id}/messages`, { body: 'die Diagnose lautet' })
  await house.look('update message set delivers_at = now() where delivers_at > now()')
  expect((await author.get(`/de-de/requests/${id}`)).text()).toContain('die Diagnose lautet')
  await withoutRole(author.accountId, 'personal_lines')
  await author.get(`/de-de/requests/${id}`)
  expect(author.status).toBe(200)
  expect(author.text()).toContain('meine eigene Frage')
  expect(author.text()).not.toContain('die Diagnose lautet')
  expect(author.html).not.toContain(ktg)
})

test('a record that is shared otherwise takes its requests along', async () => {
  const sach = await policy('SACH')
  const author = await house.person({ roles: ['other_lines'] })
  const colleague = await house.person({ roles: ['other_lines'] })
  const id = await open(author, { ...offer, category: 'contract_change' }, `policy:${sach}`)
  expect((await colleague.get(`/de-de/requests/${id}`)).status).toBe(200)
  await house.database.write(await house.brokerageId(), 'update policy set confidential = true where id = $1', [sach])
  expect((await colleague.get(`/de-de/requests/${id}`)).status).toBe(404)
  expect((await author.get(`/de-de/requests/${id}`)).status).toBe(200)
  await house.database.write(await house.brokerageId(), 'update policy set confidential = false where id = $1', [sach])
})

test('its author withdraws it while it is open; nobody else does, and not what is done', async () => {
  const author = await house.person()
  const staff = await house.staff()
  const boss = await house.person({ roles: ['full_access'] })
  const id = await open(author)
  expect((await boss.get(`/de-de/requests/${id}`)).html).not.toContain('/withdrawal')
  await author.get(`/de-de/requests/${id}`)
  const late = author.tab()
  await late.get(`/de-de/requests/${id}`)
  expect((await author.post(`/de-de/requests/${id}/withdrawal`)).status).toBe(303)
  expect((await author.follow()).text()).toContain('zurückgezogen')
  expect((await late.post(`/de-de/requests/${id}/withdrawal`)).status).toBe(403)
  expect((await staff.get(`/de-de/requests/${id}`)).html).not.toContain(`/requests/${id}/state`)
  const done = await open(author)
  await setState(staff, done, 'done')
  expect((await author.get(`/de-de/requests/${done}`)).html).not.toContain('/withdrawal')
})

test('a state that staff set reaches the author as a notification, once', async () => {
  const author = await house.person()
  const staff = await house.staff()
  const id = await open(author)
  await setState(staff, id, 'waiting_customer')
  expect(staff.status).toBe(303)
  await setState(staff, id, 'waiting_customer')
  await author.get('/de-de/')
  expect(author.text().split('Anfrage ist jetzt «wartet auf Kunde»')).toHaveLength(2)
  const [link] = /\/de-de\/notifications\/[0-9a-f-]{36}/.exec(author.html)!
  await author.get(link)
  expect(author.location).toBe(`/de-de/requests/${id}`)
  expect((await author.follow()).text()).toContain('wartet auf Kunde')
  expect((await author.get('/de-de/')).text()).toContain('Keine ungelesenen Meldungen')
})

test('an auditor reads requests and writes nothing', async () => {
  const author = await house.person()
  const auditor = await house.staff('auditor')
  const id = await open(author)
  await auditor.get(`/de-de/requests/${id}`)
  expect(auditor.status).toBe(200)
  for (const path of ['/state"', '/messages"', '/withdrawal"']) expect(auditor.html).not.toContain(`/requests/${id}${path}`)
  expect((await auditor.get('/de-de/requests/new?category=offer')).status).toBe(403)
  const before = await house.look('select state, version from service_request where id = $1', [id])
  for (const verb of ['state', 'messages', 'withdrawal']) {
    await forge(auditor, `/requests/${id}/${verb}`, { state: 'done', body: 'Hallo' })
    expect([verb, auditor.status]).toEqual([verb, 403])
  }
  // With the same hand-made form somebody who may do it does it.
  expect((await forge(await house.staff(), `/requests/${id}/messages`, { body: 'Hallo' })).status).toBe(303)
  expect((await forge(auditor, '/requests/new', offer)).status).toBe(403)
  expect(await house.look('select state, version from service_request where id = $1', [id])).toEqual(before)
})

test('a form that is sent twice opens one request and takes one number', async () => {
  const anja = await house.person({ company: 'K-10004' })
  await anja.get('/de-de/requests/new?category=offer')
  const fields = { ...anja.hiddenFields('/de-de/requests/new'), ...offer }
  const tabs = Array.from({ length: 6 }, () => anja.tab())
  await Promise.all(tabs.map((tab) => tab.send('POST', '/de-de/requests/new', fields)))
  expect(tabs.map((tab) => tab.status)).toEqual(tabs.map(() => 303))
  expect(new Set(tabs.map((tab) => tab.location)).size).toBe(1)
  await open(anja)
  const rows = await house.look<{ number: string }>(
    'select number from service_request where author_account_id = $1 order by number',
    [anja.accountId],
  )
  expect(rows.map((row) => row.number)).toEqual([`A-${year}-0001`, `A-${year}-0002`])
})

test('twenty requests at the same moment get twenty numbers without a gap', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => house.person({ company: 'K-10003' })))
  const tabs = await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const tab = people[n % 4]!.tab()
      return tab.get('/de-de/requests/new?category=offer')
    }),
  )
  await Promise.all(tabs.map((tab) => tab.post('/de-de/requests/new', offer)))
  expect(tabs.map((tab) => tab.status)).toEqual(tabs.map(() => 303))
  const rows = await house.look<{ number: string }>(
    `select r.number from service_request r join company c on c.brokerage_id = r.brokerage_id and c.id = r.company_id where c.source_key = 'K-10003' order by 1`,
  )
  expect(rows.map((row) => row.number)).toEqual(
    Array.from({ length: 20 }, (_, n) => `A-${year}-${String(n + 1).padStart(4, '0')}`),
  )
})
