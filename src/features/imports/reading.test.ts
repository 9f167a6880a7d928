import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { canonicalEmail } from '../../platform/email.ts'
import { normalisePhone, showPhone } from '../../platform/phone.ts'
import { languages } from '../../platform/phrases.ts'
import { checkRow } from './check-row.ts'
import { detectEncoding, guessDelimiter } from './encoding.ts'
import { fold } from './fold.ts'
import { readHeader } from './header.ts'
import { reasonText } from './print.ts'
import { amount, day, percent, text, whole } from './readers.ts'
import { reasonPhrases } from './reasons.ts'
import { recordAt } from './record.ts'
import { nameFrom } from './references.ts'
import { digest, remember, rememberedAt } from './remembered.ts'
import { readRows } from './rows.ts'
import { seenKeys } from './seen.ts'
import { sources } from './sources.ts'
import { policyState, yesNo } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-reading-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, contents: string | Buffer): string {
  writeFileSync(join(folder, name), contents)
  return join(folder, name)
}

async function read(path: string) {
  const rows = []
  for await (const row of readRows(path, await detectEncoding(path), () => {})) rows.push(row)
  return rows
}

test.each([
  ['31.12.2026', '2026-12-31'],
  ['1.2.2026', '2026-02-01'],
  ['2026-12-31', '2026-12-31'],
  ['29.02.2028', '2028-02-29'],
])('%s is the day %s', (cell, value) => expect(day(cell)).toBe(value))

test.each([
  '30.02.2026',
  '29.02.2027',
  '31.04.2026',
  '00.01.2026',
  '01.13.2026',
  '2026-02-30',
  '31.12.26',
  '12/31/2026',
  'infinity',
  '31.12.1799',
  'morgen',
])('%s is no day', (cell) => expect(day(cell)).toEqual({ reason: 'date' }))

test.each([
  ["1'234.50", '1234.50'],
  ['1’234.50', '1234.50'],
  ['1 234.50', '1234.50'],
  ['1\u202f234.50', '1234.50'],
  ['1234.5', '1234.50'],
  ['-12.00', '-12.00'],
  ['−12', '-12.00'],
  ['0012', '12.00'],
  ['-0', '0.00'],
  ["20'000'000.00", '20000000.00'],
  ['999999999999.99', '999999999999.99'],
])('%s is the amount %s', (cell, value) => expect(amount(cell)).toBe(value))

test.each([
  ['1.234,50', 'amount_comma'],
  ['12,50', 'amount_comma'],
  ['1.234', 'amount_decimals'],
  ["12'34.00", 'amount'],
  ["1'234 567.00", 'amount'],
  ['NaN', 'amount'],
  ['Infinity', 'amount'],
  ['1e9', 'amount'],
  ['0x10', 'amount'],
  ['--5', 'amount'],
  ['CHF', 'amount'],
  ['1234567890123', 'amount_too_large'],
])('%s is refused as an amount: %s', (cell, reason) => expect(amount(cell)).toEqual({ reason }))

test('whole numbers, percentages and texts know their limits', () => {
  expect(whole(60)('3')).toBe(3)
  expect(whole(60)('61')).toMatchObject({ reason: 'number' })
  expect(whole(60)('3000000000')).toMatchObject({ reason: 'number' })
  expect(percent('8.1')).toBe('8.10')
  expect(percent('101')).toMatchObject({ reason: 'number' })
  expect(percent('100.01')).toMatchObject({ reason: 'number' })
  expect(text(3)('äöü')).toBe('äöü')
  expect(text(3)('👍👍👍')).toBe('👍👍👍')
  expect(text(3)('abcd')).toEqual({ reason: 'too_long', detail: '3' })
})

test('words are understood without case and accents, and the known ones are named when one is not', () => {
  expect(policyState('GEKUENDIGT')).toBe('terminated')
  expect(yesNo('n')).toBe(false)
  expect(yesNo('vielleicht')).toEqual({ reason: 'choice', detail: 'J, N, Ja, Nein' })
})

test.each([
  ['Sophie.Dubois@Broker6323.example', 'sophie.dubois@broker6323.example'],
  [' käthi@zürich.example ', 'käthi@xn--zrich-kva.example'],
  ["o'neill@muster.example", "o'neill@muster.example"],
  ['ｆｏｏ@muster.example', 'foo@muster.example'],
])('%s is the address %s', (typed, canonical) => expect(canonicalEmail(typed)).toBe(canonical))

test.each([
  '',
  'muster.example',
  'a@b',
  'a@b@muster.example',
  'a b@muster.example',
  'a,b@muster.example',
  '"a"@muster.example',
  '<a@muster.example>',
  'a\r\nbcc@muster.example',
  'a\u0000@muster.example',
  '.a@muster.example',
  'a..b@muster.example',
  'a@-muster.example',
  'a@muster..example',
  `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.example`,
  `${'a'.repeat(65)}@muster.example`,
])('%j is no address', (typed) => expect(canonicalEmail(typed)).toBeNull())

test.each([
  ['031 555 00 96', '+41315550096'],
  ['+41 76 555 72 02', '+41765557202'],
  ['+41795552243', '+41795552243'],
  ['0041 44 555 11 80', '+41445551180'],
  ['+41 (0)44 555 11 80', '+41445551180'],
  ['+49 30 901820', '+4930901820'],
  ['', null],
  ['+41', null],
  [' +41 ', null],
])('%s is the number %s', (typed, value) => expect(normalisePhone(typed)).toEqual({ value, ok: true }))

test.each(['nonsense', '12', '031 555', '+41 31 555 00 96 00 11 22', 'Tel. auf Anfrage', '+999 12345678'])(
  '%s is no number',
  (typed) => expect(normalisePhone(typed)).toEqual({ value: null, ok: false }),
)

test('numbers are shown in the national form within Switzerland', () => {
  expect(showPhone('+41315550096')).toBe('031 555 00 96')
  expect(showPhone('+4930901820')).toBe('+49 30 901820')
  expect(showPhone(null)).toBe('')
})

test.each([
  ['windows-1252', Buffer.from('A;B\r\nZ\xfcrich;1\x92234 \x80\r\n', 'latin1')],
  ['utf-8', Buffer.from('A;B\r\nZürich;1’234 €\r\n')],
  ['utf-8', Buffer.from('\ufeffA;B\r\nZürich;1’234 €\r\n')],
  ['utf-16le', Buffer.from('\ufeffA;B\r\nZürich;1’234 €\r\n', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffA;B\r\nZürich;1’234 €\r\n', 'utf16le').swap16()],
])('a file in %s is read the same', async (encoding, bytes) => {
  const path = file('encoding.csv', bytes)
  expect(await detectEncoding(path)).toBe(encoding)
  expect(await read(path)).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: ['Zürich', '1’234 €'] },
  ])
})

test('one umlaut at the end of a long file decides its encoding', async () => {
  const path = file('late.csv', Buffer.concat([Buffer.alloc(600_000, 'a;b\n'), Buffer.from('Z\xfcrich;1\n', 'latin1')]))
  expect(await detectEncoding(path)).toBe('windows-1252')
  expect((await read(path)).at(-1)).toEqual({ line: 150_001, cells: ['Zürich', '1'] })
})

test('the delimiter is the sign the heading has most of, outside quotes', () => {
  expect(guessDelimiter('a;b;c')).toBe(';')
  expect(guessDelimiter('a,b,c')).toBe(',')
  expect(guessDelimiter('a\tb\tc')).toBe('\t')
  expect(guessDelimiter('"a,b,c,d";e;f')).toBe(';')
})

test('quotes, line breaks inside them and empty lines keep the line numbers right', async () => {
  const path = file('lines.csv', 'A;B\r\n1;"Wichtig:\r\nkein ""Anruf"""\r\n\r\n;\r\n2;x\r\n3;"a\nb\nc"\r\n4;y')
  expect(await read(path)).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: ['1', 'Wichtig:\r\nkein "Anruf"'] },
    { line: 6, cells: ['2', 'x'] },
    { line: 7, cells: ['3', 'a\nb\nc'] },
    { line: 10, cells: ['4', 'y'] },
  ])
})

test('a row whose quotes do not match is refused and the rows after it are read', async () => {
  const path = file('quotes.csv', 'A;B\n1;"x"y\n2;z\n3;5" Rohr\n4;"u" ;\n')
  expect(await read(path)).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: null },
    { line: 3, cells: ['2', 'z'] },
    { line: 4, cells: ['3', '5" Rohr'] },
    { line: 5, cells: ['4', 'u', ''] },
  ])
})

test('a quote that is never closed costs its own line only', async () => {
  const path = file('open.csv', `A;B\n1;x\n2;"y\n${'3;z\n'.repeat(200_000)}`)
  const rows = await read(path)
  expect(rows).toHaveLength(200_003)
  expect(rows[2]).toEqual({ line: 3, cells: null })
  expect(rows.at(-1)).toEqual({ line: 200_003, cells: ['3', 'z'] })
})

test('an endless line is refused, and what follows it is read', async () => {
  const path = file('endless.csv', `A;B\n${'x'.repeat(900_000)};1\n2;z\n`)
  expect(await read(path)).toEqual([
    { line: 1, cells: ['A', 'B'] },
    { line: 2, cells: null },
    { line: 3, cells: ['2', 'z'] },
  ])
})

test('rows are the same wherever the pieces of a file end', () => {
  const first = '1;"a\r\n""b""";c\r\n'
  const text = `${first}2;x;y\r\n`
  for (let cut = 0; cut < first.length; cut++)
    expect([cut, recordAt(text.slice(0, cut), 0, ';', false)]).toEqual([cut, undefined])
  expect(recordAt(text, 0, ';', false)).toEqual({ cells: ['1', 'a\r\n"b"', 'c'], next: first.length })
  expect(recordAt(text, first.length, ';', false)).toEqual({ cells: ['2', 'x', 'y'], next: text.length })
})

const source = (name: string) => sources.find((candidate) => candidate.name === name)!

test('columns are found in any order, spelling and case; unknown ones are ignored', () => {
  const header = readHeader(source('Kontakte'), [
    'NACHNAME',
    'Farbe',
    ' kontaktnr ',
    'adressnr',
    'Telefon geschaeftlich',
    'EMail',
  ])
  expect(header).toMatchObject({ ignored: ['Farbe'], width: 6, key: { at: 2 } })
  if ('reason' in header) throw new Error('refused')
  expect(header.columns.map(({ field, at }) => [field.column, at])).toEqual([
    ['company_id', 3],
    ['last_name', 0],
    ['email', 5],
    ['phone', 4],
  ])
})

test('a file without its required columns is refused with their names', () => {
  expect(readHeader(source('Policen'), ['PolicenNr', 'Branche'])).toEqual({
    reason: 'missing_columns',
    columns: 'AdressNr, Versicherer',
  })
  expect(readHeader(source('Branchen'), ['Branche', 'Bezeichnung', 'bezeichnung'])).toMatchObject({ reason: 'double_columns' })
})

test('MWST and MWST % are two columns', () => {
  expect(fold('MWST %')).not.toBe(fold('MWST'))
  expect(fold('Kündigungsfrist (Mt.)')).toBe(fold('KUENDIGUNGSFRIST MT'))
})

test('a row is refused for its form before anything is asked of the database', () => {
  const header = readHeader(source('Branchen'), ['Branche', 'Bezeichnung', 'Stempel %'])
  if ('reason' in header) throw new Error('refused')
  const check = (...cells: string[]) => checkRow(header, { line: 7, cells })
  expect(check('BVG', 'Vorsorge', '0')).toMatchObject({ line: 7, key: 'BVG', values: { name: 'Vorsorge', stamp_rate: '0.00' } })
  expect(check('BVG', 'Vorsorge', '0', '')).toMatchObject({ key: 'BVG' })
  expect(check('BVG', 'Vorsorge')).toMatchObject({ reason: 'field_count', detail: '2/3', line: 7 })
  expect(check('BVG', 'Vorsorge', '0', 'x')).toMatchObject({ reason: 'field_count' })
  expect(check('BVG', '', '0')).toMatchObject({ reason: 'required', column: 'Bezeichnung' })
  expect(check('BVG', 'Vor\u0000sorge', '0')).toMatchObject({ reason: 'control_character', value: 'Vor sorge' })
  expect(check('BVG', 'Vor\ud800sorge', '0')).toMatchObject({ reason: 'control_character' })
  expect(check('B V', 'Vorsorge', '0')).toMatchObject({ reason: 'code', column: 'Branche' })
})

test('what is remembered tells values apart, field by field', () => {
  const cells = remember(null, [digest('a'), undefined, digest(null)])
  expect(cells).toHaveLength(24)
  expect(rememberedAt(cells, 0)).toBe(digest('a'))
  expect(rememberedAt(cells, 1)).toBe('--------')
  expect(rememberedAt(cells, 3)).toBe('--------')
  expect(remember(cells, [undefined, digest('b'), undefined])).toBe(digest('a') + digest('b') + digest(null))
  const many = new Set(Array.from({ length: 200_000 }, (_, i) => digest(`K-${i}`)))
  expect(many.size).toBe(200_000)
  expect(digest('')).not.toBe(digest(null))
})

test('a hundred thousand keys are told apart, and each is recognised', () => {
  const seen = seenKeys()
  const taken = Array.from({ length: 100_000 }, (_, i) => seen.first(`PR2026${i}`, i + 2))
  expect(taken.every((first) => first === null)).toBe(true)
  for (let i = 0; i < 100_000; i += 997) expect(seen.first(`PR2026${i}`, 7)).toBe(i + 2)
})

test('account managers get a name from their address', () => {
  expect(nameFrom('sophie.dubois@broker.example')).toEqual({ first_name: 'Sophie', last_name: 'Dubois' })
  expect(nameFrom('jean-luc.von-arx@broker.example')).toEqual({ first_name: 'Jean-Luc', last_name: 'Von-Arx' })
  expect(nameFrom('info@broker.example')).toEqual({ first_name: '', last_name: 'Info' })
})

test('every reason has a sentence in every language', () => {
  for (const language of languages) {
    const reasons = Object.keys(reasonPhrases(language)) as Parameters<typeof reasonText>[1]['reason'][]
    for (const reason of reasons) expect(reasonText(language, { reason, detail: '7' })).toMatch(/\S{2,}/)
  }
})
