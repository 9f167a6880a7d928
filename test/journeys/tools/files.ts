import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

/** A file as a browser's file field takes it. */
export interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A photo as a phone takes it, no two alike. */
export async function photo(name: string): Promise<Given> {
  const [r = 0, g = 0, b = 0] = randomBytes(3)
  const create = { width: 1600, height: 1200, channels: 3 as const, background: { r, g, b } }
  return { name, mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
}

/** A PDF of one page that says this. */
export async function pdf(name: string, text: string): Promise<Given> {
  const paper = new PDFDocument()
  const parts: Buffer[] = []
  paper.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => paper.once('end', resolve))
  paper.text(text)
  paper.end()
  await ended
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat(parts) }
}

/** Presses what downloads, and returns what came: its name, its bytes, and where it lies. */
export async function downloaded(
  page: Page,
  press: () => Promise<unknown>,
): Promise<{ name: string; bytes: Buffer; path: string }> {
  const waiting = page.waitForEvent('download')
  await press()
  const download = await waiting
  const name = download.suggestedFilename()
  const path = join(mkdtempSync(join(tmpdir(), 'dossier-download-')), name)
  await download.saveAs(path)
  return { name, bytes: readFileSync(path), path }
}
