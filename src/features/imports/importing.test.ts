import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { openFiles } from '../../platform/files.ts'
import { foundBrokerage } from '../operator/changes.ts'
import { importFolder } from './changes.ts'
import type { Refusal } from './refusal.ts'
import type { ImportReport } from './report.ts'

const samples = (number: string) => join(import.meta.dirname, '../../../demo', number)
const tables = ['company', 'contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document']

let database: TestDatabase
let work: string
let folder: string
let brokerageId: string
let nextNumber = 9100

beforeAll(async () => {
  database = await testDatabase()
  work = mkdtempSync(join(tmpdir(), 'dossier-import-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(work, { recursive: true, force: true })
})
beforeEach(async () => {
  const number = String(nextNumber++)
  folder = join(work, number)
  mkdirSync(folder)
  brokerageId = (
    await foundBrokerage(database.operator, {
      number,
      name: `Test ${number}`,
      host: `t${number}.example`,
      senderEmail: 'a@t.example',
    })
  ).brokerageId
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (options: { batchSize?: number; onRefused?: (refusal: Refusal) => void } = {}) =>
  importFolder(database.operator, brokerageId, folder, {
    files: openFiles({ dataDir: join(work, 'data'), s3: null }),
    ...options,
  })

/** Writes an export in the form of the samples: Windows-1252, CRLF, semicolons. */
function write(name: string, ...lines: string[]): void {
  writeFileSync(join(folder, name), Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'))
}

function counts(report: ImportReport) {
  return Object.fromEntries(
    report.files.map((file) => [file.file.slice(0, -4), [file.read, file.new, file.changed, file.unchanged, file.refused]]),
  )
}

const refusals = (report: ImportReport) => report.refusals.map(({ line, column, value, reason }) => [line, column, value, reason])

/** Every record of the brokerage but its id and time, to compare what two imports made. */
async function everything() {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await database.look<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - '{id,brokerage_id,company_id,policy_id,parent_id,account_manager_id,updated_at,created_at,published_at}'::text[] as row
       from ${table} t where brokerage_id = $1 order by source_key`,
      [brokerageId],
    )
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

const stamps = () =>
  Promise.all(
    tables.map((table) =>
      database.look(`select id, xmin::text as touched, updated_at from ${table} where brokerage_id = $1 order by id`, [
        brokerageId,
      ]),
    ),
  )

const companies = [
  'AdressNr;Firma;HoldingNr;Betreuer',
  'K-1;Eins AG;;s.dubois@broker.example',
  'K-2;Zwei AG;K-1;',
  'K-3;Drei AG;;',
]
const policies = (...rows: string[]) => [
  'PolicenNr;AdressNr;Versicherer;Branche;Bezeichnung;Beginn;Jahresprämie netto;Status;Vertraulich',
  ...rows,
]

test.each([
  [
    '6323',
    {
      Adressen: 40,
      Kontakte: 142,
      Policen: 230,
      Praemienrechnungen: 1826,
      Objekte: 803,
      Schaeden: 207,
      Rechnungen: 50,
      Dokumente: 54,
    },
  ],
  [
    '7101',
    {
      Adressen: 8,
      Kontakte: 23,
      Policen: 57,
      Praemienrechnungen: 504,
      Objekte: 207,
      Schaeden: 56,
      Rechnungen: 12,
      Dokumente: 54,
    },
  ],
])('the sample of %s comes in whole, and a second time changes nothing', async (number, rows) => {
  cpSync(samples(number), folder, { recursive: true })
  const first = await run()
  expect(first.refusals).toEqual([])
  const { Branchen: _, ...added } = counts(first)
  expect(added).toEqual(Object.fromEntries(Object.entries(rows).map(([name, n]) => [name, [n, n, 0, 0, 0]])))
  const before = await stamps()
  const second = await run()
  expect(counts(second)).toEqual({
    Branchen: [14, 0, 0, 14, 0],
    ...Object.fromEntries(Object.entries(rows).map(([name, n]) => [name, [n, 0, 0, n, 0]])),
  })
  expect(await stamps()).toEqual(before)
})

test('the values of a row arrive as they are meant', async () => {
  cpSync(samples('6323'), folder, { recursive: true })
  await run()
  const [company] = await database.look(
    `select c.name, c.remark, c.town, p.source_key as parent, s.first_name, s.last_name, s.login_id from company c
     join company p on p.brokerage_id = c.brokerage_id and p.id = c.parent_id
     join staff_member s on s.brokerage_id = c.brokerage_id and s.id = c.account_manager_id
     where c.brokerage_id = $1 and c.source_key = 'K-10002'`,
    [brokerageId],
  )
  expect(company).toEqual({
    name: 'Muster Bau AG',
    remark: 'Wichtig:\nkein Anruf am Freitag',
    town: 'Fribourg',
    parent: 'K-10001',
    first_name: 'Sophie',
    last_name: 'Dubois',
    login_id: null,
  })
  const people = await database.look(
    `select source_key, salutation, email_key, phone, mobile from contact where brokerage_id = $1 and source_key in ('P-20001', 'P-20002') order by 1`,
    [brokerageId],
  )
  expect(people).toEqual([
    { source_key: 'P-20001', salutation: 'mrs', email_key: 'franziska.keller@muster.example', phone: null, mobile: null },
    {
      source_key: 'P-20002',
      salutation: 'mrs',
      email_key: 'anja.rieder@muster.example',
      phone: '+41315550096',
      mobile: '+41795555059',
    },
  ])
  const [policy] = await database.look(
    `select number, starts_on::text, premium_net, stamp_duty, notice_months, payment_mode, state, data_as_of::text, published_at is not null as published, version
     from policy where brokerage_id = $1 and source_key = 'MASCH-41.938.713'`,
    [brokerageId],
  )
  expect(policy).toEqual({
    number: 'MASCH-41.938.713',
    starts_on: '2021-01-01',
    premium_net: '3184.25',
    stamp_duty: '159.20',
    notice_months: 3,
    payment_mode: 'yearly',
    state: 'terminated',
    data_as_of: '2026-11-08',
    published: true,
    version: 1,
  })
})

test('who sees a record follows from its line, and confidential ones are for full access alone', async () => {
  cpSync(samples('6323'), folder, { recursive: true })
  await run()
  const audiences = await database.look<{ code: string; audience: string[]; confidential: boolean }>(
    `select distinct line_code as code, audience, confidential from policy where brokerage_id = $1 order by 1`,
    [brokerageId],
  )
  const open = Object.fromEntries(audiences.filter((row) => !row.confidential).map((row) => [row.code, row.audience.join()]))
  expect(open).toMatchObject({
    BVG: 'occupational_pension',
    UVG: 'personal_lines',
    KTG: 'personal_lines',
    MF: 'fleet',
    MASCH: 'other_lines',
    CYB: 'other_lines',
  })
  expect(
    audiences.filter((row) => row.confidential || ['DO', 'KEY'].includes(row.code)).map((row) => row.audience.join()),
  ).not.toContainEqual(expect.stringMatching(/./))
  const wider = await database.look(
    `select d.id from document d join policy p on p.brokerage_id = d.brokerage_id and p.id = d.policy_id
     where d.brokerage_id = $1 and (not d.audience <@ p.audience or (d.confidential and d.audience <> '{}'))`,
    [brokerageId],
  )
  expect(wider).toEqual([])
})

test('commas, UTF-8, other dates and another order of columns give the very same records', async () => {
  cpSync(samples('7101'), folder, { recursive: true })
  await run()
  const original = await everything()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
    const text = new TextDecoder('windows-1252').decode(readFileSync(join(folder, name)))
    const rewritten = text
      .replace(/"[^"]*"|[^;"\r\n]+/g, (cell) => (/[,"]/.test(cell) && !cell.startsWith('"') ? `"${cell}"` : cell))
      .replaceAll(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part))
      .replaceAll(/\b(\d\d)\.(\d\d)\.(\d{4})\b(?=,|\r)/g, '$3-$2-$1')
      .replaceAll("'", '’')
    writeFileSync(join(folder, name), `\ufeff${rewritten}`)
  }
  const again = await run()
  expect(again.refusals).toEqual([])
  expect(again.files.map((file) => [file.encoding, file.new, file.changed])).toEqual(again.files.map(() => ['utf-8', 0, 0]))
  expect(await everything()).toEqual(original)
})

test('a changed row is counted and gets a new version; its neighbours are not touched', async () => {
  write('Adressen.csv', ...companies)
  write('Policen.csv', ...policies('A;K-1;V;MF;Flotte;01.01.2026;100.00;aktiv;N', 'B;K-1;V;MF;Flotte;01.01.2026;100.00;aktiv;N'))
  await run()
  write('Policen.csv', ...policies('A;K-1;V;MF;Flotte;01.01.2026;120.00;aktiv;N', 'B;K-1;V;MF;Flotte;01.01.2026;100.00;aktiv;N'))
  expect(counts(await run()).Policen).toEqual([2, 0, 1, 1, 0])
  const rows = await database.look(`select source_key, version, premium_net from policy where brokerage_id = $1 order by 1`, [
    brokerageId,
  ])
  expect(rows).toEqual([
    { source_key: 'A', version: 2, premium_net: '120.00' },
    { source_key: 'B', version: 1, premium_net: '100.00' },
  ])
})

test('what people corrected in the portal stays until the source itself says something new', async () => {
  const contacts = (phone: string, position: string) => [
    'KontaktNr;AdressNr;Nachname;Telefon;Position',
    `P-1;K-1;Keller;${phone};${position}`,
  ]
  write('Adressen.csv', ...companies)
  write('Kontakte.csv', ...contacts('031 555 00 96', 'HR'))
  await run()
  await database.look(`update contact set phone = '+41445550000', version = 2 where brokerage_id = $1`, [brokerageId])
  expect(counts(await run()).Kontakte).toEqual([1, 0, 0, 1, 0])
  write('Kontakte.csv', ...contacts('031 555 00 96', 'CFO'))
  expect(counts(await run()).Kontakte).toEqual([1, 0, 1, 0, 0])
  const look = () => database.look(`select phone, position, version from contact where brokerage_id = $1`, [brokerageId])
  expect(await look()).toEqual([{ phone: '+41445550000', position: 'CFO', version: 3 }])
  write('Kontakte.csv', ...contacts('031 555 11 11', 'CFO'))
  await run()
  expect(await look()).toEqual([{ phone: '+41315551111', position: 'CFO', version: 4 }])
  // The source catches up with what the portal already says: nothing to change.
  await database.look(`update contact set position = 'CEO' where brokerage_id = $1`, [brokerageId])
  write('Kontakte.csv', ...contacts('031 555 11 11', 'CEO'))
  expect(counts(await run()).Kontakte).toEqual([1, 0, 0, 1, 0])
  expect(await look()).toEqual([{ phone: '+41315551111', position: 'CEO', version: 4 }])
})

test('each wrong value is refused with its line, column and value, and loses none of its neighbours', async () => {
  write('Adressen.csv', ...companies)
  const good = Array.from({ length: 20 }, (_, i) => `G${i};K-1;V;MF;;;1.00;aktiv;N`)
  write(
    'Policen.csv',
    ...policies(
      ...good.slice(0, 10),
      'X1;K-9;V;MF;;;1.00;aktiv;N',
      'X2;K-1;V;NEU;;;1.00;aktiv;N',
      'X3;K-1;V;MF;;30.02.2026;1.00;aktiv;N',
      'X4;K-1;V;MF;;;1.234,50;aktiv;N',
      'X5;K-1;V;MF;;;NaN;aktiv;N',
      'X6;K-1;V;MF;;;9999999999999.00;aktiv;N',
      'X7;K-1;V;MF;;;1.00;unklar;N',
      'X8;K-1;V;MF;;;1.00;aktiv;vielleicht',
      'G3;K-1;V;MF;;;2.00;aktiv;N',
      `X9;K-1;${'V'.repeat(121)};MF;;;1.00;aktiv;N`,
      'X10;K-1;V;MF;a\u0000b;;1.00;aktiv;N',
      'X11;K-1;V;MF;;;1.00',
      'X12;K-1;;MF;;;1.00;aktiv;N',
      ...good.slice(10),
    ),
  )
  const report = await run({ batchSize: 7 })
  expect(refusals(report)).toEqual(
    expect.arrayContaining([
      [12, 'AdressNr', 'K-9', 'unknown_company'],
      [13, 'Branche', 'NEU', 'unknown_line'],
      [14, 'Beginn', '30.02.2026', 'date'],
      [15, 'Jahresprämie netto', '1.234,50', 'amount_comma'],
      [16, 'Jahresprämie netto', 'NaN', 'amount'],
      [17, 'Jahresprämie netto', '9999999999999.00', 'amount_too_large'],
      [18, 'Status', 'unklar', 'choice'],
      [19, 'Vertraulich', 'vielleicht', 'choice'],
      [20, 'PolicenNr', 'G3', 'duplicate_key'],
      [21, 'Versicherer', `${'V'.repeat(79)}…`, 'too_long'],
      [22, 'Bezeichnung', 'a b', 'control_character'],
      [23, '', 'X11', 'field_count'],
      [24, 'Versicherer', '', 'required'],
    ]),
  )
  expect(report.refusals.find(({ reason }) => reason === 'duplicate_key')?.detail).toBe('5')
  expect(counts(report).Policen).toEqual([33, 20, 0, 0, 13])
  const rows = await database.look(`select source_key from policy where brokerage_id = $1`, [brokerageId])
  expect(rows).toHaveLength(20)
})

test('a row that only the database refuses is set apart, and the others of its batch come in', async () => {
  write('Adressen.csv', ...companies)
  write('Policen.csv', ...policies(...Array.from({ length: 50 }, (_, i) => `G${i};K-1;V;MF;;;${i}.00;aktiv;N`)))
  await database.look(
    `alter table policy add constraint no_seventeen check (premium_net <> 17.00 or brokerage_id <> '${brokerageId}')`,
  )
  const report = await run()
  await database.look('alter table policy drop constraint no_seventeen')
  expect(refusals(report)).toEqual([[19, '', 'G17', 'database']])
  expect(counts(report).Policen).toEqual([50, 49, 0, 0, 1])
  expect(counts(await run()).Policen).toEqual([50, 1, 0, 49, 0])
})

test('a code of Branchen.csv that nobody mapped opens to full access alone, and a mapping is never changed', async () => {
  await database.look(`update line_of_business set audience = '{fleet,other_lines}' where brokerage_id = $1 and code = 'MASCH'`, [
    brokerageId,
  ])
  write('Branchen.csv', 'Branche;Bezeichnung;Stempel %;Objektart', 'NEU;Neue Branche;5;Ding', 'MASCH;Maschinen;5;Maschine')
  write('Adressen.csv', ...companies)
  write('Policen.csv', ...policies('A;K-1;V;neu;;;1.00;aktiv;N', 'B;K-1;V;MASCH;;;1.00;aktiv;N'))
  const report = await run()
  expect(counts(report)).toMatchObject({ Branchen: [2, 1, 1, 0, 0], Policen: [2, 2, 0, 0, 0] })
  const rows = await database.look(
    `select l.code, l.name, l.audience as line, p.audience from line_of_business l join policy p on p.brokerage_id = l.brokerage_id and p.line_code = l.code
     where l.brokerage_id = $1 order by 1`,
    [brokerageId],
  )
  expect(rows).toEqual([
    { code: 'MASCH', name: 'Maschinen', line: ['fleet', 'other_lines'], audience: ['fleet', 'other_lines'] },
    { code: 'NEU', name: 'Neue Branche', line: [], audience: [] },
  ])
})

const holdings = async () => {
  const rows = await database.look<{ key: string; parent: string | null }>(
    `select c.source_key as key, p.source_key as parent from company c left join company p on p.brokerage_id = c.brokerage_id and p.id = c.parent_id
     where c.brokerage_id = $1 order by 1`,
    [brokerageId],
  )
  return Object.fromEntries(rows.map(({ key, parent }) => [key, parent]))
}
const withHolding = (...pairs: string[]) =>
  write('Adressen.csv', 'AdressNr;Firma;HoldingNr', ...pairs.map((pair) => pair.replace(';', ';Firma;')))

test('a holding may stand further down, change, change places and end', async () => {
  withHolding('K-1;K-3', 'K-2;', 'K-3;')
  expect(counts(await run()).Adressen).toEqual([3, 3, 0, 0, 0])
  expect(await holdings()).toEqual({ 'K-1': 'K-3', 'K-2': null, 'K-3': null })
  withHolding('K-1;K-2', 'K-2;', 'K-3;')
  expect(counts(await run()).Adressen).toEqual([3, 0, 1, 2, 0])
  withHolding('K-1;', 'K-2;K-1', 'K-3;')
  expect(counts(await run()).Adressen).toEqual([3, 0, 2, 1, 0])
  expect(await holdings()).toEqual({ 'K-1': null, 'K-2': 'K-1', 'K-3': null })
  withHolding('K-1;', 'K-2;', 'K-3;')
  expect(counts(await run()).Adressen).toEqual([3, 0, 1, 2, 0])
  expect(counts(await run()).Adressen).toEqual([3, 0, 0, 3, 0])
})

test('a circle of holdings, oneself and an unknown one are refused; the old holding stays', async () => {
  withHolding('K-1;', 'K-2;K-1', 'K-3;K-1')
  await run()
  withHolding('K-1;K-2', 'K-2;K-1', 'K-3;K-99', 'K-4;K-4', 'K-5;K-1')
  for (const added of [2, 1]) {
    const report = await run()
    expect(refusals(report)).toEqual([
      [2, 'HoldingNr', 'K-2', 'holding_cycle'],
      [4, 'HoldingNr', 'K-99', 'unknown_parent'],
      [5, 'HoldingNr', 'K-4', 'own_parent'],
    ])
    const { read, new: fresh, changed, unchanged, refused } = report.files[0]!
    expect(read).toBe(fresh + changed + unchanged + refused)
    expect([fresh, refused]).toEqual([added - 1, 3])
    expect(await holdings()).toEqual({ 'K-1': null, 'K-2': 'K-1', 'K-3': 'K-1', 'K-4': null, 'K-5': 'K-1' })
  }
})

test('holdings deeper than ten levels are refused', async () => {
  withHolding(...Array.from({ length: 12 }, (_, i) => `K-${100 + i};${i === 0 ? '' : `K-${99 + i}`}`))
  const report = await run()
  expect(report.refusals.map(({ reason }) => reason)).toContain('holding_depth')
  expect(report.refusals.every(({ reason }) => reason === 'holding_depth')).toBe(true)
})

test('documents are taken from their folder only, and only when they are PDFs', async () => {
  mkdirSync(join(folder, 'Dokumente', 'unter'), { recursive: true })
  writeFileSync(join(folder, 'Dokumente', 'gut.pdf'), '%PDF-1.4 gut')
  writeFileSync(join(folder, 'Dokumente', 'unter', 'tief.pdf'), '%PDF-1.4 tief')
  writeFileSync(join(folder, 'Dokumente', 'bild.pdf'), 'GIF89a')
  writeFileSync(join(folder, 'draussen.pdf'), '%PDF-1.4 draussen')
  symlinkSync(join(folder, 'draussen.pdf'), join(folder, 'Dokumente', 'link.pdf'))
  write('Adressen.csv', ...companies)
  write('Policen.csv', ...policies('A;K-1;V;BVG;;;1.00;aktiv;N'))
  const absolute = join(folder, 'draussen.pdf')
  write(
    'Dokumente.csv',
    'Datei;Titel;Kategorie;AdressNr;PolicenNr;Vertraulich',
    'gut.pdf;Gut;Police;K-1;A;N',
    'unter\\tief.pdf;Tief;Police;;A;J',
    'bild.pdf;Bild;Police;K-1;;N',
    '../draussen.pdf;X;Police;K-1;;N',
    `${absolute};X;Police;K-1;;N`,
    'link.pdf;X;Police;K-1;;N',
    'fehlt.pdf;X;Police;K-1;;N',
    'C:\\boot.pdf;X;Police;K-1;;N',
    'unter;X;Police;K-1;;N',
  )
  const report = await run()
  expect(report.refusals.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'not_pdf'],
    [5, 'path_outside'],
    [6, 'path_outside'],
    [7, 'path_outside'],
    [8, 'file_missing'],
    [9, 'path_outside'],
    [10, 'file_missing'],
  ])
  const rows = await database.look<{ sha256: Buffer }>(
    `select d.source_key, d.file_name, d.byte_size::integer, d.media_type, d.audience, d.sha256, c.source_key as company from document d
     join company c on c.brokerage_id = d.brokerage_id and c.id = d.company_id where d.brokerage_id = $1 order by 1`,
    [brokerageId],
  )
  expect(rows).toMatchObject([
    {
      source_key: 'gut.pdf',
      file_name: 'gut.pdf',
      byte_size: 12,
      media_type: 'application/pdf',
      audience: ['occupational_pension'],
      company: 'K-1',
    },
    { source_key: 'unter/tief.pdf', file_name: 'tief.pdf', byte_size: 13, audience: [], company: 'K-1' },
  ])
  const opened = await openFiles({ dataDir: join(work, 'data'), s3: null }).open(brokerageId, rows[0]!.sha256)
  const kept = await opened!.stream.setEncoding('utf8').toArray()
  expect(kept.join('')).toBe('%PDF-1.4 gut')
  writeFileSync(join(folder, 'Dokumente', 'gut.pdf'), '%PDF-1.4 besser')
  expect(counts(await run()).Dokumente).toEqual([9, 0, 1, 1, 7])
  expect(readdirSync(join(work, 'data', 'files', brokerageId)).filter((name) => name.startsWith('draft'))).toEqual([])
  expect(existsSync(join(work, 'data', 'files', brokerageId, rows[0]!.sha256.toString('hex')))).toBe(true)
})

test('a document on the policy of another company is refused', async () => {
  mkdirSync(join(folder, 'Dokumente'))
  writeFileSync(join(folder, 'Dokumente', 'a.pdf'), '%PDF-1.4')
  write('Adressen.csv', ...companies)
  write('Policen.csv', ...policies('A;K-1;V;BVG;;;1.00;aktiv;N'))
  write('Dokumente.csv', 'Datei;Titel;Kategorie;AdressNr;PolicenNr', 'a.pdf;T;Police;K-3;A')
  expect(refusals(await run())).toEqual([[2, 'AdressNr', 'K-3', 'other_company']])
})

test('contacts: wrong addresses and numbers are refused, and one with a portal account does not change company', async () => {
  const contact = (rows: string[]) => write('Kontakte.csv', 'KontaktNr;AdressNr;Nachname;E-Mail;Telefon;Sprache', ...rows)
  write('Adressen.csv', ...companies)
  contact([
    'P-1;K-1;Keller;a@b@c.example;;de',
    'P-2;K-1;Keller;;abc;de',
    'P-3;K-1;Keller;;;rm',
    'P-4;K-1;Keller;f.keller@muster.example;+41;de',
  ])
  expect(refusals(await run())).toEqual([
    [2, 'E-Mail', 'a@b@c.example', 'email'],
    [3, 'Telefon', 'abc', 'phone'],
    [4, 'Sprache', 'rm', 'choice'],
  ])
  await database.look(
    `with l as (insert into login (brokerage_id, email, email_key) values ($1, 'f', 'f') returning id)
     insert into portal_account (brokerage_id, contact_id, company_id, login_id, invited_by)
     select c.brokerage_id, c.id, c.company_id, l.id, 'test' from contact c, l where c.brokerage_id = $1 and c.source_key = 'P-4'`,
    [brokerageId],
  )
  contact(['P-4;K-3;Keller;f.keller@muster.example;+41;de'])
  const report = await run()
  expect(refusals(report)).toEqual([[2, 'AdressNr', 'K-3', 'contact_has_account']])
  expect(counts(report).Kontakte).toEqual([1, 0, 0, 0, 1])
})

test('files are found whatever their spelling; one without its columns is refused alone', async () => {
  write('ADRESSEN.CSV', ...companies)
  write('Policen.csv', ...policies('A;K-1;V;MF;;;1.00;aktiv;N'))
  write('Schäden.csv', 'SchadenNr;PolicenNr;Schadendatum;Status', 'S-1;A;01.01.2026;gemeldet')
  write('Kontakte.csv', 'KontaktNr;Farbe', 'P-1;rot')
  write('Notizen.csv', 'x')
  const report = await run()
  expect(report.files.map(({ file, new: added, refused }) => [file, added, refused])).toEqual([
    ['ADRESSEN.CSV', 3, 0],
    ['Kontakte.csv', 0, 1],
    ['Policen.csv', 1, 0],
    ['Schäden.csv', 1, 0],
  ])
  expect(report.refusals).toMatchObject([
    { file: 'Kontakte.csv', line: 1, column: 'AdressNr, Nachname', reason: 'missing_columns' },
  ])
  expect(report.ignoredFiles).toEqual(['Notizen.csv'])
})

test('a missing folder, and one without exports, fail with a sentence', async () => {
  await expect(run()).rejects.toThrow(/None of the exports/)
  rmSync(folder, { recursive: true })
  await expect(run()).rejects.toThrow(/There is no folder/)
})

test('the run, its report and its event are kept', async () => {
  write('Adressen.csv', ...companies)
  const report = await run()
  const rows = await database.look(
    `select r.finished_at is not null as finished, r.report ->> 'refused' as refused, e.verb, e.actor_kind, e.details #>> '{files,0,new}' as added
     from import_run r join event e on e.brokerage_id = r.brokerage_id and e.subject_id = r.id where r.brokerage_id = $1 and r.id = $2`,
    [brokerageId, report.runId],
  )
  expect(rows).toEqual([{ finished: true, refused: '0', verb: 'import.finished', actor_kind: 'operator', added: '3' }])
})

test('one import of a brokerage at a time', async () => {
  cpSync(samples('7101'), folder, { recursive: true })
  const [first, second] = await Promise.allSettled([run(), run()])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
})

test('many refusals are all told, and only the first of them kept', async () => {
  write('Adressen.csv', 'AdressNr;Firma', ...Array.from({ length: 1500 }, (_, i) => `K-${i};`))
  const told: Refusal[] = []
  const report = await run({ onRefused: (refusal) => told.push(refusal) })
  expect([told.length, report.refused, report.refusals.length]).toEqual([1500, 1500, 1000])
})

test('founding a brokerage twice leaves the first as it is', async () => {
  const again = await foundBrokerage(database.operator, {
    number: String(nextNumber - 1),
    name: 'Anders',
    host: 'anders.example',
    senderEmail: 'x@y.example',
  })
  expect(again).toEqual({ brokerageId, founded: false })
  const [row] = await database.look(
    `select b.name, (select count(*)::int from line_of_business l where l.brokerage_id = b.brokerage_id) as lines,
      (select array_agg(t.language order by t.language) from terms t where t.brokerage_id = b.brokerage_id) as terms
     from brokerage b where b.brokerage_id = $1`,
    [brokerageId],
  )
  expect(row).toEqual({ name: `Test ${nextNumber - 1}`, lines: 37, terms: ['de', 'en', 'fr', 'it'] })
})
