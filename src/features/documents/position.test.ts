import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { kept } from '../../../test/kept.ts'
import { send } from '../../../test/multipart.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let works: ReturnType<typeof worksIn>
let photo: Buffer
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
  photo = await taken('jpeg')
})
afterAll(async () => {
  await works.close()
  await house.close()
})

// What a telephone writes: which way is up, and the place, as numbers, in words and once more in XMP; behind it hangs a little film.
const place = { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 3344/100', GPSLongitudeRef: 'E', GPSMapDatum: 'Paradeplatz' }
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="47,22.557N"/></rdf:RDF></x:xmpmeta>`

async function taken(format: 'jpeg' | 'png') {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#888', noise } })
  const file = await plain[format]()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Model: 'Telefon 9' }, IFD3: place })
    .withXmp(xmp)
    .toBuffer()
  return format === 'jpeg' ? Buffer.concat([file, Buffer.from('film from 47.3756')]) : file
}

const latitude = Buffer.from([47, 0, 0, 0, 1, 0, 0, 0, 22, 0, 0, 0, 1])
const tells = (bytes: Buffer) => [latitude, 'Paradeplatz', 'exif:GPSLatitude', '47.3756'].filter((one) => bytes.includes(one))

async function bytesOf(person: Visitor, url: string, headers: Record<string, string> = {}) {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await house.app.inject({ method: 'GET', url, headers: { host: person.host, cookie, ...headers } })
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers }
}

test('whoever did not bring a photo gets it without its place, upright and with every point as it was; staff get what came', async () => {
  expect(tells(photo)).toHaveLength(4)
  const id = await kept(house, photo, 'image/jpeg', { name: 'unfall.jpg' })
  const [person, staff] = [await house.person({ roles: ['other_lines'] }), await house.staff('auditor')]
  const got = await bytesOf(person, `/de-de/documents/${id}/file`)
  expect([got.status, tells(got.bytes), got.bytes.length]).toEqual([200, [], photo.length])
  const { orientation, exif } = await sharp(got.bytes).metadata()
  expect([orientation, exif?.includes('Telefon 9')]).toEqual([6, true])
  expect((await sharp(got.bytes).raw().toBuffer()).equals(await sharp(photo).raw().toBuffer())).toBe(true)
  expect((await bytesOf(staff, `/de-de/documents/${id}/file`)).bytes.equals(photo)).toBe(true)
  // In parts it is the same copy, under a name of its own.
  const from = Math.floor(photo.length / 7)
  const part = await bytesOf(person, `/de-de/documents/${id}/file`, {
    range: `bytes=${from}-`,
    'if-range': String(got.headers.etag),
  })
  expect([part.status, part.bytes.equals(got.bytes.subarray(from))]).toEqual([206, true])
})

test('a PNG stays whole without it', async () => {
  const png = await taken('png')
  expect(tells(png).length).toBeGreaterThan(1)
  const id = await kept(house, png, 'image/png', { name: 'bild.png' })
  const got = await bytesOf(await house.person({ roles: ['other_lines'] }), `/de-de/documents/${id}/file`)
  expect([got.status, tells(got.bytes)]).toEqual([200, []])
  expect((await sharp(got.bytes, { failOn: 'warning' }).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(true)
})

test('a ZIP holds the same copy', async () => {
  const id = await kept(house, photo, 'image/jpeg', { name: 'zip.jpg' })
  const person = await house.person({ roles: ['other_lines'] })
  await person.get('/de-de/documents')
  const button = [...person.html.matchAll(/<button[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes('"/de-de/documents/zip"'))
  const token = / value="([^"]+)"/.exec(button ?? '')?.[1] ?? ''
  await person.post('/de-de/documents/zip', { _token: token, list: '', row: [id] })
  expect(person.status).toBe(303)
  await works.runWaiting('document_zip')
  const zip = await bytesOf(person, `${person.location}/file`)
  const copy = await bytesOf(person, `/de-de/documents/${id}/file`)
  expect([zip.status, tells(zip.bytes), zip.bytes.includes(copy.bytes)]).toEqual([200, [], true])
})

test('whoever sent a photo with a message has it as it was, the others who read it without its place', async () => {
  const [author, staff, reader] = [
    await house.person({ roles: ['fleet'] }),
    await house.staff('account_manager'),
    await house.person({ roles: ['fleet'] }),
  ]
  const [policy] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
      where p.line_code = 'MF' and c.source_key = 'K-10001' and not p.confidential limit 1`,
  )
  await author.get(`/de-de/messages/new?about=policy:${policy!.id}`)
  await send(author, '/de-de/messages/new', { subject: 'Foto', body: 'Im Anhang.' }, [{ name: 'foto.jpg', bytes: photo }])
  await house.look('update message set delivers_at = now() where delivers_at > now()')
  await author.follow()
  const file = /href="(\/de-de\/attachments\/[0-9a-f-]{36}\/file)"/.exec(author.html)![1]!
  expect((await bytesOf(author, file)).bytes.equals(photo)).toBe(true)
  expect((await bytesOf(staff, file)).bytes.equals(photo)).toBe(true)
  const got = await bytesOf(reader, file)
  expect([got.status, tells(got.bytes), got.bytes.length]).toEqual([200, [], photo.length])
})

test('a photo that is broken in any place is handed out without fail', async () => {
  const person = await house.person({ roles: ['other_lines'] })
  const broken = [
    photo.subarray(0, 40),
    photo.subarray(0, photo.length >> 1),
    Buffer.concat([photo.subarray(0, 30), Buffer.alloc(200, 0xff)]),
    Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.from('II*\0'.repeat(2000), 'latin1')]),
  ]
  for (const bytes of broken) {
    const id = await kept(house, bytes, 'image/jpeg', { name: 'kaputt.jpg' })
    const got = await bytesOf(person, `/de-de/documents/${id}/file`)
    expect([got.status, got.bytes.length]).toEqual([200, bytes.length])
  }
})
