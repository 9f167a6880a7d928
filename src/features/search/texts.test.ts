import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yazl from 'yazl'
import { eicar, startClamd } from '../../../test/clamd.ts'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { pdf as emptyPdf, jpeg, send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let works: ReturnType<typeof worksIn>
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
  await works.run('search_texts_sweep')
})
afterAll(async () => {
  await works.close()
  await house.close()
})

const path = '/de-de/documents/new'

function pdf(text: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => document.once('end', () => resolve(Buffer.concat(chunks))))
  document.text(text)
  document.end()
  return ended
}

async function zip(parts: Record<string, string>): Promise<Buffer> {
  const file = new yazl.ZipFile()
  for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text), name)
  file.end()
  return Buffer.from(await new Response(file.outputStream as never).arrayBuffer())
}

async function upload(person: Visitor, name: string, bytes: Buffer): Promise<void> {
  await person.get(path)
  await send(person, path, { category: 'other' }, [{ name, bytes }])
  expect([name, person.status]).toEqual([name, 303])
}

/** What a person reads of the documents found: null where there are none. */
async function documents(who: Visitor, term: string): Promise<string | null> {
  await who.get(`/de-de/search?q=${encodeURIComponent(term)}`)
  expect(who.status).toBe(200)
  return /<section class="card flush"[^>]*id="documents">([\s\S]*?)<\/section>/.exec(who.html)?.[1] ?? null
}

const files = (roles: ('file_manager' | 'full_access' | 'fleet' | 'other_lines')[] = ['file_manager', 'full_access']) =>
  house.person({ roles })

test('documents that came before are read, and found by what stands in them, with the place marked', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const [row] = await house.look<{ insurer: string; number: string }>(
    `select p.insurer, p.number from document d join policy p on p.id = d.policy_id join company c on c.id = d.company_id where c.source_key = 'K-10001' and d.title = 'Police ' || p.number limit 1`,
  )
  const found = await documents(person, `${row!.insurer} Jahresprämie`)
  expect(found).toContain('class="extract"')
  expect(found).toContain('<mark>Jahresprämie</mark>')
  const [odd] = await house.look(
    `select count(*)::int as n from search_entry where kind = 'document' and body_sha256 is distinct from sha256`,
  )
  expect(odd).toEqual({ n: 0 })
})

test('an uploaded file is read by a job that its change put into the queue, whatever it is', async () => {
  const person = await files()
  const word = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml':
      '<w:document><w:p><w:r><w:t>Der Nach</w:t></w:r><w:r><w:t>tfalter &amp; Söhne</w:t></w:r></w:p><w:p>Ende</w:p></w:document>',
  }
  const sheet = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': '<sst><si><t>Taubenschwänzchen</t></si><si><t>Zahl</t></si></sst>',
  }
  const slides = {
    '[Content_Types].xml': '<Types/>',
    'ppt/presentation.xml': '<p/>',
    'ppt/slides/slide1.xml': '<p:sld><a:p><a:t>Weinschwärmer</a:t></a:p></p:sld>',
  }
  for (const [name, bytes, term] of [
    ['brief.pdf', await pdf('Ein Schwalbenschwanz flog über den Kühlraum der Halle.'), 'Schwalbenschwänze'],
    ['notiz.txt', Buffer.from('Das Tagpfauenauge im Büro'), 'Tagpfauenauge Büro'],
    ['alt.csv', Buffer.from('Name;Ort\nZitronenfalter;Zürich\n', 'latin1'), 'Zitronenfalter Zürich'],
    ['wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Kleiner Fuchs überall', 'utf16le')]), 'Fuchs überall'],
    ['wort.docx', await zip(word), 'Nachtfalter Söhne'],
    ['liste.xlsx', await zip(sheet), 'Taubenschwaenzchen'],
    ['folien.pptx', await zip(slides), 'Weinschwärmer'],
  ] as const) {
    await upload(person, name, bytes)
    expect([name, await documents(person, term)]).toEqual([name, null])
    expect(await works.runWaiting('search_texts')).toEqual([])
    expect([name, await documents(person, term)]).toEqual([name, expect.stringContaining('<mark>')])
  }
})

test('what cannot be read is tried once, and its name is found all the same', async () => {
  const person = await files()
  const bomb = await zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<w:p>${' '.repeat(900_000)}Bombe</w:p>` })
  for (const [name, bytes] of [
    ['kaputt.pdf', Buffer.concat([emptyPdf, Buffer.from('kaputt')])],
    ['foto.jpg', Buffer.concat([jpeg, Buffer.from('foto')])],
    ['gross.docx', bomb],
  ] as const) {
    await upload(person, name, bytes)
    expect(await works.runWaiting('search_texts')).toEqual([])
    expect([name, await documents(person, name.split('.')[0]!)]).toEqual([name, expect.stringContaining('/documents/')])
    const sha256 = createHash('sha256').update(bytes).digest()
    const [left] = await house.look(
      `select count(*)::int as n from search_entry where sha256 = $1 and body_sha256 is distinct from sha256`,
      [sha256],
    )
    expect([name, left]).toEqual([name, { n: 0 }])
  }
})

test('a text without end, of words that never come twice, is kept as far as it fits', async () => {
  const person = await files()
  const strange = Array.from({ length: 60_000 }, (_, n) => `ё${n.toString(36)}żółw${n}`).join(' ')
  await upload(person, 'endlos.txt', Buffer.from(`Anfangswort ${strange}`))
  expect(await works.runWaiting('search_texts')).toEqual([])
  expect(await documents(person, 'Anfangswort')).toContain('endlos')
  const [entry] = await house.look<{ id: string; size: number }>(
    `select record_id as id, length(body) as size from search_entry where title = 'endlos'`,
  )
  expect(entry!.size).toBeLessThanOrEqual(200_000)
  await house.database.write(await house.brokerageId(), `update document set title = 'Endlosband' where id = $1`, [entry!.id])
  expect(await documents(person, 'Endlosband Anfangswort')).toContain('Endlosband')
})

test('a replaced file is found by its new words and no longer by its old ones, at once', async () => {
  const person = await files()
  await upload(person, 'vertrag.pdf', await pdf('Vor langer Zeit: Mammutbaum'))
  await works.runWaiting('search_texts')
  const id = /\/documents\/([0-9a-f-]{36})/.exec((await documents(person, 'Mammutbaum'))!)![1]!
  const replace = `/de-de/documents/${id}/versions/new`
  await person.get(replace)
  await send(person, replace, {}, [{ name: 'vertrag.pdf', bytes: await pdf('Heute: Ginkgobaum') }])
  expect(person.status).toBe(303)
  expect(await documents(person, 'Mammutbaum')).toBeNull()
  await works.runWaiting('search_texts')
  expect(await documents(person, 'Ginkgobaum')).toContain(id)
  expect(await documents(person, 'Mammutbaum')).toBeNull()
})

test('a text is found by those who see the document alone, also once it turns confidential', async () => {
  const [author, colleague, fleet, other] = [
    await files(['file_manager', 'other_lines']),
    await files(['other_lines']),
    await files(['fleet']),
    await house.person({ company: 'K-10005', roles: ['full_access'] }),
  ]
  await upload(author, 'geheim.pdf', await pdf('Unser Plan heisst Seeadler.'))
  await works.runWaiting('search_texts')
  for (const [who, sees] of [
    [author, true],
    [colleague, true],
    [fleet, false],
    [other, false],
  ] as const)
    expect((await documents(who, 'Seeadler')) !== null).toBe(sees)
  const [row] = await house.look<{ id: string }>(`select record_id as id from search_entry where body like '%Seeadler%'`)
  await house.database.write(await house.brokerageId(), 'update document set confidential = true where id = $1', [row!.id])
  expect(await documents(colleague, 'Seeadler')).toBeNull()
  expect(await documents(author, 'Seeadler')).not.toBeNull()
})

test('where there is a scanner a file is read when it is clean, and never when it is infected', async () => {
  const clamd = await startClamd()
  const guarded = await startHouse({ CLAMD_URL: clamd.url })
  const jobs = worksIn(guarded)
  try {
    const person = await guarded.person({ roles: ['file_manager', 'full_access'] })
    await upload(person, 'sauber.txt', Buffer.from('Ein Eisvogel am Bach'))
    await upload(person, 'krank.txt', Buffer.concat([Buffer.from('Ein Kormoran am See\n'), eicar]))
    await jobs.runWaiting('search_texts')
    expect(await documents(person, 'Eisvogel')).toBeNull()
    await jobs.runWaiting('virus_scan')
    await jobs.runWaiting('search_texts')
    expect(await documents(person, 'Eisvogel')).not.toBeNull()
    await jobs.run('search_texts_sweep')
    expect(await documents(person, 'Kormoran')).toBeNull()
  } finally {
    await jobs.close()
    await guarded.close()
    await clamd.close()
  }
})
