import { expect, test } from 'vitest'
import { csvRows, unmarked } from './csv.ts'

test.each([
  ['=1+1', `'=1+1`],
  ['+41315550096', `'+41315550096`],
  ['-5', `'-5`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['＝1', `'＝1`],
  ['－1', `'－1`],
  ['a;b', '"a;b"'],
  ['say "x"', '"say ""x"""'],
  ['Müller', 'Müller'],
])('the text %s stands as %s', (text, cell) => {
  expect(csvRows([[{ text }]])).toBe(`${cell}\r\n`)
})

test('what was computed keeps its sign', () => {
  expect(csvRows([[{ plain: '-12.50' }, { plain: '31.12.2026' }]])).toBe('-12.50;31.12.2026\r\n')
})

test.each(['+41315550096', '=1+1', `'=1`, `''-5`, '－1', "'quoted'", 'Müller', "'", ''])(
  'the text «%s» comes back as it was',
  (text) => {
    const [cell] = csvRows([[{ text }]]).split('\r\n')
    expect(unmarked(cell!)).toBe(text)
  },
)
