import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let sophie: Visitor & { staffId: string }
let marc: Visitor & { staffId: string }
beforeAll(async () => {
  house = await startHouse()
  sophie = await house.staff('administrator')
  marc = await house.staff('account_manager')
})
afterAll(() => house.close())

async function motor(company: string) {
  const [row] = await house.look<{ policy: string; vehicle: string; plate: string }>(
    `select p.id as policy, o.id as vehicle, o.plate from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
     join brokerage b on b.brokerage_id = p.brokerage_id join insured_object o on o.brokerage_id = p.brokerage_id and o.policy_id = p.id
     where b.number = '6323' and c.source_key = $1 and p.line_code = 'MF' and p.state = 'active' and o.plate is not null
       and (o.valid_to is null or o.valid_to > now()) and not p.confidential
       and (select count(*) from insured_object x where x.company_id = o.company_id and x.plate = o.plate) = 1 order by o.id limit 1`,
    [company],
  )
  return row!
}

async function asks(who: Visitor, category: string, fields: Record<string, string>): Promise<string> {
  await who.get(`/de-de/requests/new?category=${category}`)
  await who.post('/de-de/requests/new', { category, ...fields })
  expect([who.status, who.text().slice(0, 300)]).toEqual([303, ''])
  return /\/requests\/([0-9a-f-]{36})/.exec(who.location!)![1]!
}

const deliver = async () =>
  house.database.write(
    await house.brokerageId(),
    'update message set delivers_at = now(), taken_back_at = taken_back_at where delivers_at > now()',
  )

/** The fields of the form as they stand filled in, over them `fields`; then the check page. */
async function check(who: Visitor, id: string, fields: Record<string, string>) {
  await who.get(`/de-de/inbox/${id}/vehicle`)
  expect(who.status).toBe(200)
  const shown = [...who.html.matchAll(/<input[^>]*name="([a-z_]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    value!,
  ])
  const chosen = /<option value="([^"]+)" selected/.exec(who.html)?.[1]
  const query = new URLSearchParams({ ...Object.fromEntries(shown), ...(chosen && { target: chosen }), ...fields })
  query.delete('_token')
  return who.get(`/de-de/inbox/${id}/vehicle/check?${query}`)
}

const vehicleIn = {
  make_model: 'VW Crafter',
  plate: 'lu 909090',
  master_number: '123456789',
  value: "58'400",
  cover: 'full',
  evn: 'yes',
  wished_on: '30.11.2026',
}

test('a new vehicle goes from the customer’s request to the insured object, with cover, answer and history', async () => {
  const { policy } = await motor('K-10001')
  const anja = await house.person({ roles: ['fleet'] })
  const id = await asks(anja, 'vehicle_in', { ...vehicleIn, about: `policy:${policy}` })
  await sophie.get(`/de-de/inbox/${id}`)
  expect(sophie.html).toContain(`/de-de/inbox/${id}/vehicle`)
  await check(sophie, id, { target: policy })
  expect(sophie.status).toBe(200)
  for (const words of ['VW Crafter', 'LU 909090', '123.456.789', '30.11.2026', 'Flottenmanager'])
    expect(sophie.text()).toContain(words)
  // Nothing has happened yet.
  expect(await house.look(`select from insured_object where plate = 'LU 909090'`)).toHaveLength(0)
  await sophie.post(`/de-de/inbox/${id}/vehicle`, { confirm: 'on', state: 'done', answer: 'Das Fahrzeug ist eingelöst.' })
  expect(sophie.status).toBe(303)
  await sophie.follow()
  expect(sophie.text()).toContain('Ausgeführt')
  await deliver()

  const [object] = await house.look<{ id: string; policy_id: string; valid_from: string; value: string; audience: string[] }>(
    `select id, policy_id, valid_from::text, value::text, audience from insured_object where plate = 'LU 909090'`,
  )
  expect(object).toMatchObject({ policy_id: policy, valid_from: '2026-11-30', value: '58400.00', audience: ['fleet'] })
  await anja.get(`/de-de/insured-objects/${object!.id}`)
  expect(anja.status).toBe(200)
  expect(anja.text()).toContain('LU 909090')
  expect(anja.text()).toMatch(/Aufgenommen mit Anfrage A-2026-/)
  await anja.get(`/de-de/requests/${id}`)
  expect(anja.text()).toContain('Das Fahrzeug ist eingelöst.')
  expect(anja.text()).toContain('Deckung bestätigt')
  // Whoever has no role for vehicles does not see it.
  const other = await house.person({ roles: ['personal_lines'] })
  expect((await other.get(`/de-de/insured-objects/${object!.id}`)).status).toBe(404)
})

test('a vehicle is taken out on its day, a plate is changed, and the past says so', async () => {
  const { vehicle, plate } = await motor('K-10001')
  const anja = await house.person({ roles: ['fleet'] })
  const change = await asks(anja, 'plate_change', { plate, new_plate: 'LU 808080', evn: 'yes', wished_on: '1.12.2026' })
  await check(sophie, change, {})
  expect(sophie.text()).toContain(plate)
  expect(sophie.text()).toContain('LU 808080')
  await sophie.post(`/de-de/inbox/${change}/vehicle`, { confirm: 'on', state: 'done', answer: '' })
  expect(sophie.status).toBe(303)
  await anja.get(`/de-de/insured-objects/${vehicle}`)
  expect(anja.text()).toContain(`Kontrollschild: ${plate} → LU 808080`)

  const out = await asks(anja, 'vehicle_out', { plate: 'LU 808080', reason: 'sold', wished_on: '31.12.2026' })
  await check(sophie, out, { on: '1.1.1990' })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Wählen Sie einen Tag danach')
  await check(sophie, out, {})
  await sophie.post(`/de-de/inbox/${out}/vehicle`, { state: 'done', answer: '' })
  expect(sophie.status).toBe(303)
  const [row] = await house.look<{ valid_to: string }>('select valid_to::text from insured_object where id = $1', [vehicle])
  expect(row!.valid_to).toBe('2026-12-31')
})

test('two who carry out the same request at once make one vehicle, and the second is told', async () => {
  const { policy } = await motor('K-10001')
  const anja = await house.person({ roles: ['fleet'] })
  const id = await asks(anja, 'vehicle_in', { ...vehicleIn, plate: 'LU 707070' })
  await Promise.all([check(sophie, id, { target: policy }), check(marc, id, { target: policy })])
  await Promise.all([
    sophie.post(`/de-de/inbox/${id}/vehicle`, { confirm: 'on', state: 'done', answer: 'A' }),
    marc.post(`/de-de/inbox/${id}/vehicle`, { confirm: 'on', state: 'done', answer: 'B' }),
  ])
  expect([sophie.status, marc.status].sort()).toEqual([303, 409])
  expect(await house.look(`select from insured_object where plate = 'LU 707070'`)).toHaveLength(1)
})

test('a vehicle that somebody changed since is not overwritten', async () => {
  const { vehicle, plate } = await motor('K-10001')
  const anja = await house.person({ roles: ['fleet'] })
  const id = await asks(anja, 'plate_change', { plate, new_plate: 'LU 606060', evn: 'yes', wished_on: '1.12.2026' })
  await check(sophie, id, {})
  const page = sophie.html
  await house.database.write(
    await house.brokerageId(),
    `update insured_object set make_model = 'Anders', version = version + 1 where id = $1`,
    [vehicle],
  )
  sophie.html = page
  await sophie.post(`/de-de/inbox/${id}/vehicle`, { confirm: 'on', state: 'done', answer: 'x' })
  expect(sophie.status).toBe(409)
  expect(sophie.text()).toContain('Inzwischen geändert')
  expect(sophie.text()).toContain('Anders')
})

test('nobody but the broker’s people reaches it, with no policy or vehicle of another company, and not for other requests', async () => {
  const { policy } = await motor('K-10001')
  const anja = await house.person({ roles: ['fleet'] })
  const id = await asks(anja, 'vehicle_in', { ...vehicleIn, plate: 'LU 505050' })
  expect((await anja.get(`/de-de/inbox/${id}/vehicle`)).status).toBe(404)
  const [foreign] = await house.look<{ id: string }>(
    `select p.id from policy p where p.line_code = 'MF' and p.company_id <> (select company_id from policy where id = $1) limit 1`,
    [policy],
  )
  await check(sophie, id, { target: foreign!.id })
  expect(sophie.status).toBe(422)
  expect(sophie.text()).toContain('Wählen Sie die Police')
  const offer = await asks(anja, 'offer', { body: 'x', subject: 'y' })
  expect((await sophie.get(`/de-de/inbox/${offer}/vehicle`)).status).toBe(404)
  const auditor = await house.staff('auditor')
  expect((await auditor.get(`/de-de/inbox/${id}/vehicle`)).status).toBe(403)
})
