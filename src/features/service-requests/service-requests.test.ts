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

const setState = async (who: Visitor, id: string, state: string, more: Record<string, string> = {}) => {
  await who.get(`/de-de/requests/${id}`)
  return who.post(`/de-de/requests/${id}/state`, { state, ...more })
}

/** The value of a fact on the page of a request. */
const fact = (who: Visitor, label: string) =>
  new RegExp(`<dt>${label}</dt><dd>(.*?)</dd>`)
    .exec(who.html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim()

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
    plate: 'lu·123456',
    make_model: 'VW Crafter',
    wished_on: '30.11.2026',
    first_registered_on: '010226',
    master_number: '123 456 789',
    value: '58’400',
    cover: 'full',
    leasing: 'no',
    evn: 'yes',
  }
  const id = await open(anja, fields)
  await anja.follow()
  expect(anja.text()).toContain(`A-${year}-0001`)
  const said = [
    'LU 123456',
    'VW Crafter',
    '30.11.2026',
    '01.02.2026',
    '123.456.789',
    'CHF 58’400.00',
    'Haftpflicht und Vollkasko',
  ]
  for (const shown of [...said, 'Fahrzeug einlösen: LU 123456']) {
    expect(anja.text()).toContain(shown)
  }
  await anja.get('/de-de/requests')
  expect(anja.html).toContain(`/de-de/requests/${id}"`)
})

test('a vehicle has no cover before somebody confirms it: on the form, and on the request, also when it is done', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  const staff = await house.staff()
  const warning = 'Keine Deckung bis zur Bestätigung'
  for (const category of ['vehicle_in', 'vehicle_out', 'plate_change']) {
    await anja.get(`/de-de/requests/new?category=${category}`)
    expect([category, anja.text().includes(warning)]).toEqual([category, true])
  }
  await anja.get('/de-de/requests/new?category=offer')
  expect(anja.text()).not.toContain(warning)
  const id = await open(anja, { category: 'vehicle_out', plate: 'LU 1', reason: 'sold', wished_on: '30.11.2026' })
  expect((await anja.get(`/de-de/requests/${id}`)).text()).toContain(warning)
  expect((await setState(staff, id, 'done')).status).toBe(303)
  expect((await anja.get(`/de-de/requests/${id}`)).text()).toContain(warning)
  expect((await setState(staff, id, 'done', { cover_confirmed: 'on' })).status).toBe(303)
  await anja.get(`/de-de/requests/${id}`)
  expect(anja.text()).not.toContain(warning)
  expect(anja.text()).toContain('Deckung bestätigt')
  expect((await anja.get('/de-de/notifications')).text()).toContain('Deckung bestätigt')
})

test('what is missing or no date comes back with the form as filled in', async () => {
  const anja = await house.person({ roles: ['fleet'] })
  await anja.get('/de-de/requests/new?category=vehicle_in')
  await anja.post('/de-de/requests/new', { category: 'vehicle_in', make_model: 'VW Crafter', wished_on: '31.2.2026' })
  expect(anja.status).toBe(422)
  expect(anja.text()).toContain('Gewünschte Deckung: Wählen Sie einen der Einträge')
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
      'select account_id, staff_id from notification where about_id = $1',
      [id],
    )
    const accounts = told.map((row) => row.account_id)
    for (const yes of [peer, boss]) expect(accounts).toContain(yes.accountId)
    for (const no of [author, fleet, above]) expect(accounts).not.toContain(no.accountId)
    expect(told.filter((row) => row.staff_id)).toHaveLength(1)
    await house.mailNews()
    const letters = (await house.letters()).filter((letter) => letter.values.news)
    expect(letters.map((letter) => letter.recipient)).toEqual(expect.arrayContaining([peer.email, boss.email]))
    for (const no of [author, fleet, above]) expect(letters.map((letter) => letter.recipient)).not.toContain(no.email)
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
  expect((await forge(auditor, '/requests/new', offer)).status).toBe(403)
  expect(await house.look('select state, version from service_request where id = $1', [id])).toEqual(before)
  // With the same hand-made form somebody who may do it does it.
  expect((await forge(await house.staff(), `/requests/${id}/messages`, { body: 'Hallo' })).status).toBe(303)
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

describe('what a category asks for', () => {
  const wrong: [string, Record<string, string>, string][] = [
    ['vehicle_out', { plate: 'LU 12345678', reason: 'sold' }, 'Kontrollschild: Geben Sie Kanton und Nummer ein'],
    ['vehicle_out', { plate: '', reason: 'sold' }, 'Füllen Sie «Kontrollschild» aus'],
    ['vehicle_out', { plate: 'LU 1' }, 'Warum?: Wählen Sie einen der Einträge'],
    ['plate_change', { plate: 'LU 1', new_plate: '???', evn: 'yes' }, 'Neues Kontrollschild: Geben Sie Kanton und Nummer ein'],
    [
      'vehicle_in',
      { master_number: '12345', make_model: 'x', cover: 'full', evn: 'no' },
      'Stammnummer: Geben Sie neun Ziffern ein',
    ],
    [
      'vehicle_in',
      { value: 'viel', make_model: 'x', cover: 'full', evn: 'no' },
      'Katalogpreis mit Zubehör: Geben Sie einen Betrag ein',
    ],
    ['certificate', { purpose: 'Baustelle' }, 'Füllen Sie «Für wen ist der Nachweis?» aus'],
    ['offer', { body: 'x', line: 'Erfundene Branche' }, 'Branche: Wählen Sie einen der Einträge'],
    ['termination', { body: 'Zu teuer' }, 'Um welche Police geht es?: Wählen Sie einen der Einträge'],
    ['access_question', { body: '' }, 'Füllen Sie «Ihre Frage» aus'],
  ]
  test.each(wrong)('%s with %j is refused, and stays as typed', async (category, fields, error) => {
    const anja = await house.person({ roles: ['fleet', 'other_lines'] })
    await anja.get(`/de-de/requests/new?category=${category}`)
    await anja.post('/de-de/requests/new', { category, wished_on: '30.11.2026', ...fields })
    expect(anja.status).toBe(422)
    expect(anja.text()).toContain(error)
    for (const value of Object.values(fields).filter((one) => one.length > 4 && one !== 'Erfundene Branche'))
      expect(anja.html).toContain(value)
  })

  test('every category can be opened with what it needs', async () => {
    const anja = await house.person({ roles: ['fleet', 'other_lines'] })
    const mf = `policy:${await policy('MF')}`
    const right: Record<string, Record<string, string>> = {
      offer: { body: 'Eine Cyberversicherung', line: 'Cyber' },
      contract_change: { body: 'Höhere Summe', about: mf },
      vehicle_in: { make_model: 'VW Crafter', cover: 'partial', evn: 'yes', wished_on: 'morgen' },
      vehicle_out: { plate: 'LU 4711', reason: 'deposited', wished_on: 'heute' },
      plate_change: { plate: 'LU 4711', new_plate: 'lu4712', evn: 'no', wished_on: '1.12.26' },
      certificate: { recipient: 'Stadt Luzern', purpose: 'Baustelle', sum: '5’000’000', certificate_language: 'fr' },
      termination: { about: mf, body: 'Zu teuer' },
      access_question: { body: 'Warum sehe ich die Flotte nicht?', person: 'Anja Rieder' },
    }
    const [line] = await house.look<{ name: string }>(
      `select name from line_of_business where code = 'CYB' and brokerage_id = $1`,
      [await house.brokerageId()],
    )
    right.offer!.line = line!.name
    for (const [category, fields] of Object.entries(right)) {
      const id = await open(anja, { category, ...fields })
      expect([category, (await anja.get(`/de-de/requests/${id}`)).status]).toEqual([category, 200])
    }
    const tomorrow = Temporal.Now.plainDateISO('Europe/Zurich').add({ days: 1 })
    const [row] = await house.look<{ wished_on: string }>(
      `select wished_on from service_request where category = 'vehicle_in' and author_account_id = $1`,
      [anja.accountId],
    )
    expect(row!.wished_on).toBe(tomorrow.toString())
  })

  test('a chassis number that looks wrong is kept, and said to be doubtful', async () => {
    const anja = await house.person({ roles: ['fleet'] })
    const fields = {
      category: 'vehicle_in',
      make_model: 'Oldtimer',
      cover: 'liability',
      evn: 'no',
      wished_on: '30.11.2026',
      vin: 'wv1 zzz 2e',
    }
    const id = await open(anja, fields)
    await anja.get(`/de-de/requests/${id}`)
    expect(anja.text()).toContain('WV1ZZZ2E Bitte prüfen')
    expect(anja.text()).toContain(`Fahrzeug einlösen: Oldtimer`)
  })

  test('a plate is proposed and ties the request to its vehicle, for those who see it', async () => {
    const [car] = await house.look<{ id: string; plate: string }>(
      `select o.id, o.plate from insured_object o join company c on c.brokerage_id = o.brokerage_id and c.id = o.company_id
       join brokerage b on b.brokerage_id = o.brokerage_id
       where c.source_key = 'K-10001' and b.number = '6323' and o.audience @> '{fleet}' and o.plate is not null
         and (select count(*) from insured_object p where p.brokerage_id = o.brokerage_id and p.plate = o.plate) = 1 limit 1`,
    )
    const [fleet, other] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['other_lines'] })]
    await fleet.get('/de-de/requests/new?category=vehicle_out')
    expect(fleet.html).toContain(`<option value="${car!.plate}"`)
    expect((await other.get('/de-de/requests/new?category=vehicle_out')).html).not.toContain(car!.plate)
    const fields = {
      category: 'vehicle_out',
      plate: car!.plate.replace(' ', '').toLowerCase(),
      reason: 'sold',
      wished_on: 'heute',
    }
    const [mine, theirs] = [await open(fleet, fields), await open(other, fields)]
    const about = async (id: string) =>
      (await house.look<{ about_id: string | null }>('select about_id from service_request where id = $1', [id]))[0]!.about_id
    expect([await about(mine), await about(theirs)]).toEqual([car!.id, null])
    await fleet.get(`/de-de/requests/new?category=plate_change&about=insured_object:${car!.id}`)
    expect(fleet.html).toMatch(new RegExp(`name="plate"[^>]*value="${car!.plate}"|value="${car!.plate}"[^>]*name="plate"`))
  })

  test('a termination names the computed deadline with its rule, on the form and on the request, not to who lost sight', async () => {
    const [mf] = await house.look<{ id: string; ends_on: string }>(
      `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
       where p.line_code = 'MF' and c.source_key = 'K-10001' and b.number = '6323' and not p.confidential limit 1`,
    )
    await house.database.write(
      await house.brokerageId(),
      `update policy set state = 'active', ends_on = '2030-12-31', notice_months = 3 where id = $1`,
      [mf!.id],
    )
    const anja = await house.person({ roles: ['fleet'] })
    // Three months before the end of 2030, arrived: domain 2.2.
    const title = 'Kündbar auf den 31.12.2030: Die Kündigung muss bis 30.09.2030 eingetroffen sein'
    await anja.get(`/de-de/requests/new?category=termination&about=policy:${mf!.id}`)
    expect(anja.text()).toContain(title)
    expect(anja.text()).toContain('Kündigungsfrist 3 Monate')
    const id = await open(anja, { category: 'termination', body: 'Zu teuer' }, `policy:${mf!.id}`)
    expect((await anja.get(`/de-de/requests/${id}`)).text()).toContain(title)
    await withoutRole(anja.accountId, 'fleet')
    await anja.get(`/de-de/requests/${id}`)
    expect(anja.status).toBe(200)
    expect(anja.text()).not.toContain('30.09.2030')
  })
})

describe('the broker’s people', () => {
  test('say who works on it, what comes next and when, and the customer reads it', async () => {
    const [author, staff] = [await house.person(), await house.staff()]
    const id = await open(author)
    await author.get(`/de-de/requests/${id}`)
    expect(fact(author, 'Bearbeitet von')).toBe('noch niemandem')
    expect(author.text()).toContain('Ihr Broker sieht die Anfrage an und meldet sich.')
    await setState(staff, id, 'waiting_insurer', {
      handler: staff.staffId,
      next_step: 'Wir erhalten die Offerte',
      next_on: '5.12.2026',
    })
    expect(staff.status).toBe(303)
    await author.get(`/de-de/requests/${id}`)
    const [name] = await house.look<{ name: string }>(
      `select first_name || ' ' || last_name as name from staff_member where id = $1`,
      [staff.staffId],
    )
    expect(fact(author, 'Bearbeitet von')).toBe(name!.name)
    expect(fact(author, 'Nächster Schritt')).toBe('Wir erhalten die Offerte, voraussichtlich am 05.12.2026')
    expect(author.html).not.toContain(`/requests/${id}/state"`)
    await setState(staff, id, 'in_progress', { next_on: 'bald' })
    expect(staff.status).toBe(422)
    expect(staff.text()).toContain('Voraussichtlich am: Geben Sie ein Datum ein')
    expect(staff.html).toContain('value="bald"')
  })

  test('answer and set the state in one go; who answers first works on it', async () => {
    const [author, staff] = [await house.person(), await house.staff()]
    const id = await open(author)
    await staff.get(`/de-de/requests/${id}`)
    await staff.post(`/de-de/requests/${id}/messages`, { body: 'Wie viele Personen?', answer_state: 'waiting_customer' })
    expect(staff.status).toBe(303)
    await house.look(`update message set delivers_at = now() where delivers_at > now()`)
    await author.get(`/de-de/requests/${id}`)
    expect(author.text()).toContain('Wie viele Personen?')
    expect(fact(author, 'Status')).toBe('wartet auf Kunde')
    expect(fact(author, 'Bearbeitet von')).not.toBe('noch niemandem')
    // A customer sets no state, whatever the form says.
    await author.post(`/de-de/requests/${id}/messages`, { body: 'Vierzig', answer_state: 'done' })
    expect(fact(await author.get(`/de-de/requests/${id}`), 'Status')).toBe('wartet auf Kunde')
  })

  test('two at once: the second one sees what the first one did, with the own words still in the form', async () => {
    const author = await house.person()
    const [first, second] = [await house.staff('administrator'), await house.staff('account_manager')]
    const id = await open(author)
    const answering = first.tab()
    for (const one of [first, second, answering]) await one.get(`/de-de/requests/${id}`)
    await first.post(`/de-de/requests/${id}/state`, { state: 'in_progress', next_step: 'Erste' })
    await second.post(`/de-de/requests/${id}/state`, { state: 'done', next_step: 'Zweite' })
    expect(second.status).toBe(409)
    expect(second.text()).toContain('Inzwischen ist die Anfrage «in Bearbeitung»')
    expect(second.html).toContain('value="Zweite"')
    await second.post(`/de-de/requests/${id}/state`, { state: 'done', next_step: 'Zweite' })
    expect(second.status).toBe(303)
    await answering.post(`/de-de/requests/${id}/messages`, { body: 'Mein Text bleibt', answer_state: 'waiting_customer' })
    expect(answering.status).toBe(409)
    expect(answering.text()).toContain('Mein Text bleibt')
    const said = await house.look(`select id from message where body = 'Mein Text bleibt'`)
    expect(said).toHaveLength(0)
  })
})

describe('a request that is done', () => {
  test('is opened again by its author within fourteen days, with what is missing', async () => {
    const [author, staff] = [await house.person(), await house.staff()]
    const boss = await house.person({ roles: ['full_access'] })
    const id = await open(author)
    await setState(staff, id, 'done')
    await author.get(`/de-de/requests/${id}`)
    await author.post(`/de-de/requests/${id}/reopening`, { missing: '  ' })
    expect(author.status).toBe(422)
    expect(author.text()).toContain('Füllen Sie «Was fehlt noch?» aus')
    await author.post(`/de-de/requests/${id}/reopening`, { missing: 'Die Police fehlt noch.' })
    expect(author.status).toBe(303)
    await author.follow()
    expect(fact(author, 'Status')).toBe('neu')
    expect(author.text()).toContain('Die Police fehlt noch.')
    expect(
      (await house.look(`select id from notification where kind = 'request_state' and detail = 'reopened'`)).length,
    ).toBeGreaterThan(0)
    await setState(staff, id, 'done')
    expect((await boss.get(`/de-de/requests/${id}`)).html).not.toContain('/reopening')
    expect((await forge(boss, `/requests/${id}/reopening`, { missing: 'x' })).status).toBe(403)
    expect((await forge(staff, `/requests/${id}/reopening`, { missing: 'x' })).status).toBe(403)
  })

  test('leads to a new one after that', async () => {
    const [author, staff] = [await house.person(), await house.staff()]
    const id = await open(author)
    await setState(staff, id, 'done')
    await house.database.write(
      await house.brokerageId(),
      `update service_request set state_since = now() - interval '15 days' where id = $1`,
      [id],
    )
    await author.get(`/de-de/requests/${id}`)
    expect(author.html).not.toContain('/reopening')
    expect(author.html).toContain('/de-de/requests/new?category=offer')
    expect((await forge(author, `/requests/${id}/reopening`, { missing: 'x' })).status).toBe(403)
  })

  test('is not changed otherwise by its author, also not past the code', async () => {
    const [author, staff] = [await house.person(), await house.staff()]
    const id = await open(author)
    const brokerage = await house.brokerageId()
    const as = async (statement: string) => {
      const client = await house.database.app.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.brokerage', $1, true), set_config('app.actor', $2, true)`, [
          brokerage,
          author.accountId,
        ])
        await client.query('select access.work_out()')
        return await client.query(statement, [id]).then(
          ({ rowCount }) => rowCount,
          (error: { code: string }) => error.code,
        )
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await as(`update service_request set state = 'withdrawn' where id = $1`)).toBe(1)
    expect(await as(`update service_request set state = 'new' where id = $1`)).toBe('42501')
    expect(await as(`update service_request set state = 'done' where id = $1`)).toBe('42501')
    expect(await as(`update service_request set state = 'withdrawn', cover_confirmed_at = now() where id = $1`)).toBe('42501')
    await setState(staff, id, 'done')
    expect(await as(`update service_request set state = 'withdrawn' where id = $1`)).toBe('42501')
    expect(await as(`update service_request set state = 'new' where id = $1`)).toBe(1)
  })
})

test('a request prints with everything that was said, and without a form; who does not see it gets no paper', async () => {
  const [author, staff] = [await house.person(), await house.staff()]
  const id = await open(author)
  await house.look(
    `insert into message (brokerage_id, conversation_id, author_account_id, author_name, body, written_at, delivers_at)
     select brokerage_id, id, author_account_id, 'Test', 'Zeile ' || n || '.', now() - interval '1 day' + n * interval '1 second', now() - interval '1 day'
     from conversation, generate_series(1, 70) n where about_id = $1`,
    [id],
  )
  for (const who of [author, staff, await house.staff('auditor')]) {
    await who.get(`/de-de/requests/${id}/print`)
    expect(who.status).toBe(200)
    expect(who.text()).toContain('Zeile 1.')
    expect(who.text()).toContain('Zeile 70.')
    expect(who.html).not.toContain(`action="/de-de/requests/`)
  }
  expect((await (await house.person({ roles: ['fleet'] })).get(`/de-de/requests/${id}/print`)).status).toBe(404)
})

test('its page says what happened to it, and to a User Manager who sees it', async () => {
  const manager = await house.person({ roles: ['user_manager', 'fleet'], name: 'Leitet Flotte' })
  const stefan = await house.person({ roles: ['fleet'], name: 'Fragt Flotte' })
  const id = await open(stefan, { ...offer, category: 'contract_change', wished_on: '' }, `policy:${await policy('MF')}`)
  const sophie = await house.staff()
  await setState(sophie, id, 'waiting_insurer')
  await manager.get(`/de-de/requests/${id}`)
  expect(manager.text()).toMatch(/Wer sieht das\?[\s\S]*Flottenmanager[\s\S]*Fragt Flotte/)
  expect(manager.text()).toMatch(/Verlauf[\s\S]*Stand: /)
  await stefan.get(`/de-de/requests/${id}`)
  expect(stefan.text()).not.toContain('Wer sieht das?')
  expect(stefan.text()).toContain('Stand: ')
})
