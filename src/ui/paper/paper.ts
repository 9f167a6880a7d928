import { join } from 'node:path'
import { htmlLanguages } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { brandTokens } from '../brand.ts'
import { uiPhrases } from '../phrases.ts'
import { type Blocks, blocksFor } from './blocks.ts'
import { colours, edges, type Look, mm, type Pen, penFor } from './pen.ts'

export interface PaperHead {
  /** What the document is called: its title in the reader's window, and the head of every page but the first. */
  title: string
  language: Language
  /** The brokerage's colour, `#rrggbb`. */
  colour: string
  /** Whose paper it is: the name, then the address line by line. */
  sender: string[]
}

export type Paper = Blocks & {
  doc: PDFKit.PDFDocument
  /** Ends the document and hands out its bytes; how many pages there are is known only now. */
  finish(): Promise<Buffer>
}

// Beside this file in the sources, beside the server in the build.
const fonts = join(import.meta.dirname, 'fonts')

/**
 * An A4 document with the brokerage's head and «page n/m» on every page: tagged, in the reader's language, its letters inside
 * (Liberation Sans, one of the fonts that the QR-bill's rules allow). The library is loaded with the first document.
 */
export async function openPaper(head: PaperHead): Promise<Paper> {
  const { default: PdfDocument } = await import('pdfkit')
  const doc = new PdfDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: htmlLanguages[head.language],
    displayTitle: true,
    info: { Title: head.title, Author: head.sender[0] ?? '' },
  })
  doc.registerFont('Liberation Sans', join(fonts, 'LiberationSans-Regular.ttf'))
  doc.registerFont('Liberation Sans-Bold', join(fonts, 'LiberationSans-Bold.ttf'))
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.once('end', resolve))
  const pen = penFor(doc)
  const blocks = blocksFor(doc, pen)
  const [name = '', ...address] = head.sender
  blocks.address([name], edges.left, 14 * mm, { bold: true, size: 12 })
  blocks.address(address, edges.left, 20.5 * mm, { size: 9, colour: colours.pale })
  return {
    ...blocks,
    doc,
    async finish() {
      blocks.close()
      drawHeads(doc, pen, head)
      doc.end()
      await ended
      return Buffer.concat(chunks)
    },
  }
}

// Furniture, not content: readers that speak leave it out.
function drawHeads(doc: PDFKit.PDFDocument, pen: Pen, { title, language, colour, sender }: PaperHead): void {
  const { start, count } = doc.bufferedPageRange()
  const small: Look = { size: 8, colour: colours.pale }
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index)
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.rect(0, 0, 210 * mm, 3 * mm).fill(brandTokens(colour).light.fill)
    if (index > start) {
      pen.line(sender[0] ?? '', edges.left, 14 * mm, { bold: true, size: 12 })
      pen.line(title, edges.left, 20.5 * mm, small)
    }
    pen.end(uiPhrases(language).pageOf(index - start + 1, count), edges.right, 15 * mm, small)
    doc.endMarkedContent()
  }
}
