import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { kept } from '../../../test/kept.ts'
import { pdf, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const text = () => Buffer.from(`Grüezi ${newId()}`)
const document = (options = {}) => kept(house, text(), 'text/plain', { title: 'Rundschreiben', ...options })
const reads = (id: string) =>
  house.look<{ reader_name: string; number: number; first_at: Date; last_at: Date; downloaded_at: Date | null }>(
    'select reader_name, number, first_at, last_at, downloaded_at from document_read where document_id = $1 order by number, first_at',
    [id],
  )

async function get(person: Visitor, address: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const answer = await house.app.inject({
    method,
    url: `/de-de/documents/${address}`,
    headers: { host: person.host, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
  })
  return answer.statusCode
}

test('opening and downloading are noted once per person and version, with the first and the last time', async () => {
  const id = await document()
  const person = await house.person({ roles: ['other_lines'] })
  await person.get(`/de-de/documents/${id}`)
  expect(await reads(id)).toEqual([])
  await person.get(`/de-de/documents/${id}/preview`)
  const [opened] = await reads(id)
  expect(opened).toMatchObject({ number: 1, downloaded_at: null })
  await house.database.write(
    await house.brokerageId(),
    `update document_read set first_at = first_at - interval '1 day', last_at = last_at - interval '1 day' where document_id = $1`,
    [id],
  )
  await person.get(`/de-de/documents/${id}/preview`)
  await person.get(`/de-de/documents/${id}/file`)
  const after = await reads(id)
  expect(after).toHaveLength(1)
  expect(after[0]!.downloaded_at).not.toBeNull()
  expect(after[0]!.first_at.getTime()).toBe(opened!.first_at.getTime() - 86_400_000)
  expect(after[0]!.last_at.getTime()).toBeGreaterThanOrEqual(opened!.last_at.getTime())
})

test('many windows of one person at once leave one mark', async () => {
  const id = await document()
  const person = await house.person({ roles: ['other_lines'] })
  expect(await Promise.all(Array.from({ length: 8 }, () => get(person, `${id}/file`)))).toEqual(Array(8).fill(200))
  expect(await reads(id)).toHaveLength(1)
})

test('what a browser fetches ahead, and a HEAD, are not reading', async () => {
  const id = await document()
  const person = await house.person({ roles: ['other_lines'] })
  for (const headers of [{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }])
    for (const address of ['preview', 'file']) expect(await get(person, `${id}/${address}`, headers)).toBe(200)
  await get(person, `${id}/file`, {}, 'HEAD')
  expect(await reads(id)).toEqual([])
  await get(person, `${id}/file`, { 'sec-purpose': '' })
  expect(await reads(id)).toHaveLength(1)
})

test('the broker, the company’s User Managers and whoever filed it hear who read it; nobody else, and of the broker’s people nobody', async () => {
  const id = await document()
  const reader = await house.person({ roles: ['other_lines'], name: 'Leserin' })
  const staff = await house.staff()
  await reader.get(`/de-de/documents/${id}/file`)
  await staff.get(`/de-de/documents/${id}/file`)
  const page = async (person: Visitor) => {
    await person.get(`/de-de/documents/${id}`)
    return /id="readers"([\s\S]*?)<\/section>\s*<\/section>/.exec(person.html)?.[1] ?? null
  }
  const [broker, manager, other, below] = [
    await page(staff),
    await page(await house.person({ roles: ['other_lines', 'user_manager'] })),
    await page(await house.person({ roles: ['other_lines', 'full_access', 'file_manager'] })),
    await page(reader),
  ]
  expect(broker).toMatch(/Leserin[\s\S]*Sophie Dubois|Sophie Dubois[\s\S]*Leserin/)
  expect(manager).toContain('Leserin')
  expect(manager).not.toContain('Sophie Dubois')
  expect([other, below]).toEqual([null, null])
})

test('a User Manager who does not see the document hears nothing of its readers', async () => {
  const id = await document({ confidential: true })
  const reader = await house.person({ roles: ['full_access'] })
  await reader.get(`/de-de/documents/${id}/file`)
  expect((await (await house.person({ roles: ['user_manager', 'other_lines'] })).get(`/de-de/documents/${id}`)).status).toBe(404)
})

async function newOnes(person: Visitor): Promise<string[]> {
  await person.get('/de-de/documents?v=new')
  return [...person.html.matchAll(/<th scope="row"[^>]*><a href="\/de-de\/documents\/([0-9a-f-]{36})"/g)].map(
    (match) => match[1]!,
  )
}

test('«Neu» holds what came since and was not read, until it is read, and again when it is replaced', async () => {
  const person = await house.person({ roles: ['other_lines'] })
  const old = await newOnes(person)
  const id = await document()
  expect((await newOnes(person)).filter((one) => !old.includes(one))).toEqual([id])
  await person.get('/de-de/documents?q=Rundschreiben')
  expect(person.html).toMatch(new RegExp(`${id}">Rundschreiben <span class="badge info">neu</span>`))
  await person.get(`/de-de/documents/${id}/preview`)
  expect(await newOnes(person)).not.toContain(id)
  await person.get('/de-de/documents?q=Rundschreiben')
  expect(person.html).not.toMatch(new RegExp(`${id}">Rundschreiben <span`))
  const manager = await house.person({ roles: ['other_lines', 'file_manager'] })
  await manager.get(`/de-de/documents/${id}/versions/new`)
  await send(manager, `/de-de/documents/${id}/versions/new`, {}, [{ name: 'neu.pdf', bytes: pdf }])
  expect(await newOnes(person)).toContain(id)
  // Not to the one who brought it.
  expect(await newOnes(manager)).not.toContain(id)
})

test('nothing is new that was there before the account, that is older than sixty days, or that an import brings late', async () => {
  const before = await document()
  const person = await house.person({ roles: ['other_lines'] })
  const [long, late, recent] = [await document(), await document(), await document()]
  const write = async (sql: string, id: string) => house.database.write(await house.brokerageId(), sql, [id])
  await house.look('alter table document disable trigger count_version')
  await write(`update document set file_since = now() - interval '61 days' where id = $1`, long)
  await write(`update document set dated_on = current_date - 400 where id = $1`, late)
  await write(`update document set dated_on = current_date - 10 where id = $1`, recent)
  await house.look('alter table document enable trigger count_version')
  const found = await newOnes(person)
  expect([before, long, late, recent].map((id) => found.includes(id))).toEqual([false, false, false, true])
})

test('for the broker’s people new is what customers bring', async () => {
  const imported = await document()
  const manager = await house.person({ roles: ['file_manager', 'other_lines'] })
  await manager.get('/de-de/documents/new')
  await send(manager, '/de-de/documents/new', { category: 'other' }, [{ name: 'Neues vom Kunden.pdf', bytes: pdf }])
  const [filed] = await house.look<{ id: string }>('select id from document where author_account_id = $1', [manager.accountId])
  const found = await newOnes(await house.staff())
  expect([found.includes(imported), found.includes(filed!.id)]).toEqual([false, true])
})
