import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pdfText } from '../../platform/pdf.ts'
import { openPaper } from './paper.ts'
import { mm } from './pen.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-paper-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const head = {
  title: 'Schadenmeldung S-2026-00012',
  language: 'de',
  colour: '#0b5cad',
  sender: ['Muster Broker AG', '6003 Luzern'],
} as const

async function read(pdf: Buffer) {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, pdf)
  return (await pdfText(path, 100_000))!
}

test('a long text goes on over the pages, nothing of it is lost, and each page says which it is', async () => {
  const words = Array.from({ length: 1500 }, (_, n) => `Wort${n}`)
  const paper = await openPaper({ ...head, sender: [...head.sender] })
  paper.heading('Hergang')
  paper.facts([
    ['Was ist passiert?', words.join(' ')],
    ['Ort', 'Luzern'],
  ])
  const { pages, text } = await read(await paper.finish())
  expect(pages).toBeGreaterThan(1)
  for (const word of words) expect(text).toMatch(new RegExp(`\\b${word}\\b`))
  for (let n = 1; n <= pages; n++) expect(text).toContain(`Seite ${n}/${pages}`)
  expect(text.match(/Schadenmeldung S-2026-00012/g)).toHaveLength(pages - 1)
})

test('letters of Europe stay; what the font lacks loses its accents or becomes a question mark; an endless word is cut', async () => {
  const paper = await openPaper({ ...head, sender: [...head.sender] })
  paper.paragraph('Kovačić, Łódź, Ñandú, Ελλάδα, Киев, Hồ Chí Minh, 漢字, 🚗')
  paper.paragraph('x'.repeat(400))
  const { text } = await read(await paper.finish())
  expect(text).toContain('Kovačić, Łódź, Ñandú, Ελλάδα, Киев, Hồ Chí Minh, ??, ?')
  expect(text.match(/x/g)).toHaveLength(400)
})

test('what is drawn at the foot gets a page of its own where something is written there', async () => {
  for (const [lines, pages] of [
    [20, 1],
    [45, 2],
  ] as const) {
    const paper = await openPaper({ ...head, sender: [...head.sender] })
    for (let n = 0; n < lines; n++) paper.paragraph(`Zeile ${n}`)
    paper.foot(105 * mm)
    paper.figure('Zahlteil', () => paper.doc.rect(0, 200 * mm, 10, 10).fill())
    expect((await read(await paper.finish())).pages).toBe(pages)
  }
})
