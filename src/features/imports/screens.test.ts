import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yazl from 'yazl'
import { type House, startHouse } from '../../../test/house.ts'
import { worksIn } from '../../../test/jobs.ts'
import { type SentFile, send } from '../../../test/multipart.ts'
import { Visitor } from '../../../test/visitor.ts'
import { newToken } from '../../platform/secrets.ts'
import { foundBrokerage } from '../operator/changes.ts'

type Person = Visitor & { brokerageId: string }

let house: House
let works: ReturnType<typeof worksIn>
beforeAll(async () => {
  house = await startHouse()
  works = worksIn(house)
})
afterAll(async () => {
  await works.close()
  await house.close()
})

let next = 9300
/** A new, empty brokerage, and somebody of it. */
async function newHouse(fn = 'administrator', name = 'Ada Muster'): Promise<Person> {
  const number = String(next++)
  const host = `${number}.localhost`
  const { brokerageId } = await foundBrokerage(house.database.operator, {
    number,
    name: `Test ${number}`,
    host,
    senderEmail: 'a@t.example',
  })
  return member(brokerageId, host, fn, name)
}

async function member(brokerageId: string, host: string, fn: string, name: string): Promise<Person> {
  const [first, last] = name.split(' ')
  const email = `${first}.${last}.${fn}@t.example`.toLowerCase()
  const [login] = await house.look<{ id: string }>(
    `insert into login (brokerage_id, email, email_key) values ($1, $2, $2) returning id`,
    [brokerageId, email],
  )
  const [staff] = await house.look<{ id: string }>(
    `insert into staff_member (brokerage_id, email, email_key, first_name, last_name, function, login_id) values ($1, $2, $2, $3, $4, $5, $6)
     on conflict (brokerage_id, email_key) do update set function = excluded.function, login_id = excluded.login_id returning id`,
    [brokerageId, email, first, last, fn, login!.id],
  )
  const { token, hash } = newToken()
  await house.look(
    `insert into session (brokerage_id, token_hash, login_id, staff_id, host, expires_at) values ($1, $2, $3, $4, $5, now() + interval '12 hours')`,
    [brokerageId, hash, login!.id, staff!.id, host],
  )
  const person = new Visitor(house.app, host)
  person.cookies.set('s', token)
  return Object.assign(person, { brokerageId })
}

const csv = (name: string, ...lines: string[]): SentFile => ({ name, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1') })

function zip(folder: string): Promise<Buffer> {
  const file = new yazl.ZipFile()
  for (const name of readdirSync(folder)) {
    if (name !== 'Dokumente') file.addFile(join(folder, name), `Export/${name}`)
    else for (const pdf of readdirSync(join(folder, name))) file.addFile(join(folder, name, pdf), `Export/Dokumente/${pdf}`)
  }
  file.end()
  return buffer(file.outputStream)
}

/** What the selects of the page say, as a browser would send them. */
function chosen(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<select\b[^>]*\bname="((?:kind|map)\.[^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(([, name, options]) => {
      const option = /<option\b[^>]*\bselected[^>]*>/.exec(options!)?.[0] ?? ''
      return [name!, /\bvalue="([^"]*)"/.exec(option)?.[1] ?? '']
    }),
  )
}

/** Uploads, takes the columns as they are proposed (or `more`), and lets the check run. Gives the path of the run. */
async function check(person: Person, files: SentFile[], more: Record<string, string> = {}): Promise<string> {
  await person.get('/de-de/imports')
  await send(person, '/de-de/imports', {}, files)
  expect([person.status, person.html.match(/class="error-summary[\s\S]*?<\/ul>/)?.[0]]).toEqual([303, undefined])
  const path = person.location!
  await person.follow()
  await person.post(`${path}/check`, { ...chosen(person.html), ...more })
  expect(person.status).toBe(303)
  await work()
  await person.get(path)
  return path
}

async function act(person: Person, path: string, verb: 'start' | 'undo' | 'cancel') {
  await person.get(path)
  await person.post(`${path}/${verb}`)
  expect(person.status).toBe(303)
}

async function work() {
  expect(await works.runWaiting('import_run')).toEqual([])
}

async function run(person: Person, files: SentFile[]): Promise<string> {
  const path = await check(person, files)
  await act(person, path, 'start')
  await work()
  await person.get(path)
  return path
}

async function counts(path: string) {
  const [row] = await house.look<{
    report: { files: { file: string; new: number; changed: number; unchanged: number; refused: number }[] }
  }>('select report from import_run where id = $1', [path.split('/').at(-1)])
  return Object.fromEntries(
    row!.report.files.map((one) => [one.file.replace(/\.\w+$/, ''), [one.new, one.changed, one.unchanged, one.refused]]),
  )
}

const tables = ['company', 'contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document']

async function everything(brokerageId: string) {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await house.look<{ row: object }>(
      `select to_jsonb(t) - '{id,brokerage_id,company_id,policy_id,parent_id,account_manager_id,updated_at,created_at,published_at,imported_at,file_since}'::text[] || jsonb_build_object('parent', ${table === 'company' ? '(select p.source_key from company p where p.brokerage_id = t.brokerage_id and p.id = t.parent_id)' : 'null'}) as row
       from ${table} t where brokerage_id = $1 and source_key is not null order by source_key`,
      [brokerageId],
    )
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

const size = async (person: Person, table: string) =>
  (
    await house.look<{ n: number }>(`select count(*)::integer as n from ${table} where brokerage_id = $1`, [person.brokerageId])
  )[0]!.n

const companies = csv('Adressen.csv', 'AdressNr;Firma;HoldingNr', 'K-1;Eins AG;', 'K-2;Zwei AG;K-1')
const policyHead = 'PolicenNr;AdressNr;Versicherer;Branche;Bezeichnung;Beginn;Jahresprämie netto'

const samples = (number: string) =>
  zip(join(import.meta.dirname, '../../../demo', number)).then((bytes) => [{ name: 'export.zip', bytes }])

async function sameAsCommanded(person: Person, number: string) {
  const commanded = await everything(await house.brokerageId(number))
  const screened = await everything(person.brokerageId)
  for (const table of tables) expect([table, screened[table]]).toEqual([table, commanded[table]])
  expect(screened.company!.length).toBeGreaterThan(5)
}

test('the export of 6323 as a ZIP gives the very records that the command line gives', { timeout: 120_000 }, async () => {
  const person = await newHouse()
  const path = await run(person, await samples('6323'))
  expect(await counts(path)).toMatchObject({ Adressen: [40, 0, 0, 0], Policen: [230, 0, 0, 0], Dokumente: [54, 0, 0, 0] })
  await sameAsCommanded(person, '6323')
})

test('so does that of 7101; a second time there is nothing to do, and undone nothing of it is left', {
  timeout: 120_000,
}, async () => {
  const person = await newHouse()
  const files = await samples('7101')
  const path = await run(person, files)
  expect(person.html).toContain('importiert')
  await sameAsCommanded(person, '7101')

  const again = await check(person, files)
  expect(person.html).toContain('nichts zu übernehmen')
  expect(Object.values(await counts(again)).every(([fresh, changed, , refused]) => fresh! + changed! + refused! === 0)).toBe(true)

  await act(person, path, 'undo')
  await work()
  await person.get(path)
  expect(person.html).toContain('rückgängig gemacht')
  expect(person.html).not.toContain('id="kept"')
  for (const table of [...tables, 'search_entry']) expect([table, await size(person, table)]).toEqual([table, 0])
})

test('errors name cell and reason, come as a file, and are imported once corrected', async () => {
  const person = await newHouse()
  const policies = csv(
    'Policen.csv',
    policyHead,
    'A;K-1;Basler;MF;Flotte;01.01.2026;100.00',
    'B;K-1;Basler;MF;Flotte;31.02.2026;100.00',
    'C;K-9;Basler;MF;Flotte;01.01.2026;100.00',
  )
  const path = await run(person, [policies, companies])
  expect(await counts(path)).toEqual({ Adressen: [2, 0, 0, 0], Policen: [1, 0, 0, 2] })
  expect(person.html).toMatch(/F3<\/a>|>F3</)
  expect(person.html).toContain('Kein gültiges Datum (erwartet 31.12.2026)')
  expect(person.html).toMatch(/>B4</)
  const file = /href="([^"]*\/errors\/[^"]*\.csv)"/.exec(person.html)![1]!
  await person.get(file)
  const text = person.html.replace('\ufeff', '')
  expect(text.split('\r\n')[0]).toBe(`${policyHead};Grund`)
  expect(text).toContain('B;K-1;Basler;MF;Flotte;31.02.2026;100.00;F3: Kein gültiges Datum')
  const corrected = text.replace('31.02.2026', '28.02.2026').replace('K-9', 'K-2')
  const second = await run(person, [{ name: 'Policen Fehler.csv', bytes: Buffer.from(`\ufeff${corrected}`) }])
  expect(await counts(second)).toEqual({ 'Policen Fehler': [2, 0, 0, 0] })
  await person.get(file.replace('.csv', '.xlsx'))
  expect([person.status, person.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
})

test('the check shows old and new, leaves what people corrected, and an undo leaves what was changed since', async () => {
  const person = await newHouse('administrator', 'Bea Rot')
  const contacts = (mobile: string, position: string) =>
    csv(
      'Kontakte.csv',
      'KontaktNr;AdressNr;Vorname;Nachname;Position;Mobiltelefon',
      `P-1;K-1;Eva;Alt;${position};${mobile}`,
      'P-2;K-1;Otto;Neu;Chef;',
    )
  await run(person, [companies, contacts('079 555 50 59', 'HR')])
  await house.look(`update contact set mobile = '+41795550000' where brokerage_id = $1 and source_key = 'P-1'`, [
    person.brokerageId,
  ])
  const path = await check(person, [contacts('079 555 50 59', 'Leitung HR')])
  expect(person.html).toMatch(/<del>HR<\/del>[\s\S]*<ins>Leitung HR<\/ins>/)
  expect(person.html).not.toContain('555 50 59')
  const before = await everything(person.brokerageId)
  await act(person, path, 'start')
  await work()
  expect(await counts(path)).toEqual({ Kontakte: [0, 1, 1, 0] })
  await act(person, path, 'undo')
  await work()
  const strip = (all: Record<string, unknown[]>) => JSON.parse(JSON.stringify(all).replace(/"version":\d+/g, '"version":0'))
  expect(strip(await everything(person.brokerageId))).toEqual(strip(before))

  const third = await run(person, [
    csv('Kontakte.csv', 'KontaktNr;AdressNr;Vorname;Nachname', 'P-3;K-1;Ida;Drei', 'P-4;K-1;Urs;Vier'),
  ])
  await house.look(`update contact set position = 'Neu' where brokerage_id = $1 and source_key = 'P-3'`, [person.brokerageId])
  await act(person, third, 'undo')
  await work()
  await person.get(third)
  expect(person.html).toContain('seit dem Import geändert')
  const left = await house.look(`select source_key from contact where brokerage_id = $1 order by 1`, [person.brokerageId])
  expect(left).toEqual([{ source_key: 'P-1' }, { source_key: 'P-2' }, { source_key: 'P-3' }])
})

test('columns are corrected once and remembered for files with the same headings', async () => {
  const person = await newHouse()
  const odd = csv('kunden.csv', 'Nr;Wer;Wo', 'K-1;Eins AG;Bern')
  await person.get('/de-de/imports')
  await send(person, '/de-de/imports', {}, [odd])
  const path = person.location!
  await person.follow()
  await person.post(`${path}/check`, { 'kind.0': 'Adressen' })
  expect([person.status, person.html]).toEqual([422, expect.stringContaining('nötigen Spalten zu: AdressNr, Firma')])
  await person.post(`${path}/check`, { 'kind.0': 'Adressen', 'map.0.0': 'source_key', 'map.0.1': 'name', 'map.0.2': 'name' })
  expect([person.status, person.html]).toEqual([422, expect.stringContaining('dasselbe Ziel')])
  await person.post(`${path}/check`, { 'kind.0': 'Adressen', 'map.0.0': 'source_key', 'map.0.1': 'name', 'map.0.2': 'town' })
  expect(person.status).toBe(303)
  await send(person, '/de-de/imports', {}, [odd])
  await person.follow()
  expect(chosen(person.html)).toEqual({ 'kind.0': 'Adressen', 'map.0.0': 'source_key', 'map.0.1': 'name', 'map.0.2': 'town' })
})

test('an Excel file and a CSV give the same records', async () => {
  const person = await newHouse()
  await run(person, [companies])
  const day = new Date(Date.UTC(2026, 0, 1))
  const rows = [
    policyHead.split(';'),
    ['A', 'K-1', 'Basler', 'MF', 'Flotte', day, 1234.5],
    [],
    ['B', 'K-1', 'Basler', 'MF', '', day, 'viel'],
  ]
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Policen', rows: rows as never }] }))
  const path = await run(person, [{ name: 'Mappe1.xlsx', bytes }])
  expect(await counts(path)).toEqual({ Mappe1: [1, 0, 0, 1] })
  expect(person.html).toMatch(/>G4</)
  const again = await check(person, [csv('Policen.csv', policyHead, "A;K-1;Basler;MF;Flotte;01.01.2026;1'234.50")])
  expect(await counts(again)).toEqual({ Policen: [0, 0, 1, 0] })
})

test('administrators and account managers import, others of the brokerage read, nobody else sees anything', async () => {
  const person = await newHouse()
  const path = await run(person, [companies])
  const other = await newHouse()
  await other.get(path)
  expect(other.status).toBe(404)
  for (const fn of ['auditor', 'assistant']) {
    const reader = await member(person.brokerageId, person.host, fn, 'Leo Lese')
    await reader.get('/de-de/imports')
    expect([reader.status, reader.html.includes('type="file"')]).toEqual([200, false])
    await reader.get(path)
    expect([reader.status, reader.html.includes('/undo"')]).toEqual([200, false])
    await reader.send('POST', `${path}/undo`, {})
    expect(reader.status).toBe(403)
  }
  const customer = await house.person({ roles: ['full_access'] })
  await customer.get('/de-de/imports')
  expect(customer.status).toBe(404)
})

test('an account manager imports for the companies of the own team; what belongs to others is refused', async () => {
  const boss = await newHouse()
  await run(boss, [
    csv('Adressen.csv', 'AdressNr;Firma;Betreuer', 'K-1;Eins AG;max.meier.account_manager@t.example', 'K-2;Zwei AG;'),
  ])
  await run(boss, [csv('Policen.csv', policyHead, 'Z;K-2;Basler;MF;Fremd;01.01.2026;100.00')])
  const manager = await member(boss.brokerageId, boss.host, 'account_manager', 'Max Meier')
  const path = await run(manager, [
    csv('Adressen.csv', 'AdressNr;Firma', 'K-1;Eins und Co AG', 'K-2;Anders AG'),
    csv(
      'Policen.csv',
      policyHead,
      'A;K-1;Basler;MF;Mein;01.01.2026;100.00',
      'B;K-2;Basler;MF;Fremd;01.01.2026;1.00',
      'Z;K-1;Basler;MF;Fremd;01.01.2026;1.00',
    ),
  ])
  expect(await counts(path)).toEqual({ Adressen: [0, 1, 0, 1], Policen: [1, 0, 0, 2] })
  expect(manager.html).toContain('ausserhalb Ihres Bereichs')
  const left = await house.look(`select name from company where brokerage_id = $1 order by source_key`, [boss.brokerageId])
  expect(left).toEqual([{ name: 'Eins und Co AG' }, { name: 'Zwei AG' }])
})

test('who loses the right while the import waits imports nothing', async () => {
  const person = await newHouse('account_manager')
  const path = await check(person, [companies])
  await act(person, path, 'start')
  await house.look(`update staff_member set function = 'auditor' where brokerage_id = $1`, [person.brokerageId])
  await work()
  await person.get(path)
  expect(person.html).toContain('darf nicht mehr importieren')
  expect(await size(person, 'company')).toBe(0)
})

test('one import waits for another and says for whose, a double click imports once, and a cancelled one leaves nothing', async () => {
  const person = await newHouse()
  const second = await member(person.brokerageId, person.host, 'administrator', 'Carla Zwei')
  const mine = await check(person, [companies])
  const theirs = await check(second, [csv('Adressen.csv', 'AdressNr;Firma', 'K-1;Anders AG', 'K-7;Sieben AG')])
  await person.get(mine)
  const pressed = person.hiddenFields(`${mine}/start`)
  for (let click = 0; click < 2; click++) {
    await person.send('POST', `${mine}/start`, pressed)
    expect(person.status).toBe(303)
  }
  await act(second, theirs, 'start')
  const lock = await house.database.operator.connect()
  await lock.query('begin')
  await lock.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import:${person.brokerageId}`])
  await house.look(`update import_run set alive_at = now() where id = $1`, [mine.split('/').at(-1)])
  await work()
  await second.get(theirs)
  expect(second.html).toContain('Wartet, bis der Import von Ada Muster fertig ist.')
  await act(second, theirs, 'cancel')
  await lock.query('rollback')
  lock.release()
  await work()
  await person.get(mine)
  expect(await counts(mine)).toEqual({ Adressen: [2, 0, 0, 0] })
  const names = await house.look(`select name from company where brokerage_id = $1 order by source_key`, [person.brokerageId])
  expect(names).toEqual([{ name: 'Eins AG' }, { name: 'Zwei AG' }])
  await second.get(theirs)
  expect(second.html).toContain('geprüft')
  expect(
    (await house.look(`select id from event where brokerage_id = $1 and verb = 'import.finished'`, [person.brokerageId])).length,
  ).toBe(1)
})

test('hostile files get a sentence that says what to do, and others are served meanwhile', { timeout: 90_000 }, async () => {
  const person = await newHouse()
  const sheet = (xml: string, more: [string, Buffer][] = []) => workbook(xml, more)
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>AdressNr</t></is></c></row>'
  const cases: [SentFile, RegExp][] = [
    [{ name: 'bombe.xlsx', bytes: await sheet(row, [['xl/media/a.xml', Buffer.alloc(120_000_000)]]) }, /entpackt viel grösser/],
    [{ name: 'weit.xlsx', bytes: await sheet(`${row}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`) }, /100’000 Zeilen/],
    [{ name: 'breit.xlsx', bytes: await sheet(`<row r="1"><c r="XFD1"><v>1</v></c></row>`) }, /200 Spalten/],
    [{ name: 'makro.xlsx', bytes: await sheet(row, [['xl/vbaProject.bin', Buffer.from('x')]]) }, /enthält Makros/],
    [{ name: 'makro.xlsm', bytes: Buffer.from('PK') }, /enthält Makros/],
    [
      { name: 'verknuepft.xlsx', bytes: await sheet(row, [['xl/externalLinks/externalLink1.xml', Buffer.from('<a/>')]]) },
      /verknüpft/,
    ],
    [
      {
        name: 'dtd.xlsx',
        bytes: await sheet(row, [['xl/sharedStrings.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><sst/>')]]),
      },
      /kein Excel schreibt/,
    ],
    [{ name: 'kaputt.xlsx', bytes: Buffer.from('PK\u0003\u0004 nichts') }, /beschädigt|nicht lesen/],
    [{ name: 'alt.xlsx', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex') }, /Passwort/],
    [{ name: 'nul.csv', bytes: Buffer.from([0, 1, 2, 59, 0, 10, 0]) }, /kein Text/],
    [{ name: 'spalten.csv', bytes: Buffer.from(`${'a;'.repeat(1_000_000)}\r\n`) }, /200 Spalten/],
    [{ name: 'zeichen.csv', bytes: Buffer.from(`"nie zu;${'x'.repeat(600_000)}\r\na;b`) }, /200 Spalten|Überschriften/],
    [{ name: 'leer.csv', bytes: Buffer.from('\r\n\r\n') }, /ist leer/],
    [{ name: 'bild.png', bytes: Buffer.from('89504e47', 'hex') }, /Keine CSV- oder Excel-Datei/],
  ]
  const reader = await house.staff()
  for (const [file, sentence] of cases) {
    await person.get('/de-de/imports')
    const sending = send(person, '/de-de/imports', {}, [file])
    const began = performance.now()
    await reader.get('/health')
    expect(performance.now() - began).toBeLessThan(5000)
    await sending
    expect([file.name, person.status, sentence.test(person.html)]).toEqual([file.name, 422, true])
  }
  expect(await size(person, 'import_run')).toBe(0)
})

function workbook(rows: string, more: [string, Buffer][]): Promise<Buffer> {
  const file = new yazl.ZipFile()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const add = (name: string, text: string) => file.addBuffer(Buffer.from(text), name)
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
  )
  add(
    'xl/workbook.xml',
    '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  )
  add(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  )
  add('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  for (const [name, bytes] of more) file.addBuffer(bytes, name)
  file.end()
  return buffer(file.outputStream)
}

test('a kind that has not come for a week is named on the page of imports', async () => {
  const person = await newHouse()
  const path = await run(person, [companies])
  await person.get('/de-de/imports')
  expect(person.html).not.toContain('nicht mehr frisch')
  await house.look(`update import_run set finished_at = now() - interval '8 days' where id = $1`, [path.split('/').at(-1)])
  await person.get('/de-de/imports')
  expect(person.html).toContain('Seit mehr als einer Woche kam nichts mehr: Firmen.')
  await person.get(path)
  expect(person.html).not.toContain('/undo"')
})
