import { createHash } from 'node:crypto'
import { rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.close())

const change = async (sql: string, values: unknown[]) => house.database.write(await house.brokerageId(), sql, values)

async function documentOn(line: string, company = 'K-10001') {
  const [found] = await house.look<{ id: string; sha256: Buffer; byte_size: number; file_name: string }>(
    `select d.id, d.sha256, d.byte_size::int as byte_size, d.file_name from document d join policy p on p.id = d.policy_id
     join company c on c.id = d.company_id join brokerage b on b.brokerage_id = d.brokerage_id
     where b.number = '6323' and c.source_key = $1 and p.line_code = $2 limit 1`,
    [company, line],
  )
  return found!
}

const file = (person: Visitor, id: string, headers: Record<string, string> = {}) =>
  house.app.inject({
    method: 'GET',
    url: `/de-de/documents/${id}/file`,
    headers: { host: person.host, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
  })

test('a document is downloaded byte by byte, and nothing about it lets a browser open or keep it', async () => {
  const document = await documentOn('BVG')
  const person = await house.person({ roles: ['occupational_pension'] })
  const answer = await file(person, document.id)
  expect(answer.statusCode).toBe(200)
  expect(createHash('sha256').update(answer.rawPayload).digest()).toEqual(document.sha256)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(document.byte_size),
    'content-disposition': `attachment; filename="${document.file_name}"; filename*=UTF-8''${document.file_name}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('a download that broke off goes on where it was, as long as it is the same file', async () => {
  const document = await documentOn('BVG')
  const person = await house.person({ roles: ['occupational_pension'] })
  const whole = await file(person, document.id)
  const tag = String(whole.headers.etag)
  const rest = await file(person, document.id, { range: 'bytes=100-', 'if-range': tag })
  expect([rest.statusCode, rest.rawPayload.equals(whole.rawPayload.subarray(100))]).toEqual([206, true])
  expect(rest.headers).toMatchObject({
    'content-range': `bytes 100-${document.byte_size - 1}/${document.byte_size}`,
    'content-length': String(document.byte_size - 100),
    'content-security-policy': "sandbox; default-src 'none'",
  })
  const other = await file(person, document.id, { range: 'bytes=100-', 'if-range': '"another"' })
  expect([other.statusCode, other.rawPayload.length]).toEqual([200, document.byte_size])
  const beyond = await file(person, document.id, { range: 'bytes=99999999-' })
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${document.byte_size}`])
})

test('the page and the list lead to the download', async () => {
  const document = await documentOn('BVG')
  const person = await house.person({ roles: ['occupational_pension'] })
  for (const path of [`/de-de/documents/${document.id}`, '/de-de/documents']) {
    await person.get(path)
    expect(person.html).toContain(`href="/de-de/documents/${document.id}/file"`)
  }
})

test('a file that is not there for me is not there: 404, the same as one that does not exist', async () => {
  const bvg = await documentOn('BVG')
  const fleet = await house.person({ roles: ['fleet', 'user_manager', 'file_manager'] })
  const nothing = await file(fleet, '0190a0b0-0000-7000-8000-000000000000')
  expect(nothing.statusCode).toBe(404)
  const [confidential] = await house.look<{ id: string }>(
    `select d.id from document d join company c on c.id = d.company_id where c.source_key = 'K-10001' and d.confidential and d.policy_id is null limit 1`,
  )
  const [foreign] = await house.look<{ id: string }>(
    `select d.id from document d join brokerage b on b.brokerage_id = d.brokerage_id where b.number = '7101' limit 1`,
  )
  for (const id of [bvg.id, confidential!.id, foreign!.id, 'not-an-id']) {
    const answer = await file(fleet, id)
    expect([id, answer.statusCode]).toEqual([id, 404])
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).not.toContain('%PDF')
  }
  const full = await house.person({ roles: ['full_access'] })
  expect((await file(full, confidential!.id)).statusCode).toBe(200)
  expect((await file(full, foreign!.id)).statusCode).toBe(404)
})

test('without a session the file asks to sign in', async () => {
  const answer = await file(house.visitor(), (await documentOn('BVG')).id)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toContain('/de-de/PortalLogin')
})

test('a withdrawn role ends the download at once', async () => {
  const document = await documentOn('BVG')
  const person = await house.person({ roles: ['occupational_pension'] })
  expect((await file(person, document.id)).statusCode).toBe(200)
  await change(`update role_grant set valid_until = now() where account_id = $1 and role = 'occupational_pension'`, [
    person.accountId,
  ])
  expect((await file(person, document.id)).statusCode).toBe(404)
})

test('hostile names and types leave as harmless ones', async () => {
  const document = await documentOn('MF')
  const person = await house.person({ roles: ['fleet'] })
  for (const [name, type, saved, sent] of [
    ['../../x".pdf\r\nX-Evil: 1', 'application/pdf', 'x_.pdfX-Evil_%201.pdf', 'application/pdf'],
    ['rechnung.html', 'text/html', 'rechnung.html.bin', 'application/octet-stream'],
    ['bild.svg', 'image/svg+xml', 'bild.svg.bin', 'application/octet-stream'],
    ['Prämie «neu».pdf', 'application/pdf', 'Pr%C3%A4mie%20%C2%ABneu%C2%BB.pdf', 'application/pdf'],
  ]) {
    await change('update document set file_name = $2, media_type = $3 where id = $1', [document.id, name, type])
    const answer = await file(person, document.id)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['x-evil']).toBeUndefined()
    expect(answer.headers['content-type']).toBe(sent)
    expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''/)
    expect(String(answer.headers['content-disposition']).split("''")[1]).toBe(saved)
  }
})

test('a file that is gone or cut short is a page with the reason, never an error of ours', async () => {
  const document = await documentOn('UVG')
  const path = join(house.services.config.dataDir, 'files', await house.brokerageId(), document.sha256.toString('hex'))
  const person = await house.person({ roles: ['personal_lines'] })
  await rename(path, `${path}.away`)
  try {
    const answer = await file(person, document.id)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('Die Datei ist im Moment nicht verfügbar')
    await writeFile(path, '%PDF-1.7 half')
    await truncate(path, 5)
    expect((await file(person, document.id)).statusCode).toBe(404)
    expect((await person.get(`/de-de/documents/${document.id}`)).status).toBe(200)
  } finally {
    await rename(`${path}.away`, path)
  }
  expect((await file(person, document.id)).statusCode).toBe(200)
})

test('the views part the documents by category, each in exactly one', async () => {
  const staff = await house.staff()
  const total = async (view: string) => {
    await staff.get(`/de-de/documents?v=${view}`)
    return Number(/von (\d+) Einträgen/.exec(staff.text())?.[1] ?? 0)
  }
  await change(`update document set category = 'Lageplan' where id = $1`, [(await documentOn('MF')).id])
  const parts = ['policies', 'bills', 'claims', 'pension', 'conditions', 'reports', 'other']
  const counts = Object.fromEntries(await sequence(parts, async (view) => [view, await total(view)] as const))
  expect(counts).toMatchObject({ reports: 1, conditions: 1, other: 1 })
  expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(await total('all'))
})

test('a category is found by its name in any language and shown in the reader’s', async () => {
  const full = await house.person({ roles: ['full_access'] })
  await full.get('/fr-fr/documents?q=rapport')
  expect(full.text()).toContain('Rapport annuel')
  expect(full.text()).toContain('1 à 1 sur 1 entrées')
})

async function sequence<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
