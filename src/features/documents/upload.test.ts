import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import { jpeg, multipart, pdf, png, type SentFile, send, sendRaw } from '../../../test/multipart.ts'
import { startS3 } from '../../../test/s3.ts'
import { zip } from '../../../test/zip.ts'

// A folder of its own: what waits in it is counted, and other tests upload at the same time.
const dataDir = mkdtempSync(join(tmpdir(), 'dossier-upload-'))
let house: House
beforeAll(async () => {
  house = await startHouse({ DATA_DIR: dataDir })
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const path = '/de-de/documents/new'
const filed = (accountId: string) =>
  house.look<{
    id: string
    file_name: string
    media_type: string
    audience: string[]
    category: string
    title: string
    sha256: Buffer
  }>(
    'select id, file_name, media_type, audience, category, title, sha256 from document where author_account_id = $1 order by file_name',
    [accountId],
  )
const waiting = () => readdir(join(house.services.config.dataDir, 'uploads')).catch(() => [])

async function upload(files: SentFile[], fields: Record<string, string> = { category: 'other' }) {
  const person = await house.person({ roles: ['file_manager', 'fleet'] })
  await person.get(path)
  await send(person, path, fields, files)
  return Object.assign(person, { filed: await filed(person.accountId) })
}

test('a File Manager files documents on a policy: they get its audience and come back byte by byte', async () => {
  const [policy] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = 'K-10001' and p.line_code = 'MF' limit 1`,
  )
  const person = await upload([{ name: 'Fahrzeugausweis.pdf', bytes: pdf }], {
    category: 'vehicle_licence',
    policy: policy!.id,
    dated_on: '3.11.2026',
    title: '',
  })
  expect([person.status, person.location]).toEqual([303, `/de-de/documents/filed?d=${person.filed[0]!.id}`])
  expect(person.filed).toMatchObject([
    {
      file_name: 'Fahrzeugausweis.pdf',
      media_type: 'application/pdf',
      audience: ['fleet'],
      category: 'Fahrzeugausweis',
      title: 'Fahrzeugausweis',
    },
  ])
  await person.get(`/de-de/documents/${person.filed[0]!.id}`)
  expect(person.text()).toContain('nicht virengeprüft')
  await person.get(`/de-de/documents/${person.filed[0]!.id}/file`)
  expect(createHash('sha256').update(pdf).digest()).toEqual(person.filed[0]!.sha256)
  expect(person.html).toBe(pdf.toString())
  expect((await (await house.person({ roles: ['other_lines'] })).get(`/de-de/documents/${person.filed[0]!.id}`)).status).toBe(404)
})

test('everybody else is told which role it takes, and cannot send anything', async () => {
  const person = await house.person({ roles: ['full_access'] })
  await person.get(path)
  expect([person.status, person.text().includes('brauchen Sie die Rolle File Manager')]).toEqual([403, true])
  const other = await house.person({ roles: ['file_manager'] })
  await other.get(path)
  const before = (await waiting()).length
  await sendRaw(person, path, multipart(other.hiddenFields(path), [{ name: 'a.pdf', bytes: pdf }]))
  expect(person.status).toBe(403)
  expect((await waiting()).length).toBe(before)
  expect((await (await house.staff('auditor')).get(path)).status).toBe(403)
})

test('the role alone opens no policy: one of another line or company cannot be named', async () => {
  const [foreign] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = 'K-10005' limit 1`,
  )
  const [hidden] = await house.look<{ id: string }>(
    `select p.id from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = 'K-10001' and p.line_code = 'BVG' limit 1`,
  )
  for (const { id } of [foreign!, hidden!]) {
    const person = await upload([{ name: 'a.pdf', bytes: pdf }], { category: 'other', policy: id })
    expect([person.status, person.filed]).toEqual([422, []])
  }
})

test('confidential is for full access and the author', async () => {
  const person = await upload([{ name: 'a.pdf', bytes: pdf }], { category: 'other', confidential: 'on' })
  expect(person.filed).toMatchObject([{ audience: [] }])
  expect((await (await house.person({ roles: ['other_lines'] })).get(`/de-de/documents/${person.filed[0]!.id}`)).status).toBe(404)
  expect((await person.get(`/de-de/documents/${person.filed[0]!.id}`)).status).toBe(200)
})

test('the same form sent five times at once files each document once', async () => {
  const person = await house.person({ roles: ['file_manager'] })
  await person.get(path)
  const body = multipart({ ...person.hiddenFields(path), category: 'other' }, [
    { name: 'a.pdf', bytes: pdf },
    { name: 'b.jpg', bytes: jpeg },
  ])
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendRaw(person.tab(), path, body)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect((await filed(person.accountId)).map(({ file_name }) => file_name)).toEqual(['a.pdf', 'b.jpg'])
})

test('every accepted type is accepted', async () => {
  const office = (part: string) => zip(['[Content_Types].xml', part])
  const person = await upload([
    { name: 'a.pdf', bytes: pdf },
    { name: 'b.JPG', bytes: jpeg },
    { name: 'c.png', bytes: png },
    { name: 'd.txt', bytes: Buffer.from('Grüezi\r\n') },
    { name: 'e.csv', bytes: Buffer.from('a;b\r\n1;2\r\n') },
    { name: 'f.docx', bytes: office('word/document.xml') },
    { name: 'g.xlsx', bytes: office('xl/workbook.xml') },
    { name: 'h.pptx', bytes: office('ppt/presentation.xml') },
    { name: 'i.eml', bytes: Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nText\r\n') },
    { name: 'j.heic', bytes: Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(12)]) },
  ])
  expect([person.status, person.filed.length]).toEqual([303, 10])
})

const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)])
const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64)])
test.each<[string, Buffer, string]>([
  ['bild.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Webseiten, Skripte'],
  ['seite.html', Buffer.from('<html>'), 'Webseiten, Skripte'],
  ['seite.txt', Buffer.from('\ufeff  <!DOCTYPE html><script>1</script>'), 'Webseiten, Skripte'],
  ['bild.png', Buffer.from('<svg onload="x"/>'), 'Webseiten, Skripte'],
  ['setup.exe', exe, 'Dieser Dateityp wird nicht angenommen'],
  ['rechnung.pdf.exe', exe, 'Dieser Dateityp wird nicht angenommen'],
  ['rechnung.pdf', exe, 'passt nicht zur Endung'],
  ['text.txt', exe, 'passt nicht zur Endung'],
  ['foto.jpg', png, 'passt nicht zur Endung'],
  ['liste.xlsm', zip(['xl/workbook.xml']), 'Makros'],
  ['liste.xlsx', zip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin']), 'Makros'],
  ['brief.docx', zip(['[Content_Types].xml', 'xl/workbook.xml']), 'passt nicht zur Endung'],
  ['brief.docx', zip(['[Content_Types].xml', 'word/document.xml', '../../evil']), 'passt nicht zur Endung'],
  ['brief.docx', zip(['[Content_Types].xml', 'word/document.xml'], { encrypted: true }), 'Passwort geschützt'],
  ['brief.docx', zip(['[Content_Types].xml', 'word/document.xml'], { size: 3_000_000_000 }), 'passt nicht zur Endung'],
  ['brief.docx', old, 'Passwort geschützt'],
  ['alles.zip', zip(['a.pdf']), 'Archive werden nicht angenommen'],
  ['leer.pdf', Buffer.alloc(0), 'Die Datei ist leer'],
  ['ohne', pdf, 'Dieser Dateityp wird nicht angenommen'],
])('%s is refused with its reason', async (name, bytes, reason) => {
  const person = await upload([{ name, bytes }])
  expect([person.status, person.filed]).toEqual([422, []])
  expect(person.text()).toContain(reason)
  expect(person.text()).toContain('Es wurde nichts abgelegt.')
})

test('names leave their folders, directions and control characters behind', async () => {
  const person = await upload([
    { name: '../../etc/b.pdf', bytes: pdf },
    { name: 'C:\\\\temp\\\\c.jpg', bytes: jpeg },
    { name: `rechnung\u202efdp.png`, bytes: png },
    { name: `${'ä'.repeat(300)}.txt`, bytes: Buffer.from('x') },
  ])
  expect(person.status).toBe(303)
  const names = person.filed.map(({ file_name }) => file_name).sort()
  expect(names.slice(0, 3)).toEqual(['b.pdf', 'c.jpg', 'rechnungfdp.png'])
  expect([...names[3]!]).toHaveLength(150)
  expect(names[3]!.endsWith('ä.txt')).toBe(true)
})

test('too large, too many, too much together: 413 with the form kept, and nothing stays behind', async () => {
  const big = (size: number, name: string) => ({ name, bytes: Buffer.concat([pdf, Buffer.alloc(size)]) })
  for (const [files, text] of [
    [[big(20_000_100, 'a.pdf')], 'Eine Datei ist grösser als 20 MB'],
    [[big(13_000_000, 'a.pdf'), big(13_000_001, 'b.pdf')], 'zusammen grösser als 25 MB'],
    [Array.from({ length: 11 }, (_, n) => big(n, `${n}.pdf`)), 'mehr als 10 Dateien'],
  ] as const) {
    const person = await upload([...files], { category: 'minutes', title: 'Mein Titel' })
    expect([person.status, person.filed]).toEqual([413, []])
    expect(person.text()).toContain(text)
    expect(person.html).toContain('value="Mein Titel"')
    expect(person.html).toMatch(/value="minutes" selected/)
  }
  const person = await house.person({ roles: ['file_manager'] })
  await person.get(path)
  await sendRaw(person, path, multipart(person.hiddenFields(path), []), { 'content-length': '900000000' })
  expect(person.status).toBe(413)
  expect(await waiting()).toEqual([])
}, 60_000)

test('without a file, or with the field left empty, the form asks for one', async () => {
  const person = await upload([{ name: '', bytes: Buffer.alloc(0) }])
  expect([person.status, person.text().includes('Wählen Sie mindestens eine Datei.')]).toEqual([422, true])
  await person.get(path)
  await person.post(path, { category: 'other' })
  expect(person.status).toBe(422)
})

test('the token must come first: files before it, a foreign one or none are refused unread', async () => {
  const person = await house.person({ roles: ['file_manager'] })
  await person.get(path)
  const { _token, _id } = person.hiddenFields(path) as { _token: string; _id: string }
  const file = { name: 'a.pdf', bytes: pdf }
  const late = Buffer.concat([multipart({}, [file]).subarray(0, -14), multipart({ _token, _id, category: 'other' }, [])])
  for (const body of [
    multipart({ _id }, [file]),
    multipart({ _token: 'x', _id }, [file]),
    multipart({ _id, _token }, [file]),
    late,
  ]) {
    await sendRaw(person, path, body)
    expect(person.status).toBe(403)
  }
  await sendRaw(person, path, multipart({ _token, _id, category: 'other' }, [file]), { 'sec-fetch-site': 'cross-site' })
  expect(person.status).toBe(403)
  expect(await filed(person.accountId)).toEqual([])
  expect(await waiting()).toEqual([])
})

test('broken multipart is the sender’s matter, never an error of ours', async () => {
  const person = await house.person({ roles: ['file_manager'] })
  await person.get(path)
  const whole = multipart({ ...person.hiddenFields(path), category: 'other' }, [{ name: 'a.pdf', bytes: pdf }])
  const type = 'multipart/form-data; boundary=----visitor'
  for (const [body, contentType] of [
    [whole.subarray(0, whole.length - 30), type],
    [whole.subarray(0, 60), type],
    [Buffer.alloc(0), type],
    [Buffer.from('garbage'), type],
    [whole, 'multipart/form-data'],
    [whole, 'multipart/form-data; boundary='],
    [whole, 'multipart/form-data; boundary=other'],
    [multipart({ ...person.hiddenFields(path), __proto__x: 'y', constructor: 'x' }, []), type],
    [multipart({ ...person.hiddenFields(path), toString: 'x' }, [{ name: 'a.pdf', bytes: pdf, field: '__proto__' }]), type],
    [
      multipart(
        { ...person.hiddenFields(path), ...Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`f${n}`, 'x'])) },
        [],
      ),
      type,
    ],
  ] as const) {
    await sendRaw(person, path, body, { 'content-type': contentType })
    expect([contentType, body.length, person.status >= 400 && person.status < 500]).toEqual([contentType, body.length, true])
  }
  // Multipart where no route expects it.
  await sendRaw(person, '/de-de/profile', whole)
  expect(person.status).toBeGreaterThanOrEqual(400)
  expect(person.status).toBeLessThan(500)
  expect(await filed(person.accountId)).toEqual([])
  expect(await waiting()).toEqual([])
})

test('sixty files an hour, then a pause', async () => {
  const person = await upload([{ name: 'a.pdf', bytes: pdf }])
  await house.database.write(
    await house.brokerageId(),
    `insert into document (brokerage_id, company_id, title, category, file_name, media_type, byte_size, sha256, author_account_id)
     select d.brokerage_id, d.company_id, 'x', 'x', 'x.pdf', 'application/pdf', 1, sha256(n::text::bytea), d.author_account_id
     from document d, generate_series(1, 59) n where d.id = $1`,
    [person.filed[0]!.id],
  )
  await person.get(path)
  await send(person, path, { category: 'other' }, [{ name: 'b.jpg', bytes: jpeg }])
  expect([person.status, person.headers['retry-after']]).toEqual([429, '900'])
})

test('what a scanner once found stays in the house, also when the scanner is gone', async () => {
  const person = await upload([{ name: 'a.pdf', bytes: pdf }])
  const id = person.filed[0]!.id
  for (const [state, status] of [
    ['infected', 404],
    ['failed', 404],
    ['clean', 200],
    ['pending', 200],
  ] as const) {
    const change = 'update kept_file set scan_state = $2 where sha256 = $1'
    await house.database.write(await house.brokerageId(), change, [person.filed[0]!.sha256, state])
    expect([state, (await person.get(`/de-de/documents/${id}/file`)).status]).toEqual([state, status])
  }
})

test('with S3-compatible storage files go there and come back, and only there', async () => {
  const s3 = await startS3()
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = s3.settings
  const elsewhere = await startHouse({
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  })
  try {
    const person = await elsewhere.person({ roles: ['file_manager', 'full_access'] })
    await person.get(path)
    await send(person, path, { category: 'other' }, [{ name: 'a.pdf', bytes: pdf }])
    expect([person.status, [...s3.objects.values()]]).toEqual([303, [pdf]])
    const [document] = await elsewhere.look<{ id: string }>('select id from document where author_account_id = $1', [
      person.accountId,
    ])
    await person.get(`/de-de/documents/${document!.id}/file`)
    expect(person.html).toBe(pdf.toString())
    s3.mood.cut = true
    expect((await person.get(`/de-de/documents/${document!.id}/file`)).status).toBe(404)
    await person.get(path)
    await send(person, path, { category: 'other' }, [{ name: 'b.jpg', bytes: jpeg }])
    expect([
      person.status,
      (await elsewhere.look('select from document where author_account_id = $1', [person.accountId])).length,
    ]).toEqual([503, 1])
  } finally {
    await elsewhere.close()
    await s3.close()
  }
})

test('the broker’s people choose a company and file into its dossier, where its people find it as new', async () => {
  const staff = await house.staff('account_manager')
  await staff.get(path)
  expect([staff.status, staff.text().includes('Für welche Firma?')]).toEqual([200, true])
  const [company] = await house.look<{ id: string }>(
    `select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where b.number = '6323' and c.source_key = 'K-10001'`,
  )
  const reader = await house.person({ roles: ['other_lines'] })
  await staff.get(`${path}?company=${company!.id}`)
  expect(staff.text()).toContain('Legen Sie Dateien im Dossier von Muster Holding AG ab.')
  await send(staff, path, { category: 'auto', title: 'Jahresgespräch' }, [{ name: 'Protokoll 2026.pdf', bytes: pdf }])
  expect(staff.status).toBe(303)
  const id = staff.location!.slice(-36)
  await staff.get(staff.location!)
  expect(staff.text()).toMatch(/Die Dateien sind abgelegt[\s\S]*Jahresgespräch[\s\S]*nicht virengeprüft[\s\S]*Protokoll/)
  expect((await reader.get(`/de-de/documents/${id}`)).status).toBe(200)
  await reader.get('/de-de/documents?v=new')
  expect(reader.html).toContain(`/documents/${id}`)
  const [version] = await house.look<{ author_name: string; author_staff_id: string }>(
    'select author_name, author_staff_id from document_version where document_id = $1',
    [id],
  )
  expect(version!.author_staff_id).toBe(staff.staffId)
})

test('a company of another brokerage, or none, is asked for again; an auditor files nothing', async () => {
  const [foreign] = await house.look<{ id: string }>(
    `select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where b.number = '7101' limit 1`,
  )
  const [own] = await house.look<{ id: string }>(
    `select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where b.number = '6323' and c.source_key = 'K-10001'`,
  )
  const staff = await house.staff('account_manager')
  for (const company of [foreign!.id, 'x', '']) {
    await staff.get(`${path}?company=${own!.id}`)
    await send(staff, path, { category: 'other', company }, [{ name: 'a.pdf', bytes: pdf }])
    expect([company, staff.status]).toEqual([company, 422])
  }
})

test('a customer cannot name another company than the own', async () => {
  const [other] = await house.look<{ id: string }>(
    `select c.id from company c join brokerage b on b.brokerage_id = c.brokerage_id where b.number = '6323' and c.source_key = 'K-10005'`,
  )
  const person = await upload([{ name: 'a.pdf', bytes: pdf }], { category: 'other', company: other!.id })
  const [filedThere] = await house.look<{ company_id: string }>('select company_id from document where author_account_id = $1', [
    person.accountId,
  ])
  expect(filedThere!.company_id).toBe(person.companyId)
})

test('without a category each file gets the one that its name says', async () => {
  const person = await upload(
    [
      { name: 'Fahrzeugausweis.pdf', bytes: pdf },
      { name: 'IMG_1.jpg', bytes: jpeg },
    ],
    { category: 'auto' },
  )
  expect(person.filed.map(({ category }) => category)).toEqual(['Fahrzeugausweis', 'Diverses'])
})

test('what was filed is shown file by file, to those alone for whom it exists', async () => {
  const person = await upload([{ name: 'a.pdf', bytes: pdf }], { category: 'other', confidential: 'on' })
  const result = person.location!
  expect((await person.get(result)).status).toBe(200)
  expect((await (await house.person({ roles: ['other_lines'] })).get(result)).status).toBe(404)
  for (const query of ['', '?d=x', '?d=']) expect((await person.get(`/de-de/documents/filed${query}`)).status).toBe(404)
})

test('a company’s people bring five gigabytes, and not a byte more', async () => {
  const person = await house.person({ company: 'K-10005', roles: ['file_manager'] })
  await person.get(path)
  await send(person, path, { category: 'other' }, [{ name: 'a.pdf', bytes: pdf }])
  expect(person.status).toBe(303)
  await house.database.write(
    await house.brokerageId(),
    'update document_version set byte_size = 5000000000 - $2 where document_id = (select id from document where author_account_id = $1)',
    [person.accountId, jpeg.length],
  )
  await person.get(path)
  await send(person, path, { category: 'other' }, [{ name: 'gross.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(100)]) }])
  expect([person.status, person.text().includes('Es fasst 5 GB')]).toEqual([422, true])
  await send(person, path, { category: 'other' }, [{ name: 'b.jpg', bytes: jpeg }])
  expect(person.status).toBe(303)
})
