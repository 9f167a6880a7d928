import { Readable } from 'node:stream'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { kept } from '../../../test/kept.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { newId } from '../../platform/ids.ts'

let house: House
beforeAll(async () => {
  // The portal reads no WebP; this test looks at those it makes.
  sharp.unblock({ operation: ['VipsForeignLoadWebp'] })
  house = await startHouse()
})
afterAll(() => house.close())

/** A document of Muster Holding AG with these bytes, on no policy: «Übrige Branchen» and «Kompletter Zugriff» see it. */
const document = (bytes: Buffer, mediaType: string, name = 'datei') => kept(house, bytes, mediaType, { name })

async function pdfOf(pages: string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', autoFirstPage: false, ...options })
  const chunks: Buffer[] = []
  paper.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => paper.once('end', resolve))
  for (const text of pages) paper.addPage().text(text)
  paper.end()
  await ended
  return Buffer.concat(chunks)
}

const reader = () => house.person({ roles: ['other_lines'] })

async function picture(person: Visitor, address: string) {
  const answer = await house.app.inject({
    method: 'GET',
    url: `/de-de/documents/${address}`,
    headers: { host: person.host, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}

test('a PDF is shown page by page, as pictures with their words', async () => {
  const id = await document(await pdfOf(['Kündigung der Police MF-10.207.233', 'Zweite Seite']), 'application/pdf')
  const person = await reader()
  await person.get(`/de-de/documents/${id}/preview`)
  expect(person.status).toBe(200)
  expect(person.text()).toContain('Seite 1 von 2')
  expect(person.html).toContain('alt="Seite 1: Kündigung der Police MF-10.207.233"')
  expect(person.html).toContain(`href="/de-de/documents/${id}/preview?page=2"`)
  await person.get(`/de-de/documents/${id}/preview?page=2`)
  expect(person.text()).toMatch(/Seite 2 von 2[\s\S]*Text dieser Seite[\s\S]*Zweite Seite/)
  const { status, headers, bytes } = await picture(person, `${id}/preview/2?w=960`)
  expect([status, bytes.subarray(1, 4).toString()]).toEqual([200, 'PNG'])
  expect((await sharp(bytes).metadata()).width).toBe(960)
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect((await sharp((await picture(person, `${id}/preview/1?w=1600`)).bytes).metadata()).width).toBe(1600)
})

test('the page of a document shows its first page and leads to the preview', async () => {
  const id = await document(await pdfOf(['Erste Seite']), 'application/pdf')
  const person = await reader()
  await person.get(`/de-de/documents/${id}`)
  expect(person.html).toContain(`src="/de-de/documents/${id}/preview/1?w=960"`)
  expect(person.html).toContain(`href="/de-de/documents/${id}/preview"`)
  expect(person.html).not.toMatch(/<(iframe|object|embed)/)
})

test('pages and sizes that nobody offers are not there', async () => {
  const id = await document(await pdfOf(['Eins']), 'application/pdf')
  const person = await reader()
  for (const address of ['preview?page=2', 'preview?page=0', 'preview?page=-1', 'preview?page=x', 'preview?page=1&page=2'])
    expect([address, (await person.get(`/de-de/documents/${id}/${address}`)).status]).toEqual([address, 404])
  for (const address of [
    'preview/2?w=960',
    'preview/0?w=960',
    'preview/1',
    'preview/1?w=961',
    'preview/1?w=99999',
    'preview/x?w=960',
  ])
    expect([address, (await picture(person, `${id}/${address}`)).status]).toEqual([address, 404])
})

test('whoever does not see the document sees neither page nor picture, before and after somebody else did', async () => {
  const id = await document(await pdfOf(['Geheim']), 'application/pdf')
  const outsider = await house.person({ roles: ['fleet', 'user_manager', 'file_manager'] })
  const foreign = await house.person({ brokerage: '7101', roles: ['full_access'] })
  const look = async () => [
    (await outsider.get(`/de-de/documents/${id}/preview`)).status,
    (await picture(outsider, `${id}/preview/1?w=960`)).status,
    (await foreign.get(`/de-de/documents/${id}/preview`)).status,
    (await picture(foreign, `${id}/preview/1?w=960`)).status,
  ]
  expect(await look()).toEqual([404, 404, 404, 404])
  const person = await reader()
  expect((await picture(person, `${id}/preview/1?w=960`)).status).toBe(200)
  expect(await look()).toEqual([404, 404, 404, 404])
  expect((await picture(house.visitor(), `${id}/preview/1?w=960`)).status).toBe(303)
})

test('what the scanner holds back is not shown either', async () => {
  const bytes = await pdfOf(['Angesteckt'])
  const id = await document(bytes, 'application/pdf')
  const person = await reader()
  expect((await picture(person, `${id}/preview/1?w=960`)).status).toBe(200)
  await house.database.write(
    await house.brokerageId(),
    `update kept_file set scan_state = 'infected' where sha256 = (select sha256 from document where id = $1)`,
    [id],
  )
  expect((await picture(person, `${id}/preview/1?w=960`)).status).toBe(404)
  await person.get(`/de-de/documents/${id}/preview`)
  expect([person.status, person.text().includes('In der Datei wurde ein Virus gefunden')]).toEqual([404, true])
  await person.get(`/de-de/documents/${id}`)
  expect(person.html).not.toContain('/preview/1')
})

test('a photo is made anew: upright, without the place it was taken at', async () => {
  const photo = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#336699' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Anja Rieder', Orientation: '6' }, IFD3: { GPSLatitude: '47/1 22/1 0/1' } })
    .toBuffer()
  expect(photo.includes('Anja Rieder')).toBe(true)
  const id = await document(photo, 'image/jpeg')
  const person = await reader()
  await person.get(`/de-de/documents/${id}/preview`)
  expect(person.html).toContain('alt="Bild: ')
  const { status, headers, bytes } = await picture(person, `${id}/preview/1?w=960`)
  const made = await sharp(bytes).metadata()
  expect([status, headers['content-type'], made.format, made.width]).toEqual([200, 'image/webp', 'webp', 960])
  expect([made.exif, made.xmp, made.icc]).toEqual([undefined, undefined, undefined])
  expect(bytes.includes('Anja')).toBe(false)
})

test('text and CSV are shown as text, whatever they were written with and whatever stands in them', async () => {
  const person = await reader()
  for (const [bytes, type, shown] of [
    [Buffer.from('Prämie;1\n<script>alert(1)</script>'), 'text/csv', 'Prämie;1\n&lt;script>alert(1)&lt;/script>'],
    [Buffer.from('Pr\xe4mie', 'latin1'), 'text/plain', 'Prämie'],
    [Buffer.from('\ufeffPrämie', 'utf16le'), 'text/plain', 'Prämie'],
    [Buffer.from('rechnung\u202efdp.exe\u0007'), 'text/plain', 'rechnungfdp.exe'],
  ] as const) {
    const id = await document(bytes, type)
    await person.get(`/de-de/documents/${id}/preview`)
    expect([person.status, /<pre[^>]*>([\s\S]*)<\/pre>/.exec(person.html)?.[1]]).toEqual([200, shown])
    expect((await picture(person, `${id}/preview/1?w=960`)).status).toBe(404)
  }
  const long = await document(Buffer.from('Zeile ä\n'.repeat(20_000)), 'text/plain')
  await person.get(`/de-de/documents/${long}/preview`)
  expect(person.text()).toContain('Gezeigt wird nur der Anfang')
})

test('Office files and mails say that they have no preview', async () => {
  const id = await document(Buffer.from('PK'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  const person = await reader()
  await person.get(`/de-de/documents/${id}/preview`)
  expect([person.status, person.text().includes('Für diesen Dateityp gibt es keine Vorschau')]).toEqual([200, true])
})

function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, crc])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let n = 0; n < 8; n++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

/** A PDF written by hand; what stands on the page is given as objects. */
function rawPdf(page: string, ...objects: string[]): Buffer {
  const all = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, ...objects]
  return Buffer.from(
    `%PDF-1.7\n${all.map((body, n) => `${n + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer<</Size ${all.length + 1}/Root 1 0 R>>\n%%EOF\n`,
  )
}

const hugeImage = (side: number) =>
  rawPdf(
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>',
    '<</Length 30>>stream\nq 595 0 0 842 0 0 cm /I Do Q   \nendstream',
    `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/ASCIIHexDecode/Length 3>>stream\n00>\nendstream`,
  )

test.each<[string, () => Buffer | Promise<Buffer>, string, 'shown' | 'not shown' | 'either']>([
  ['a PDF that is none', () => Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>'), 'application/pdf', 'not shown'],
  ['a PDF cut in the middle', async () => (await pdfOf(['x'.repeat(500)])).subarray(0, 700), 'application/pdf', 'either'],
  ['an encrypted PDF', () => pdfOf(['geheim'], { userPassword: 'x' }), 'application/pdf', 'not shown'],
  [
    'a page as large as a country',
    () => rawPdf('<</Type/Page/Parent 2 0 R/MediaBox[0 0 100000000 100000000]>>'),
    'application/pdf',
    'shown',
  ],
  [
    'a page as thin as a hair',
    () => rawPdf('<</Type/Page/Parent 2 0 R/MediaBox[0 0 0.001 100000000]>>'),
    'application/pdf',
    'either',
  ],
  [
    'pages that contain themselves',
    () => rawPdf('<</Type/Pages/Kids[3 0 R 2 0 R]/Count 999999>>'),
    'application/pdf',
    'not shown',
  ],
  ['a picture in a PDF that takes all memory', () => hugeImage(60_000), 'application/pdf', 'either'],
  ['a PNG bomb', () => pngOf(60_000, 60_000), 'image/png', 'not shown'],
  ['a PNG one pixel wide and very high', () => pngOf(1, 40_000_000), 'image/png', 'either'],
  [
    'an SVG that calls itself PNG',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'image/png',
    'not shown',
  ],
  ['a PDF that calls itself JPEG', () => pdfOf(['x']), 'image/jpeg', 'not shown'],
  [
    'a JPEG that is a page as well',
    async () =>
      Buffer.concat([
        await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .jpeg()
          .toBuffer(),
        Buffer.from('<script>alert(1)</script>'),
      ]),
    'image/jpeg',
    'shown',
  ],
  ['nothing at all', () => Buffer.alloc(0), 'application/pdf', 'not shown'],
])(
  '%s: a clear page, and the portal lives',
  async (_, bytes, type, expected) => {
    const id = await document(await bytes(), type)
    const person = await reader()
    await person.get(`/de-de/documents/${id}/preview`)
    expect(person.status).toBe(200)
    const shown = person.html.includes(`/documents/${id}/preview/1?w=960`)
    expect(shown || person.text().includes('Diese Datei lässt sich nicht anzeigen')).toBe(true)
    if (expected !== 'either') expect(shown).toBe(expected === 'shown')
    const drawn = await picture(person, `${id}/preview/1?w=960`)
    expect(drawn.status).toBe(shown ? 200 : 404)
    if (shown) {
      expect(['image/png', 'image/webp']).toContain(drawn.headers['content-type'])
      const { width, height } = await sharp(drawn.bytes).metadata()
      expect([width <= 960, height <= 3841, drawn.bytes.includes('<script')]).toEqual([true, true, false])
    }
    expect((await person.get(`/de-de/documents/${id}`)).status).toBe(200)
  },
  30_000,
)

test('too much at once is refused with a moment to wait, and what was begun comes', async () => {
  const id = await document(await pdfOf(Array.from({ length: 40 }, (_, n) => `Seite ${n} ${newId()}`)), 'application/pdf')
  const person = await reader()
  expect((await picture(person, `${id}/preview/1?w=480`)).status).toBe(200)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => picture(person, `${id}/preview/${n + 1}?w=480`)))
  const counts = Map.groupBy(answers, ({ status }) => status)
  expect([...counts.keys()].sort()).toEqual([200, 503])
  expect(counts.get(503)![0]!.headers['retry-after']).toBe('5')
  expect(counts.get(200)!.length).toBeGreaterThan(3)
  expect((await picture(person, `${id}/preview/40?w=480`)).status).toBe(200)
}, 60_000)

test('a page that many open at the same moment is drawn once', async () => {
  const id = await document(await pdfOf(['Für alle']), 'application/pdf')
  const person = await reader()
  const answers = await Promise.all(Array.from({ length: 40 }, () => picture(person, `${id}/preview/1?w=480`)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})

test('a file that is gone is a page with the reason', async () => {
  const bytes = await pdfOf([newId()])
  const id = await document(bytes, 'application/pdf')
  const [{ sha256 }] = (await house.look<{ sha256: Buffer }>('select sha256 from document where id = $1', [id])) as [
    { sha256: Buffer },
  ]
  await house.services.files.remove(await house.brokerageId(), sha256)
  const person = await reader()
  await person.get(`/de-de/documents/${id}/preview`)
  expect([person.status, person.text().includes('Die Datei ist im Moment nicht verfügbar')]).toEqual([404, true])
  await house.services.files.put(await house.brokerageId(), Readable.from([bytes]))
  expect((await person.get(`/de-de/documents/${id}/preview`)).status).toBe(200)
})
