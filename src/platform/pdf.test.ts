import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfPage, pdfText } from './pdf.ts'

let folder: string
let letter: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-pdf-'))
  letter = join(folder, 'letter.pdf')
  const chunks: Buffer[] = []
  const document = new PDFDocument({ size: 'A4' })
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.once('end', resolve))
  document.text('Kündigung der Police MF-10.207.233')
  document.addPage().text('Zweite Seite')
  document.end()
  await ended
  writeFileSync(letter, Buffer.concat(chunks))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the words of a PDF come page after page, as many as asked for', async () => {
  const whole = await pdfText(letter, 1000)
  expect(whole?.pages).toBe(2)
  expect(whole?.text).toMatch(/Kündigung der Police MF-10\.207\.233[\s\S]*Zweite Seite/)
  expect((await pdfText(letter, 9))?.text).toBe('Kündigung')
})

test('a page becomes a picture of the width asked for', async () => {
  const page = await pdfPage(letter, 1, 600)
  expect([page?.pages, page?.width]).toEqual([2, 600])
  expect(Buffer.from(page!.png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
})

test('a page that is not there, something else, and nothing at all are no outage', async () => {
  const other = join(folder, 'other.pdf')
  writeFileSync(other, '%PDF-1.7\n<html>no pdf</html>')
  expect(await pdfPage(letter, 2, 600)).toBeNull()
  expect(await pdfText(other, 1000).then((found) => found?.text.trim() || null)).toBeNull()
  expect(await pdfText(join(folder, 'missing.pdf'), 1000)).toBeNull()
})
