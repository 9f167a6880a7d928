import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, pdf, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { isFuture, readPastDay, readTime } from './moments.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

async function begin(person: Visitor, kind: string): Promise<string> {
  await person.get('/de-de/claims/new')
  await person.post('/de-de/claims/new', { kind })
  expect(person.status).toBe(303)
  return /\/claims\/new\/([0-9a-f-]+)\/event$/.exec(person.location!)![1]!
}

async function step(person: Visitor, id: string, name: string, fields: Record<string, string>) {
  await person.get(`/de-de/claims/new/${id}/${name}`)
  await person.post(`/de-de/claims/new/${id}/${name}`, fields)
}

/** A report up to its last step. */
const needed: Record<string, Record<string, string>> = {
  property: { damage: 'Dach' },
  liability: { counterparty: 'Peter Muster' },
  accident: { person: 'Anja Rieder' },
  sickness: { person: 'Anja Rieder', incapacity: '100' },
  cyber: { ongoing: 'no', systems: 'Dateiserver' },
}

async function filled(person: Visitor, kind: string, event: Record<string, string> = {}, people: Record<string, string> = {}) {
  const id = await begin(person, kind)
  await step(person, id, 'event', { date: '3.11.2026', what: 'Es ist etwas passiert.', ...event })
  expect([person.status, person.location]).toEqual([303, `/de-de/claims/new/${id}/people`])
  await step(person, id, 'people', { ...needed[kind], ...people })
  expect([person.status, person.location]).toEqual([303, `/de-de/claims/new/${id}/files`])
  return id
}

async function sent(person: Visitor, kind: string, event = {}, people = {}, last: Record<string, string> = {}) {
  const id = await filled(person, kind, event, people)
  await step(person, id, 'check', last)
  expect([person.status, person.location]).toEqual([303, `/de-de/claims/new/${id}/done`])
  return id
}

const vehicle = async (company = 'K-10001') =>
  (
    await house.look<{ id: string; plate: string; policy_id: string }>(
      `select o.id, o.plate, o.policy_id from insured_object o join company c on c.id = o.company_id join policy p on p.id = o.policy_id
       join brokerage b on b.brokerage_id = o.brokerage_id where b.number = '6323' and c.source_key = $1 and p.line_code = 'MF' and o.plate is not null limit 1`,
      [company],
    )
  )[0]!

test('only the kinds whose lines the roles open are offered; the others say which role it takes', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/claims/new')
  const offered = [...person.html.matchAll(/name="kind" value="(\w+)"/g)].map(([, kind]) => kind)
  expect(offered).toEqual(['vehicle', 'other'])
  expect(person.text()).toContain(
    'Krankheit: dafür brauchen Sie die Rolle Personenversicherungen ohne BVG oder Kompletter Zugriff.',
  )
  await person.post('/de-de/claims/new', { kind: 'sickness' })
  expect(person.status).toBe(403)
  await person.get('/de-de/claims/new')
  await person.post('/de-de/claims/new', { kind: 'nonsense' })
  expect(person.status).toBe(400)
  const alone = await house.person()
  await alone.get('/de-de/claims/new')
  expect(alone.html).not.toContain('name="kind"')
  const staff = await house.staff()
  expect((await staff.get('/de-de/claims/new')).status).toBe(403)
})

test('a motor claim from the plate to the number, without a script', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const car = await vehicle()
  const id = await begin(person, 'vehicle')
  await step(person, id, 'event', {
    date: 'heute',
    time: '1430',
    what: 'Parkschaden',
    object_query: car.plate.toLowerCase(),
    find: '1',
  })
  expect(person.location).toBe(`/de-de/claims/new/${id}/event#objects`)
  await person.get(`/de-de/claims/new/${id}/event`)
  expect(person.html).toMatch(new RegExp(`value="${car.id}"[^>]*checked|checked[^>]*value="${car.id}"`))
  expect(person.html).toMatch(/<option [^>]*selected[^>]*>Vorschlag: /)
  await person.post(`/de-de/claims/new/${id}/event`, {
    date: 'heute',
    time: '14.30',
    place: 'Luzern',
    what: 'Parkschaden',
    object_query: car.plate,
    object: car.id,
    policy: car.policy_id,
  })
  expect(person.location).toBe(`/de-de/claims/new/${id}/people`)
  await step(person, id, 'people', { driver: 'Anja Rieder' })
  await send(person, `/de-de/claims/new/${id}/files`, { go: 'next' }, [{ name: 'Schaden Ä.jpg', bytes: jpeg }])
  expect([person.status, person.location]).toEqual([303, `/de-de/claims/new/${id}/check`])
  await person.get(`/de-de/claims/new/${id}/check`)
  for (const text of ['14:30', 'Luzern', 'Anja Rieder', 'Schaden Ä.jpg', car.plate]) expect(person.text()).toContain(text)
  await person.post(`/de-de/claims/new/${id}/check`)
  await person.follow()
  const [claim] = await house.look<{
    number: string
    audience: string[]
    policy_id: string
    state: string
    author_account_id: string
  }>('select number, audience, policy_id, state, author_account_id from claim where id = $1', [id])
  expect(claim).toMatchObject({
    audience: ['fleet'],
    policy_id: car.policy_id,
    state: 'reported',
    author_account_id: person.accountId,
  })
  expect(claim!.number).toMatch(/^S-\d{4}-\d{5}$/)
  expect(person.text()).toContain(`Schadennummer: ${claim!.number}`)
  const [document] = await house.look<{ audience: string[]; file_name: string; published_at: Date }>(
    'select audience, file_name, published_at from document where claim_id = $1',
    [id],
  )
  expect(document).toMatchObject({ audience: ['fleet'], file_name: 'Schaden Ä.jpg' })
  await house.mailNews()
  const letters = (await house.letters()).filter(({ event }) => event === 'portal_news')
  expect(letters.map(({ values }) => values.news)).toContain('1 Schadenfall')
  expect(JSON.stringify(letters)).not.toContain(claim!.number)
  const events = await house.look('select details from event where verb = $1 and subject_id = $2', ['claim.reported', id])
  expect(events).toEqual([{ details: { number: claim!.number } }])
  expect((await person.get(`/de-de/claims/${id}`)).status).toBe(200)
  const staff = await house.staff()
  expect((await staff.get(`/de-de/claims/${id}/report`)).status).toBe(200)
  expect(staff.text()).toContain('Anja Rieder')
})

test('one match is taken, several are asked about, an unknown one goes along as text', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const car = await vehicle()
  const id = await begin(person, 'vehicle')
  const event = { date: '3.11.2026', what: 'x' }
  await step(person, id, 'event', { ...event, object_query: '%' })
  expect(person.location).toBe(`/de-de/claims/new/${id}/people`)
  await step(person, id, 'event', { ...event, object_query: car.plate.slice(0, 2) })
  expect(person.status).toBe(422)
  expect(person.text()).toContain('Mehrere Objekte passen')
  await step(person, id, 'event', { ...event, object_query: car.plate })
  expect(person.location).toBe(`/de-de/claims/new/${id}/people`)
  const [draft] = await house.look<{ data: Record<string, string> }>('select data from claim_report where id = $1', [id])
  expect(draft!.data).toMatchObject({ object: car.id, policy: '', date: '03.11.2026' })
  await person.get(`/de-de/claims/new/${id}/check`)
  const [policy] = await house.look<{ number: string }>('select number from policy where id = $1', [car.policy_id])
  expect(person.text()).toContain(policy!.number)
})

test('what is missing or wrong comes back with the form as filled in, and is kept all the same', async () => {
  const person = await house.person({ roles: ['personal_lines'] })
  const id = await begin(person, 'sickness')
  for (const [date, text] of [
    ['', 'Füllen Sie «Krank seit» aus.'],
    ['31.2.2026', 'Geben Sie «Krank seit» als Datum ein'],
    ['1.1.2099', '«Krank seit» liegt in der Zukunft.'],
  ]) {
    await step(person, id, 'event', { date: date!, what: 'Grippe' })
    expect([person.status, person.text().includes(text!)]).toEqual([422, true])
    expect(person.html).toContain('Fehler: ')
    expect(person.html).toContain('Grippe')
  }
  await person.get(`/de-de/claims/new/${id}/check`)
  expect(person.location).toBe(`/de-de/claims/new/${id}/event?incomplete=1`)
  await person.follow()
  expect(person.text()).toContain('Es fehlen noch Angaben')
  await step(person, id, 'event', { date: '031126', what: 'Grippe\u0000' })
  expect(person.status).toBe(422)
  await step(person, id, 'event', { date: '031126', what: 'Grippe' })
  await step(person, id, 'people', {})
  expect(person.text()).toContain('Füllen Sie «Betroffene Person» aus.')
  await step(person, id, 'people', { person: 'Anja Rieder', incapacity: '100 %', later: '1' })
  expect(person.location).toBe('/de-de/claims/new?done=saved')
  await person.follow()
  expect(person.text()).toContain('Weiterfahren: Krankheit, 03.11.2026')
  await step(person, id, 'check', {})
  expect([person.status, person.text().includes('Bestätigen Sie die Einwilligung')]).toEqual([422, true])
  await step(person, id, 'check', { consent: 'on' })
  expect(person.location).toBe(`/de-de/claims/new/${id}/done`)
  const [event] = await house.look<{ details: unknown }>('select details from event where verb = $1 and subject_id = $2', [
    'claim.reported',
    id,
  ])
  expect(event!.details).toMatchObject({ consent: true })
})

test('a report is for its author, the roles of its lines and staff; for nobody else it is not there', async () => {
  const author = await house.person({ roles: ['personal_lines'] })
  const id = await sent(author, 'sickness', { what: 'GEHEIME DIAGNOSE' }, { person: 'Anja Rieder' }, { consent: 'on' })
  await author.get(`/de-de/documents/new?claim=${id}`)
  await send(author, '/de-de/documents/new', {}, [{ name: 'Zeugnis.pdf', bytes: pdf }])
  expect([author.status, author.location]).toEqual([303, `/de-de/claims/${id}/report?done=files`])
  const [file] = await house.look<{ id: string }>('select id from document where claim_id = $1', [id])
  const see = async (who: Visitor) => [
    (await who.get(`/de-de/claims/${id}`)).status,
    (await who.get(`/de-de/claims/${id}/report`)).status,
    (await who.get(`/de-de/documents/${file!.id}`)).status,
    (await who.get(`/de-de/documents/${file!.id}/file`)).status,
  ]
  expect(await see(author)).toEqual([200, 200, 200, 200])
  expect(await see(await house.person({ roles: ['personal_lines'] }))).toEqual([200, 200, 200, 200])
  expect(await see(await house.person({ roles: ['full_access'] }))).toEqual([200, 200, 200, 200])
  expect(await see(await house.staff('auditor'))).toEqual([200, 200, 200, 200])
  for (const stranger of [
    await house.person({ roles: ['fleet', 'other_lines', 'occupational_pension', 'file_manager', 'user_manager'] }),
    await house.person({ company: 'K-10005', roles: ['full_access'] }),
    await house.person({ brokerage: '7101', roles: ['full_access'] }),
  ]) {
    expect(await see(stranger)).toEqual([404, 404, 404, 404])
    await stranger.get('/de-de/claims')
    expect(stranger.html).not.toContain(id)
    for (const path of ['', '/event', '/people', '/files', '/check', '/done'])
      expect((await stranger.get(`/de-de/claims/new/${id}${path}`)).status).toBe(404)
    expect((await stranger.get(`/de-de/documents/new?claim=${id}`)).status).toBe(404)
  }
  // The author keeps seeing it when the role is gone.
  await house.database.write(
    await house.brokerageId(),
    `update role_grant set valid_until = now() where account_id = $1 and role = 'personal_lines'`,
    [author.accountId],
  )
  expect(await see(author)).toEqual([200, 200, 200, 200])
})

test('a draft is its author’s alone, also for colleagues with every role and for staff', async () => {
  const author = await house.person({ roles: ['fleet'] })
  const id = await filled(author, 'vehicle', { what: 'ENTWURF' })
  for (const other of [await house.person({ roles: ['full_access', 'user_manager'] }), await house.staff()]) {
    for (const path of ['', '/event', '/check']) expect((await other.get(`/de-de/claims/new/${id}${path}`)).status).toBe(404)
    expect(other.html).not.toContain('ENTWURF')
  }
})

test('«Anderes» without a policy is for the author, full access and staff', async () => {
  const author = await house.person({ roles: ['occupational_pension'] })
  const id = await sent(author, 'other')
  expect((await author.get(`/de-de/claims/${id}`)).status).toBe(200)
  expect((await (await house.person({ roles: ['other_lines', 'fleet'] })).get(`/de-de/claims/${id}`)).status).toBe(404)
  expect((await (await house.person({ roles: ['full_access'] })).get(`/de-de/claims/${id}`)).status).toBe(200)
})

test('a policy or object that one does not see cannot be named', async () => {
  const person = await house.person({ roles: ['other_lines'] })
  const car = await vehicle()
  const id = await begin(person, 'other')
  await step(person, id, 'event', { date: '3.11.2026', what: 'x', policy: car.policy_id, object: car.id })
  expect(person.status).toBe(422)
  expect(person.html).not.toContain(car.plate)
  const [draft] = await house.look<{ data: Record<string, string> }>('select data from claim_report where id = $1', [id])
  expect(draft!.data).toMatchObject({ policy: '', object: '' })
})

test('sent thirty times at once it is one claim with one number, one mail and one event', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const id = await filled(person, 'vehicle')
  await person.get(`/de-de/claims/new/${id}/check`)
  const fields = person.hiddenFields(`/de-de/claims/new/${id}/check`)
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => person.tab().send('POST', `/de-de/claims/new/${id}/check`, fields)),
  )
  expect(answers.map(({ status, location }) => [status, location])).toEqual(
    Array.from({ length: 30 }, () => [303, `/de-de/claims/new/${id}/done`]),
  )
  expect(await house.look('select 1 as n from claim where id = $1', [id])).toHaveLength(1)
  expect(await house.look('select 1 as n from event where verb = $1 and subject_id = $2', ['claim.reported', id])).toHaveLength(1)
  const told = await house.look('select coalesce(account_id, staff_id) as who from notification where about_id = $1', [id])
  expect(told.length).toBeGreaterThan(0)
  expect(new Set(told.map(({ who }) => who)).size).toBe(told.length)
})

test('numbers count per company without gaps, also when several are sent at once', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => house.person({ company: 'K-10005', roles: ['fleet'] })))
  const ids = await Promise.all(people.map((person) => filled(person, 'vehicle')))
  await Promise.all(people.map((person, n) => step(person, ids[n]!, 'check', {})))
  const rows = await house.look<{ n: number }>(
    'select right(number, 5)::int as n from claim where id = any ($1) order by number',
    [ids],
  )
  expect(rows.map(({ n }) => n - rows[0]!.n)).toEqual([0, 1, 2, 3])
})

test('a changed mapping of lines moves a report on no policy, and its documents', async () => {
  const author = await house.person({ roles: ['other_lines'] })
  const id = await filled(author, 'cyber')
  await send(author, `/de-de/claims/new/${id}/files`, { go: 'next' }, [{ name: 'Log.txt', bytes: Buffer.from('alles weg\n') }])
  await step(author, id, 'check', {})
  const audiences = () =>
    house.look(
      'select c.audience as claim, d.audience as document from claim c join document d on d.claim_id = c.id where c.id = $1',
      [id],
    )
  expect(await audiences()).toEqual([{ claim: ['other_lines'], document: ['other_lines'] }])
  await house.database.write(
    await house.brokerageId(),
    `update line_of_business set audience = '{}' where code = 'CYB' and brokerage_id = $1`,
    [await house.brokerageId()],
  )
  expect(await audiences()).toEqual([{ claim: [], document: [] }])
})

test('photos are added, refused with their reason, and taken off again; the good ones stay', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const id = await filled(person, 'vehicle')
  const path = `/de-de/claims/new/${id}/files`
  await person.get(path)
  await send(person, path, { go: 'stay' }, [
    { name: 'gut.jpg', bytes: jpeg },
    { name: 'seite.html', bytes: Buffer.from('<script>alert(1)</script>') },
  ])
  expect(person.status).toBe(422)
  expect(person.text()).toContain(
    '«seite.html»: Webseiten, Skripte und SVG-Bilder werden aus Sicherheitsgründen nicht angenommen.',
  )
  expect(person.text()).toContain('gut.jpg')
  await send(person, path, { go: 'stay' }, [{ name: 'nochmals.jpg', bytes: jpeg }])
  await person.get(path)
  expect(person.html.match(/removal/g)).toHaveLength(1)
  const removal = /action="([^"]+removal)"/.exec(person.html)![1]!
  await person.post(removal)
  await person.get(path)
  expect(person.text()).not.toContain('gut.jpg')
})

test('a thrown away draft is gone, and so is its address', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const id = await filled(person, 'vehicle')
  await person.get('/de-de/claims/new')
  await person.post(`/de-de/claims/new/${id}/discard`)
  await person.follow()
  expect(person.text()).not.toContain('Weiterfahren')
  expect((await person.get(`/de-de/claims/new/${id}/event`)).status).toBe(404)
})

test('days and times as people write them', () => {
  const today = Temporal.PlainDate.from('2026-11-23')
  for (const [typed, day] of [
    ['3.11.2026', '2026-11-03'],
    ['031126', '2026-11-03'],
    ['heute', '2026-11-23'],
    ['Gestern', '2026-11-22'],
    ["aujourd'hui", '2026-11-23'],
    ['31.2.2026', undefined],
    ['', undefined],
  ] as const)
    expect([typed, readPastDay(typed, today)]).toEqual([typed, day])
  expect(['14:30', '1430', '14.30', '14h30', '14 Uhr', '9', '25:00', '1:60'].map(readTime)).toEqual([
    '14:30',
    '14:30',
    '14:30',
    '14:30',
    '14:00',
    '09:00',
    undefined,
    undefined,
  ])
  expect([isFuture('2026-11-24', today), isFuture('2026-11-23', today)]).toEqual([true, false])
})
