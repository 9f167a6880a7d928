import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const wait = () => house.look('update message set delivers_at = now() where delivers_at > now()')

async function write(who: Visitor, subject: string, body: string, about = ''): Promise<string> {
  await who.get(`/de-de/messages/new${about && `?about=${about}`}`)
  await who.post('/de-de/messages/new', { subject, body })
  return /\/messages\/([0-9a-f-]{36})/.exec(who.location!)![1]!
}

async function answer(who: Visitor, id: string, body: string) {
  await who.get(`/de-de/messages/${id}`)
  await who.post(`/de-de/messages/${id}/messages`, { body })
}

/** What a person reads of the results for a term: null where there are none. */
async function messages(who: Visitor, term: string): Promise<string | null> {
  await who.get(`/de-de/search?q=${encodeURIComponent(term)}`)
  expect(who.status).toBe(200)
  return /<section class="card flush"[^>]*id="messages">([\s\S]*?)<\/section>/.exec(who.html)?.[1] ?? null
}

const policyOf = async (line: string) =>
  (
    await house.look<{ id: string }>(
      `select p.id from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
       where c.source_key = 'K-10001' and b.number = '6323' and line_code = '${line}' limit 1`,
    )
  )[0]!.id

test('a message is found by its words when it is delivered, marked in its text, and leads to its conversation', async () => {
  const [anja, staff, colleague] = [await house.person(), await house.staff(), await house.person({ roles: ['fleet'] })]
  const id = await write(anja, 'Neue Halle', 'Wir bauen einen Kühlraum. Ist er <b>versichert</b>?')
  expect(await messages(staff, 'Kühlraum')).toBeNull()
  await wait()
  for (const term of ['Kühlraum', 'kuehlraum', 'KUHLRÄUME', 'kühlr', 'versicherte kühlräume', 'neue halle'])
    expect([term, await messages(staff, term)]).toEqual([term, expect.stringContaining(`/de-de/messages/${id}`)])
  expect(await messages(staff, 'kühlraum')).toContain('<mark>Kühlraum</mark>. Ist er &lt;b>versichert')
  expect(await messages(anja, 'Kühlraum')).toContain(id)
  expect(await messages(colleague, 'Kühlraum')).toBeNull()
})

test('what is taken back is found by nobody, not even by staff or its author', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja, 'Voreilig', 'Das mit dem Papagei war voreilig.')
  await anja.follow()
  await anja.post(/\/de-de\/messages\/[0-9a-f-]{36}\/take-back/.exec(anja.html)![0])
  await wait()
  for (const who of [anja, staff]) expect([id, await messages(who, 'Papagei')]).toEqual([id, null])
})

test('many messages of one conversation are one result', async () => {
  const [anja, staff] = [await house.person(), await house.staff()]
  const id = await write(anja, 'Regenwurm', 'Der erste Regenwurm')
  await wait()
  await answer(staff, id, 'Der zweite Regenwurm')
  await answer(staff, id, 'Der dritte Regenwurm')
  await wait()
  const shown = await messages(staff, 'Regenwurm')
  expect(shown!.match(new RegExp(id, 'g'))).toHaveLength(1)
  expect(shown).toContain('<span class="count">1</span>')
})

test('an answer about health is not found by an author whose role is gone, the own words are', async () => {
  const person = await house.person({ roles: ['personal_lines'] })
  const staff = await house.staff()
  const id = await write(person, 'Absenz', 'Wann kommt das Krokodil zurück?', `policy:${await policyOf('KTG')}`)
  await wait()
  await answer(staff, id, 'Laut Arzt kommt das Krokodil im März mit Gipsbein.')
  await wait()
  expect(await messages(person, 'Gipsbein')).toContain(id)
  await house.look('update role_grant set valid_until = now() where account_id = $1 and role = $2', [
    person.accountId,
    'personal_lines',
  ])
  expect(await messages(person, 'Gipsbein')).toBeNull()
  expect(await messages(person, 'Krokodil')).toContain(id)
})

test('a conversation goes where its record goes, and an answer to a request leads to the request', async () => {
  const [writer, reader] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  const policy = await policyOf('MF')
  await write(writer, 'Anhänger', 'Der Anhänger hat ein Nashorn geladen.', `policy:${policy}`)
  await wait()
  expect(await messages(reader, 'Nashorn')).toBeTruthy()
  await house.database.write(await house.brokerageId(), 'update policy set confidential = true where id = $1', [policy])
  expect(await messages(reader, 'Nashorn')).toBeNull()
  await house.database.write(await house.brokerageId(), 'update policy set confidential = false where id = $1', [policy])
  expect(await messages(reader, 'Nashorn')).toBeTruthy()

  await writer.get(`/de-de/requests/new?category=offer`)
  await writer.post('/de-de/requests/new', {
    category: 'offer',
    subject: 'Offerte Giraffe',
    body: 'Bitte eine Offerte für die Giraffe.',
  })
  const [, request] = /\/requests\/([0-9a-f-]{36})/.exec(writer.location!)!
  const staff = await house.staff()
  await staff.get(`/de-de/requests/${request}`)
  await staff.post(`/de-de/requests/${request}/messages`, { body: 'Wie hoch ist das Tier mit dem Langhals?' })
  await wait()
  expect(await messages(writer, 'Langhals')).toContain(`/de-de/requests/${request}`)
  await writer.get('/de-de/search?q=giraffe')
  expect(writer.html).toMatch(/id="requests">[\s\S]*Offerte <mark>Giraffe<\/mark>/)
})

test('words are found by another ending, in four languages', async () => {
  const [person, staff] = [await house.person(), await house.staff()]
  for (const [body, terms] of [
    ['Die Versicherungen der Fahrzeuge wurden gekündigt.', ['Versicherung', 'Fahrzeugen', 'gekündigte']],
    ['Les assurances des véhicules ont été résiliées.', ['assurance', 'vehicule', 'résiliée']],
    ['Le polizze dei veicoli sono state disdette.', ['polizza', 'veicolo', 'disdetta']],
    ['The vehicles of both companies were damaged.', ['vehicle', 'company', 'damage']],
  ] as const) {
    const id = await write(person, 'Wörter', body)
    await wait()
    for (const term of terms) expect([term, await messages(staff, term)]).toEqual([term, expect.stringContaining(id)])
  }
})
