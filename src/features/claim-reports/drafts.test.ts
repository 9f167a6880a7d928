import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { pdfText } from '../../platform/pdf.ts'
import { canonical } from './reading.ts'

let house: House
const folder = mkdtempSync(join(tmpdir(), 'dossier-report-'))
beforeAll(async () => {
  house = await startHouse()
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function begin(person: Visitor, kind: string): Promise<string> {
  await person.get('/de-de/claims/new')
  await person.post('/de-de/claims/new', { kind })
  return /\/claims\/new\/([0-9a-f-]+)\/event$/.exec(person.location!)![1]!
}

const path = (id: string, step: string) => `/de-de/claims/new/${id}/${step}`

/** What the script sends by itself. */
async function autosave(person: Visitor, id: string, step: string, fields: Record<string, string>) {
  await person.post(path(id, step), { ...fields, autosave: '1' })
  return JSON.parse(person.html) as { said: string; seen?: string }
}

const dataOf = async (id: string) =>
  (
    await house.look<{ data: Record<string, string>; step: string }>('select data, step from claim_report where id = $1', [id])
  )[0]!

async function sent(person: Visitor, kind: string, event: Record<string, string>, people: Record<string, string>, last = {}) {
  const id = await begin(person, kind)
  await person.get(path(id, 'event'))
  await person.post(path(id, 'event'), { date: '3.11.2026', ...event })
  await person.follow()
  await person.post(path(id, 'people'), people)
  expect([person.status, person.location]).toEqual([303, path(id, 'files')])
  await person.get(path(id, 'check'))
  await person.post(path(id, 'check'), last)
  expect([person.status, person.location]).toEqual([303, path(id, 'done')])
  return id
}

test('what is typed is kept by itself, also half of it, and says when', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const id = await begin(person, 'vehicle')
  await person.get(path(id, 'event'))
  const answer = await autosave(person, id, 'event', { date: '3.1', what: 'Beim Abb' })
  expect(answer.said).toMatch(/^Entwurf gespeichert \d\d:\d\d$/)
  expect([person.status, person.headers['content-type']]).toEqual([200, expect.stringContaining('application/json')])
  expect(await dataOf(id)).toMatchObject({ data: { date: '3.1', what: 'Beim Abb' }, step: 'event' })
  await person.get(path(id, 'event'))
  expect(person.text()).toContain('Beim Abb')
  for (const list of ['/de-de/claims', '/de-de/claims/new']) {
    await person.get(list)
    expect(person.html).toContain(`/de-de/claims/new/${id}/event`)
  }
  const colleague = await house.person({ roles: ['full_access', 'user_manager'] })
  await colleague.get('/de-de/claims')
  expect(colleague.html).not.toContain(id)
  await colleague.get('/de-de/claims/new')
  expect(colleague.html).not.toContain('Beim Abb')
})

test('the form of two tabs: one after the other is no conflict, both at once show both values, and nothing is lost', async () => {
  const one = await house.person({ roles: ['fleet'] })
  const id = await begin(one, 'vehicle')
  const other = one.tab()
  await one.get(path(id, 'event'))
  await other.get(path(id, 'event'))
  const { seen } = await autosave(one, id, 'event', { date: '3.11.2026', what: 'Poller gestreift', place: 'Luzern' })
  // The same tab goes on with what it was told.
  await one.get(path(id, 'event'))
  expect(one.hiddenFields(path(id, 'event')).seen).toBe(seen)
  expect((await autosave(other, id, 'event', { date: '3.11.2026', what: 'Ein Velo war schuld' })).said).toContain(
    'anderen Fenster',
  )
  expect(other.status).toBe(409)
  expect((await dataOf(id)).data.what).toBe('Poller gestreift')
  await other.get(path(id, 'people'))
  await other.post(path(id, 'people'), { driver: 'Anja Rieder' })
  expect(other.status).toBe(303)
  const third = one.tab()
  await third.get(path(id, 'event'))
  await one.post(path(id, 'event'), { date: '3.11.2026', what: 'Poller gestreift, niemand verletzt', place: 'Luzern' })
  expect(one.location).toBe(path(id, 'people'))
  await third.post(path(id, 'event'), { date: '3.11.2026', what: 'Ein Velo war schuld', place: 'Luzern' })
  expect(third.status).toBe(409)
  expect(third.text()).toContain('In einem anderen Fenster wurde dieser Schritt geändert')
  expect(third.text()).toContain('Poller gestreift, niemand verletzt')
  expect(third.html).toMatch(/<textarea[^>]*>\s*Ein Velo war schuld/)
  expect((await dataOf(id)).data.what).toBe('Poller gestreift, niemand verletzt')
  // Pressed once more, knowing both, it is saved.
  await third.post(path(id, 'event'), { date: '3.11.2026', what: 'Ein Velo war schuld', place: 'Luzern' })
  expect(third.location).toBe(path(id, 'people'))
  expect((await dataOf(id)).data).toMatchObject({ what: 'Ein Velo war schuld', driver: 'Anja Rieder' })
})

test('another kind chosen in another tab, and a report sent from it, are told with what was typed', async () => {
  const one = await house.person({ roles: ['fleet', 'other_lines'] })
  const id = await begin(one, 'vehicle')
  await one.get(path(id, 'people'))
  const other = one.tab()
  await other.get(`/de-de/claims/new/${id}`)
  await other.post(`/de-de/claims/new/${id}`, { kind: 'other' })
  await one.post(path(id, 'people'), { driver: 'Anja Rieder', damage: 'Stossfänger' })
  expect(one.status).toBe(409)
  for (const text of ['Fahrzeug', 'Anderes', 'Anja Rieder']) expect(one.text()).toContain(text)
  await other.follow()
  await other.post(path(id, 'event'), { date: '3.11.2026', what: 'Gesendet' })
  await other.get(path(id, 'check'))
  await other.post(path(id, 'check'))
  expect(other.location).toBe(path(id, 'done'))
  await one.post(path(id, 'people'), { damage: 'Auch die Scheibe' })
  expect(one.status).toBe(409)
  expect(one.text()).toContain('Diese Meldung ist schon gesendet')
  expect(one.text()).toContain('Auch die Scheibe')
  expect(one.html).toContain(`/de-de/messages/new?about=claim:${id}`)
})

test('only what was checked is sent', async () => {
  const one = await house.person({ roles: ['fleet'] })
  const id = await begin(one, 'vehicle')
  await one.get(path(id, 'event'))
  await one.post(path(id, 'event'), { date: '3.11.2026', what: 'Alt' })
  await one.get(path(id, 'check'))
  const other = one.tab()
  await other.get(path(id, 'event'))
  await other.post(path(id, 'event'), { date: '3.11.2026', what: 'Neu' })
  await one.post(path(id, 'check'))
  expect([one.status, one.text().includes('Prüfen Sie sie nochmals'), one.text().includes('Neu')]).toEqual([409, true, true])
  await one.post(path(id, 'check'))
  expect(one.location).toBe(path(id, 'done'))
})

test('the kind asks what its insurer asks first, and says what it cannot read', async () => {
  const person = await house.person({ roles: ['personal_lines', 'other_lines'] })
  const accident = await begin(person, 'accident')
  await person.get(path(accident, 'event'))
  await person.post(path(accident, 'event'), { date: '3.11.2026', what: 'Sturz' })
  expect([person.status, person.text().includes('Wählen Sie bei «Wobei ist es geschehen?» eine Antwort.')]).toEqual([422, true])
  await person.post(path(accident, 'event'), { date: '3.11.2026', what: 'Sturz', accident_at: 'leisure' })
  await person.follow()
  const people = {
    person: 'Anja Rieder',
    workload: '180',
    incapacity: '50 %',
    incapacity_from: '4.11.2026',
    return_on: '3.11.2026',
  }
  await person.post(path(accident, 'people'), people)
  expect(person.text()).toContain('Geben Sie «Arbeitspensum» in Prozent ein, von 0 bis 100.')
  await person.post(path(accident, 'people'), { ...people, workload: '80' })
  expect(person.text()).toContain('«Arbeit wieder aufgenommen am» liegt vor dem Beginn der Arbeitsunfähigkeit.')
  await person.post(path(accident, 'people'), { ...people, workload: '80', return_on: '' })
  await person.get(path(accident, 'check'))
  for (const text of ['In der Freizeit', '80\u00a0%'.replace('\u00a0', ' '), 'Anja Rieder', '04.11.2026'])
    expect(person.text()).toContain(text)
  const cyber = await begin(person, 'cyber')
  await person.get(path(cyber, 'people'))
  expect(person.text()).toContain('Rufen Sie jetzt an.')
  expect(person.html).toContain('href="tel:')
})

test('amounts, percentages and plates as people write them', () => {
  for (const [type, typed, kept] of [
    ['amount', "CHF 1'200", '1200.00'],
    ['amount', '1’200.5', '1200.50'],
    ['amount', '1200.–', '1200.00'],
    ['amount', 'viel', undefined],
    ['percent', '80 %', '80'],
    ['percent', '101', undefined],
    ['plate', 'lu 123456', 'LU 123456'],
    ['plate', 'M-AB 1234 (D)', 'M-AB 1234 (D)'],
    ['day', '31.2.2026', undefined],
  ] as const)
    expect([typed, canonical(type, typed)]).toEqual([typed, kept])
})

test('typing finds objects as the button does, and an object of others is never among them', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const [car] = await house.look<{ id: string; plate: string; policy: string }>(
    `select o.id, o.plate, p.number as policy from insured_object o join company c on c.id = o.company_id join policy p on p.id = o.policy_id
     join brokerage b on b.brokerage_id = o.brokerage_id
     where b.number = '6323' and c.source_key = 'K-10001' and p.line_code = 'MF' and o.plate is not null limit 1`,
  )
  const [foreign] = await house.look<{ plate: string }>(
    `select o.plate from insured_object o join company c on c.id = o.company_id join brokerage b on b.brokerage_id = o.brokerage_id
     where b.number = '6323' and c.source_key <> 'K-10001' and c.parent_id is null and o.plate is not null limit 1`,
  )
  const id = await begin(person, 'vehicle')
  await person.get(`${path(id, 'event')}?object_query=${encodeURIComponent(car!.plate)}&object=${car!.id}`)
  expect(person.html).toContain('data-region')
  expect(person.text()).toContain(`Vorschlag: `)
  expect(person.text()).toContain(car!.policy)
  await person.get(`${path(id, 'event')}?object_query=${encodeURIComponent(foreign!.plate)}`)
  expect(person.text()).toContain('Kein Objekt gefunden, das Sie sehen.')
  await person.get(`${path(id, 'event')}?object_query=%00&object=x&policy[]=1`)
  expect(person.status).toBe(200)
  // Looking changes nothing.
  expect((await dataOf(id)).data.object_query).toBeUndefined()
})

test('the confirmation is a PDF with all that was said, for whoever sees the claim, in the own language', async () => {
  const author = await house.person({ roles: ['fleet'], name: 'Kovačić' })
  const id = await sent(
    author,
    'vehicle',
    { what: 'Stossfänger eingedrückt', place: 'Luzern', cause: 'parking' },
    { driver: 'Živko Kovačić', police_called: 'yes', police: 'Rapport 26-1188' },
  )
  const [claim] = await house.look<{ number: string; cause: string }>('select number, cause from claim where id = $1', [id])
  expect(claim!.cause).toBe('Parkschaden')
  const read = async (person: Visitor, language: string) => {
    const answer = await house.app.inject({
      url: `/${language}/claims/${id}/report/pdf`,
      headers: { host: person.host, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    if (answer.statusCode !== 200) return answer.statusCode
    writeFileSync(join(folder, 'c.pdf'), answer.rawPayload)
    return (await pdfText(join(folder, 'c.pdf'), 20_000))!.text
  }
  const german = await read(author, 'de-de')
  for (const text of [
    claim!.number,
    'Stossfänger eingedrückt',
    'Živko Kovačić',
    'Rapport 26-1188',
    'Parkschaden',
    'Keine Dateien',
  ])
    expect(german).toContain(text)
  const french = await read(await house.staff(), 'fr-fr')
  for (const text of ['Déclaration de sinistre', 'Dommage de parcage', 'La suite']) expect(french).toContain(text)
  for (const stranger of [
    await house.person({ roles: ['personal_lines'] }),
    await house.person({ company: 'K-10005', roles: ['full_access'] }),
    await house.person({ brokerage: '7101', roles: ['full_access'] }),
  ])
    expect(await read(stranger, 'de-de')).toBe(404)
})

test('a claim about somebody’s health that staff share more widely keeps its words and papers for those whose roles open the line', async () => {
  const author = await house.person({ roles: ['personal_lines'] })
  const id = await sent(
    author,
    'accident',
    { what: 'GEHEIMER STURZ', accident_at: 'work' },
    { person: 'GEHEIME PERSON', injury: 'GEHEIMES GELENK' },
    { consent: 'on' },
  )
  await author.get(`/de-de/documents/new?claim=${id}`)
  await send(author, '/de-de/documents/new', {}, [{ name: 'Zeugnis.jpg', bytes: jpeg }])
  await house.database.write(await house.brokerageId(), `update claim set shared_with = '{other_lines}' where id = $1`, [id])
  const wide = await house.person({ roles: ['other_lines'] })
  for (const page of [`/de-de/claims/${id}/report`, `/de-de/claims/${id}`]) {
    await wide.get(page)
    expect([page, wide.status]).toEqual([page, 200])
    expect(wide.html).not.toMatch(/GEHEIM/)
    expect(wide.html).not.toContain('Zeugnis')
  }
  await wide.get(`/de-de/claims/${id}/report`)
  expect(wide.text()).toContain('sehen nur Personen, deren Rolle die Personenversicherung öffnet')
  const [file] = await house.look<{ id: string }>('select id from document where claim_id = $1', [id])
  expect((await wide.get(`/de-de/documents/${file!.id}`)).status).toBe(404)
  for (const reader of [author, await house.person({ roles: ['personal_lines', 'full_access'] }), await house.staff()]) {
    await reader.get(`/de-de/claims/${id}/report`)
    expect(reader.text()).toContain('GEHEIME PERSON')
  }
})

test('a photo is shown as a small picture of ours, without the place it was taken; somebody else’s is not there', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const id = await begin(person, 'vehicle')
  const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#c33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 3/1 0/1' } })
    .jpeg()
    .toBuffer()
  await send(person, path(id, 'files'), { go: 'stay' }, [
    { name: 'Foto.jpg', bytes: photo },
    { name: 'kaputt.jpg', bytes: jpeg },
  ])
  await person.get(path(id, 'files'))
  const pictures = [...person.html.matchAll(/src="([^"]+\/picture)"/g)].map(([, src]) => src!)
  expect(pictures).toHaveLength(2)
  const fetched = async (who: Visitor, url: string) =>
    house.app.inject({
      url,
      headers: { host: who.host, cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
  const answers = await Promise.all(pictures.map((url) => fetched(person, url)))
  const good = answers.find(({ statusCode }) => statusCode === 200)!
  // A WebP of ours, without the part that would hold place and camera.
  expect([good.rawPayload.subarray(8, 12).toString(), good.rawPayload.includes('EXIF')]).toEqual(['WEBP', false])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404])
  expect((await fetched(await house.person({ roles: ['full_access'] }), pictures[0]!)).statusCode).toBe(404)
})
