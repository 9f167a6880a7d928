import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { kept } from '../../../test/kept.ts'
import { pdf } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'
import { readZipDirectory } from '../../platform/zip-directory.ts'

let house: House
let works: ReturnType<typeof worksIn>
let folder: string
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
  folder = mkdtempSync(join(tmpdir(), 'dossier-zip-'))
})
beforeEach(() => house.look('delete from graphile_worker._private_jobs'))
afterAll(async () => {
  await works.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const bytes = (salt: string) => Buffer.concat([pdf, Buffer.from(salt)])
const document = (title: string, options = {}) =>
  kept(house, bytes(title), 'application/pdf', { name: 'datei.pdf', title, ...options })

/** Sends what the bar below the list sends, with the token of the button that is pressed. */
async function ask(person: Visitor, rows: string[], path = '/documents/zip', list = '') {
  await person.get('/de-de/documents')
  const token = new RegExp(
    `formaction="/de-de${path}" name="_token" value="([^"]+)"|name="_token" value="([^"]+)"[^>]*formaction="/de-de${path}"`,
  ).exec(person.html)
  await person.post(`/de-de${path}`, { _token: token?.[1] ?? token?.[2] ?? '', list, row: rows } as never)
  return person
}

async function fetched(person: Visitor, path: string) {
  const answer = await house.app.inject({
    method: 'GET',
    url: path,
    headers: { host: person.host, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, text: answer.body }
}

async function namesIn(zip: Buffer): Promise<string[]> {
  const path = join(folder, newId())
  writeFileSync(path, zip)
  return (await readZipDirectory(path))!.names.sort()
}

async function ready(person: Visitor, rows: string[]) {
  await ask(person, rows)
  expect(person.status).toBe(303)
  await works.runWaiting('document_zip')
  return person.location!
}

test('chosen documents come as one ZIP, named by their titles, with every byte', async () => {
  const ids = [await document('Police eins'), await document('Police zwei')]
  const person = await house.person({ roles: ['other_lines'] })
  await ask(person, ids)
  const page = person.location!
  await person.get(page)
  expect([person.status, person.text().includes('Das ZIP wird erstellt')]).toEqual([200, true])
  expect(person.html).toContain('data-mark="waiting"')
  expect((await fetched(person, `${page}/file`)).status).toBe(404)
  expect(await works.runWaiting('document_zip')).toEqual([])
  expect((await person.get('/de-de/')).text()).toContain('Ihr ZIP mit 2 Dokumenten steht bereit')
  await person.get(page)
  expect(person.text()).toContain('Das ZIP ist bereit')
  const zip = await fetched(person, `${page}/file`)
  expect(zip.status).toBe(200)
  expect(zip.headers).toMatchObject({
    'content-type': 'application/zip',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(String(zip.headers['content-disposition'])).toMatch(/^attachment; filename="Dokumente als ZIP .*\.zip"/)
  expect(await namesIn(zip.bytes)).toEqual(['Police eins.pdf', 'Police zwei.pdf'])
  expect(['Police eins', 'Police zwei'].map((title) => zip.bytes.includes(bytes(title)))).toEqual([true, true])
})

test('fetching it is a receipt for each document, and asking, making and fetching are events', async () => {
  const ids = [await document(newId()), await document(newId())]
  const person = await house.person({ roles: ['other_lines'] })
  const page = await ready(person, ids)
  await fetched(person, `${page}/file`)
  expect(
    await house.look('select number from document_read where account_id = $1 and downloaded_at is not null', [person.accountId]),
  ).toHaveLength(2)
  const events = await house.look<{ verb: string }>(`select verb from event where subject_id = $1 order by at, id`, [
    page.slice(-36),
  ])
  expect(events.map(({ verb }) => verb)).toEqual(['documents.zip_asked', 'documents.zip_ready', 'documents.zip_fetched'])
})

test('what does not exist for the person is never in it, whoever named it', async () => {
  const [mine, confidential] = [await document('Meins'), await document('Vertraulich', { confidential: true })]
  const foreign = await document('Andere Firma', { company: 'K-10005' })
  const [bvg] = await house.look<{ id: string }>(
    `select d.id from document d join policy p on p.id = d.policy_id join company c on c.id = d.company_id where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and p.line_code = 'BVG' limit 1`,
  )
  const person = await house.person({ roles: ['other_lines'] })
  const page = await ready(person, [confidential, foreign, bvg!.id, mine, newId(), 'no id'])
  const zip = await fetched(person, `${page}/file`)
  expect(await namesIn(zip.bytes)).toEqual(['Meins.pdf'])
  await person.get(page)
  expect(person.text()).not.toMatch(/fehl(t|en) darin/)
  await ask(person, [confidential, foreign])
  expect(person.status).toBe(422)
})

test('a role that is withdrawn before it is built takes its documents out; afterwards it closes the ZIP', async () => {
  const [bvg] = await house.look<{ id: string }>(
    `select d.id from document d join policy p on p.id = d.policy_id join company c on c.id = d.company_id where c.source_key = 'K-10001' and c.brokerage_id = (select brokerage_id from brokerage where number = '6323') and p.line_code = 'BVG' limit 1`,
  )
  const other = await document('Bleibt')
  const withdraw = async (accountId: string) =>
    house.database.write(
      await house.brokerageId(),
      `update role_grant set valid_until = now() where account_id = $1 and role = 'occupational_pension'`,
      [accountId],
    )
  const before = await house.person({ roles: ['other_lines', 'occupational_pension'] })
  await ask(before, [bvg!.id, other])
  await withdraw(before.accountId)
  await works.runWaiting('document_zip')
  await before.get(before.location!)
  expect(before.text()).toContain('1 Dokument fehlt darin')
  const after = await house.person({ roles: ['other_lines', 'occupational_pension'] })
  const page = await ready(after, [bvg!.id, other])
  expect((await fetched(after, `${page}/file`)).status).toBe(200)
  await withdraw(after.accountId)
  const closed = await fetched(after, `${page}/file`)
  expect([closed.status, closed.text.includes('Nicht mehr alles darin ist für Sie da')]).toEqual([404, true])
})

test('a file that turns out to be infected is left out, and closes the ZIP it is in already', async () => {
  const [clean, bad] = [await document(newId()), await document(newId())]
  const infect = async () =>
    house.database.write(
      await house.brokerageId(),
      `update kept_file set scan_state = 'infected' where sha256 = (select sha256 from document where id = $1)`,
      [bad],
    )
  const early = await house.person({ roles: ['other_lines'] })
  const page = await ready(early, [clean, bad])
  await infect()
  expect((await fetched(early, `${page}/file`)).status).toBe(404)
  const late = await house.person({ roles: ['other_lines'] })
  const zip = await fetched(late, `${await ready(late, [clean, bad])}/file`)
  expect(await namesIn(zip.bytes)).toHaveLength(1)
  await ask(late, [bad])
  await works.runWaiting('document_zip')
  await late.get(late.location!)
  expect(late.text()).toContain('Kein Dokument konnte gepackt werden')
})

test('a suspended account gets an empty one, and it is nobody else’s', async () => {
  const id = await document(newId())
  const person = await house.person({ roles: ['other_lines'] })
  const page = await ready(person, [id])
  for (const other of [
    await house.person({ roles: ['full_access'] }),
    await house.staff(),
    await house.person({ brokerage: '7101', roles: ['full_access'] }),
  ]) {
    expect((await other.get(page)).status).toBe(404)
    expect((await fetched(other, `${page}/file`)).status).toBe(404)
  }
  await ask(person, [await document(newId())])
  await house.look(`update portal_account set state = 'suspended' where id = $1`, [person.accountId])
  await works.runWaiting('document_zip')
  const [zip] = await house.look<{ state: string }>(
    `select state from document_zip where account_id = $1 order by created_at desc limit 1`,
    [person.accountId],
  )
  expect(zip!.state).not.toBe('ready')
})

test('the whole filtered list fits into one, and says so where it does not', async () => {
  const mark = newId().slice(-8)
  for (const n of [1, 2, 3]) await document(`Serie ${mark} ${n}`)
  const person = await house.person({ roles: ['other_lines'] })
  await ask(person, [], '/documents/zip/all', `q=${mark}`)
  await works.runWaiting('document_zip')
  expect(await namesIn((await fetched(person, `${person.location}/file`)).bytes)).toHaveLength(3)
  await ask(person, [], '/documents/zip/all', 'q=gibtesnicht')
  expect(person.status).toBe(422)
  await house.database.write(
    await house.brokerageId(),
    `insert into document (brokerage_id, company_id, title, category, file_name, media_type, byte_size, sha256, published_at)
     select d.brokerage_id, d.company_id, 'Masse ${mark}', 'x', 'x.pdf', 'application/pdf', 1, d.sha256, now()
     from (select * from document where title = 'Serie ${mark} 1') d, generate_series(1, 201)`,
    [],
  )
  await ask(person, [], '/documents/zip/all', `q=${encodeURIComponent(`Masse ${mark}`)}`)
  expect([person.status, person.text().includes('Höchstens 200 auf einmal')]).toEqual([422, true])
})

test('without a choice the list comes back and says what to do', async () => {
  const person = await house.person({ roles: ['other_lines'] })
  for (const rows of [[], ['x'], [newId()]]) {
    await ask(person, rows)
    expect([person.status, person.text().includes('Wählen Sie')]).toEqual([422, true])
  }
})

test('pressed twice it is one; more than ten within the hour have to wait', async () => {
  const id = await document(newId())
  const person = await house.person({ roles: ['other_lines'] })
  await ask(person, [id])
  const first = person.location
  await ask(person, [id])
  expect(person.location).toBe(first)
  await house.look(`update document_zip set state = 'failed' where account_id = $1`, [person.accountId])
  await house.database.write(
    await house.brokerageId(),
    `insert into document_zip (brokerage_id, account_id, asked_for, state) select brokerage_id, account_id, asked_for, 'failed' from document_zip, generate_series(1, 9) where account_id = $1`,
    [person.accountId],
  )
  await ask(person, [id])
  expect([person.status, person.headers['retry-after'], person.text().includes('Höchstens 10 ZIP')]).toEqual([429, '900', true])
})

test('bytes that are missing in the store are left out; a store that fails is told, with nothing half', async () => {
  const [there, missing] = [await document(newId()), await document(newId())]
  const [{ sha256 }] = (await house.look<{ sha256: Buffer }>('select sha256 from document where id = $1', [missing])) as [
    { sha256: Buffer },
  ]
  await house.services.files.remove(await house.brokerageId(), sha256)
  const person = await house.person({ roles: ['other_lines'] })
  expect(await namesIn((await fetched(person, `${await ready(person, [there, missing])}/file`)).bytes)).toHaveLength(1)
  const { open } = house.services.files
  house.services.files.open = async () => null
  try {
    await ask(person, [there])
    expect(await works.runWaiting('document_zip')).toEqual([])
  } finally {
    house.services.files.open = open
  }
  await person.get(person.location!)
  expect(person.text()).toContain('Das ZIP konnte nicht erstellt werden')
})

test('after a day it is gone, also its bytes, unless a younger one is the same', async () => {
  const person = await house.person({ roles: ['other_lines'] })
  const page = await ready(person, [await document(newId())])
  const row = async () =>
    (
      await house.look<{ state: string; sha256: Buffer | null }>('select state, sha256 from document_zip where id = $1', [
        page.slice(-36),
      ])
    )[0]!
  const { sha256 } = await row()
  const age = async (hours: number) =>
    house.look(`update document_zip set ready_at = now() - make_interval(hours => $2) where id = $1`, [page.slice(-36), hours])
  await age(23)
  await works.run('document_zip_sweep')
  expect((await fetched(person, `${page}/file`)).status).toBe(200)
  await age(25)
  expect((await fetched(person, `${page}/file`)).status).toBe(404)
  const [twin] = await house.look<{ id: string }>(
    `insert into document_zip (brokerage_id, account_id, asked_for, state, document_ids, numbers, byte_size, sha256, ready_at)
     select brokerage_id, account_id, asked_for, state, document_ids, numbers, byte_size, sha256, now() from document_zip where id = $1 returning id`,
    [page.slice(-36)],
  )
  await works.run('document_zip_sweep')
  expect(await row()).toEqual({ state: 'gone', sha256: null })
  expect(await house.services.files.size(await house.brokerageId(), sha256!)).not.toBeNull()
  await house.look(`update document_zip set ready_at = now() - interval '2 days' where id = $1`, [twin!.id])
  await works.run('document_zip_sweep')
  expect(await house.services.files.size(await house.brokerageId(), sha256!)).toBeNull()
  await person.get(page)
  expect([person.status, person.text().includes('Dieses ZIP gibt es nicht mehr')]).toEqual([200, true])
})
