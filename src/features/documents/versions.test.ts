import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { kept } from '../../../test/kept.ts'
import { jpeg, pdf, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const bytes = (salt: string) => Buffer.concat([pdf, Buffer.from(salt)])
const manager = (company?: string) => house.person({ roles: ['file_manager', 'other_lines'], ...(company && { company }) })
const document = (salt = newId()) => kept(house, bytes(salt), 'application/pdf', { name: 'Vertrag.pdf', title: 'Vertrag' })

async function replace(person: Visitor, id: string, file = { name: 'Vertrag neu.pdf', bytes: bytes(newId()) }) {
  await person.get(`/de-de/documents/${id}/versions/new`)
  await send(person, `/de-de/documents/${id}/versions/new`, {}, [file])
  return person
}

const row = async (id: string) =>
  (
    await house.look<{
      file_number: number
      file_name: string
      title: string
      category: string
      dated_on: string
      version: number
    }>('select file_number, file_name, title, category, dated_on::text, version from document where id = $1', [id])
  )[0]!

test('a File Manager replaces a file; both versions stay, with who brought them, and can be downloaded', async () => {
  const id = await document('eins')
  const person = await manager()
  await replace(person, id, { name: 'Foto.jpg', bytes: jpeg })
  expect([person.status, person.location]).toEqual([303, `/de-de/documents/${id}?done=replaced`])
  await person.get(person.location!)
  expect(person.text()).toContain('Die neue Version ist abgelegt.')
  expect(person.text()).toMatch(
    /Version 2 aktuell[\s\S]*Test[\s\S]*Foto\.jpg[\s\S]*Version 1[\s\S]*aus dem Verwaltungssystem[\s\S]*Vertrag\.pdf/,
  )
  for (const content of [jpeg, bytes('eins')]) expect(person.text()).toContain(createHash('sha256').update(content).digest('hex'))
  const told = await house.look<{ account_id: string | null }>(
    `select account_id from notification where kind = 'document_version' and about_id = $1`,
    [id],
  )
  expect(told.length).toBeGreaterThan(0)
  expect(told.map(({ account_id }) => account_id)).not.toContain(person.accountId)
  const reader = await house.person({ roles: ['other_lines'] })
  await reader.get(`/de-de/documents/${id}/file?version=1`)
  expect([reader.html, reader.headers['content-type']]).toEqual([bytes('eins').toString(), 'application/pdf'])
  await reader.get(`/de-de/documents/${id}/file`)
  expect(reader.headers['content-type']).toBe('image/jpeg')
  for (const version of ['3', '0', 'x', '1.5', '99999999'])
    expect([version, (await reader.get(`/de-de/documents/${id}/file?version=${version}`)).status]).toEqual([version, 404])
})

test('an import that brings another file makes a version as well', async () => {
  const id = await document('import eins')
  await house.database.write(await house.brokerageId(), `update document set sha256 = sha256('x'), byte_size = 1 where id = $1`, [
    id,
  ])
  await house.database.write(await house.brokerageId(), `update document set title = 'Vertrag 2' where id = $1`, [id])
  expect(
    await house.look('select number, author_name from document_version where document_id = $1 order by number', [id]),
  ).toEqual([
    { number: 1, author_name: '' },
    { number: 2, author_name: '' },
  ])
})

test('only File Managers of the own company and the broker’s people replace and edit', async () => {
  const id = await document()
  for (const [person, status] of [
    [await house.person({ roles: ['other_lines', 'full_access', 'user_manager'] }), 403],
    [await house.person({ roles: ['file_manager', 'fleet'] }), 404],
    [await manager('K-10005'), 404],
    [await house.staff('auditor'), 403],
    [await house.staff('account_manager'), 200],
  ] as const) {
    for (const path of ['edit', 'versions/new']) {
      await person.get(`/de-de/documents/${id}/${path}`)
      expect([path, person.status]).toEqual([path, status])
    }
    await person.get(`/de-de/documents/${id}`)
    expect(person.html.includes(`/documents/${id}/edit`)).toBe(status === 200)
  }
  const outsider = await house.person({ roles: ['other_lines'] })
  const helper = await manager()
  await helper.get(`/de-de/documents/${id}/versions/new`)
  const { status } = await send(
    outsider,
    `/de-de/documents/${id}/versions/new`,
    helper.hiddenFields(`/de-de/documents/${id}/versions/new`),
    [{ name: 'a.pdf', bytes: bytes('fremd') }],
  )
  expect([status, (await row(id)).file_number]).toEqual([403, 1])
})

test('a Konzernmanager who files for the holding changes nothing of a company below', async () => {
  const id = await kept(house, bytes(newId()), 'application/pdf', { company: 'K-10002' })
  const person = await house.person({ roles: ['file_manager', 'other_lines', 'group_manager'] })
  expect((await person.get(`/de-de/documents/${id}`)).status).toBe(200)
  expect((await person.get(`/de-de/documents/${id}/versions/new`)).status).toBe(403)
})

test('the same bytes again are refused kindly', async () => {
  const id = await document('gleich')
  const person = await replace(await manager(), id, { name: 'anders.pdf', bytes: bytes('gleich') })
  expect([person.status, (await row(id)).file_number]).toEqual([422, 1])
  expect(person.text()).toContain('Diese Datei ist bereits die aktuelle Version')
})

test('a file that is none, none at all and two are refused with their reason', async () => {
  const id = await document()
  const person = await manager()
  const path = `/de-de/documents/${id}/versions/new`
  for (const [files, status, text] of [
    [[{ name: 'a.svg', bytes: Buffer.from('<svg/>') }], 422, 'Webseiten, Skripte'],
    [[], 422, 'Wählen Sie mindestens eine Datei'],
    [
      [
        { name: 'a.pdf', bytes: bytes('a') },
        { name: 'b.pdf', bytes: bytes('b') },
      ],
      422,
      'Wählen Sie genau eine Datei',
    ],
    [[{ name: 'a.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(20_000_100)]) }], 413, 'grösser als 20 MB'],
  ] as const) {
    await person.get(path)
    await send(person, path, {}, [...files])
    expect([person.status, person.text().includes(text)]).toEqual([status, true])
  }
  expect((await row(id)).file_number).toBe(1)
}, 30_000)

test('two who replace at once: one wins, the other is told with both files', async () => {
  const id = await document()
  const people = [await manager(), await manager()]
  for (const person of people) await person.get(`/de-de/documents/${id}/versions/new`)
  const answers = await Promise.all(
    people.map((person, n) =>
      send(person, `/de-de/documents/${id}/versions/new`, {}, [{ name: `Fassung ${n}.pdf`, bytes: bytes(`${n}${id}`) }]),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const lost = answers.find(({ status }) => status === 409)!
  const { file_name, file_number } = await row(id)
  expect(file_number).toBe(2)
  expect(lost.text()).toContain('Jemand hat das Dokument in der Zwischenzeit geändert')
  for (const name of ['Fassung 0.pdf', 'Fassung 1.pdf', file_name]) expect(lost.text()).toContain(name)
  // Sent again from the page that said so, it counts.
  await send(lost, `/de-de/documents/${id}/versions/new`, {}, [{ name: 'Doch.pdf', bytes: bytes(`doch${id}`) }])
  expect([lost.status, (await row(id)).file_name]).toEqual([303, 'Doch.pdf'])
})

test('title, category and date are edited, with an event that says from what to what', async () => {
  const id = await document()
  const person = await manager()
  const path = `/de-de/documents/${id}/edit`
  await person.get(path)
  expect(person.html).toContain('value="Vertrag"')
  await person.post(path, {
    ...person.hiddenFields(path),
    title: ' Rahmenvertrag ',
    category: 'fee_agreement',
    dated_on: '3.11.2026',
  })
  expect([person.status, person.location]).toEqual([303, `/de-de/documents/${id}?done=saved`])
  expect(await row(id)).toMatchObject({
    title: 'Rahmenvertrag',
    category: 'Honorarvereinbarung',
    dated_on: '2026-11-03',
    file_number: 1,
  })
  expect(
    await house.look(`select details, actor_id from event where subject_id = $1 and verb = 'document.edited'`, [id]),
  ).toEqual([
    {
      details: {
        title: ['Vertrag', 'Rahmenvertrag'],
        category: ['Diverses', 'Honorarvereinbarung'],
        dated_on: [null, '2026-11-03'],
      },
      actor_id: person.accountId,
    },
  ])
})

test('what cannot be read comes back as typed', async () => {
  const id = await document()
  const person = await manager()
  const path = `/de-de/documents/${id}/edit`
  await person.get(path)
  const form = person.hiddenFields(path)
  for (const [values, text] of [
    [{ title: '  ', category: 'other', dated_on: '' }, 'Geben Sie einen Titel ein'],
    [{ title: 'x'.repeat(201), category: 'other', dated_on: '' }, 'Geben Sie einen Titel ein'],
    [{ title: 'Gut', category: 'nonsense', dated_on: '' }, 'Wählen Sie, was es ist'],
    [{ title: 'Gut', category: 'other', dated_on: '30.2.2026' }, 'value="30.2.2026"'],
  ] as const) {
    await person.post(path, { ...form, ...values })
    expect([person.status, person.html.includes(text)]).toEqual([422, true])
  }
  for (const version of ['', 'x', '-1', '9e99']) {
    await person.post(path, { ...form, version, title: 'Gut', category: 'other' })
    expect(person.status).toBe(400)
  }
  expect((await row(id)).title).toBe('Vertrag')
})

test('a word of the source that the portal does not know may stay', async () => {
  const id = await document()
  await house.database.write(await house.brokerageId(), `update document set category = 'Lageplan' where id = $1`, [id])
  const person = await manager()
  const path = `/de-de/documents/${id}/edit`
  await person.get(path)
  await person.post(path, { ...person.hiddenFields(path), title: 'Plan', category: 'Lageplan', dated_on: '' })
  expect([person.status, (await row(id)).category]).toEqual([303, 'Lageplan'])
})

test('two who edit at once: the second sees both values and loses nothing', async () => {
  const id = await document()
  const [first, second] = [await manager(), await manager()]
  const path = `/de-de/documents/${id}/edit`
  for (const person of [first, second]) await person.get(path)
  await first.post(path, { ...first.hiddenFields(path), title: 'Von der Ersten', category: 'other', dated_on: '' })
  await second.post(path, { ...second.hiddenFields(path), title: 'Vom Zweiten', category: 'other', dated_on: '' })
  expect([first.status, second.status]).toEqual([303, 409])
  expect(second.text()).toContain('Von der Ersten')
  expect(second.html).toContain('value="Vom Zweiten"')
  await second.post(path, { ...second.hiddenFields(path), title: 'Vom Zweiten', category: 'other', dated_on: '' })
  expect([second.status, (await row(id)).title]).toEqual([303, 'Vom Zweiten'])
})

test('the database lets nobody move a document to another company or audience, or write versions', async () => {
  const id = await document()
  const person = await manager()
  const brokerage = await house.brokerageId()
  const as = (statement: string) =>
    house.database.app.query(
      `begin; select set_config('app.brokerage', '${brokerage}', true), set_config('app.actor', '${person.accountId}', true);
       select access.work_out(); ${statement}; rollback`,
    )
  // Staff share records, so the column may be written; a trigger refuses everybody else.
  for (const statement of [
    `update document set company_id = company_id where id = '${id}'`,
    `update document set audience = '{fleet}' where id = '${id}'`,
    `update document set confidential = true where id = '${id}'`,
    `insert into document_version (brokerage_id, document_id, number, file_name, media_type, byte_size, sha256) select brokerage_id, id, 9, 'x', 'x', 1, sha256 from document where id = '${id}'`,
    `update document_version set author_name = 'x' where document_id = '${id}'`,
  ])
    await expect(as(statement)).rejects.toThrow(/permission denied|only the brokerage shares records/)
})
