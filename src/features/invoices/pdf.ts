import { money, shortDate } from '../../platform/format.ts'
import { htmlLanguages } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { rateShown } from './payment-format.ts'
import type { Slip } from './payment-slip.ts'
import { invoicePhrases } from './phrases.ts'
import { printable } from './printable.ts'
import type { Invoice, Party } from './queries.ts'
import { slipPhrases } from './slip-phrases.ts'

export interface Printed {
  invoice: Invoice
  creditor: Party
  debtor: Party
  /** The payment part; null for an invoice that is settled. */
  slip: Extract<Slip, { ok: true }>['data'] | null
}

const mm = 72 / 25.4
const left = 20 * mm
const right = 190 * mm

/** The invoice as one page of A4 in the reader's language, with the QR-bill at its foot while it is open. */
export async function invoicePdf(printed: Printed, language: Language): Promise<Buffer> {
  // Loaded when the first invoice is printed: the portal starts without them.
  const [{ default: PdfDocument }, { SwissQRBill }] = await Promise.all([import('pdfkit'), import('swissqrbill/pdf')])
  const t = invoicePhrases(language)
  const { invoice, creditor, slip } = printed
  const doc = new PdfDocument({
    size: 'A4',
    margin: 0,
    lang: htmlLanguages[language],
    displayTitle: true,
    info: { Title: `${t.one} ${invoice.number}`, Author: creditor.name },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  letter(doc, printed, language)
  if (slip) new SwissQRBill(slip, { language: slipLanguages[language] }).attachTo(doc)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

const slipLanguages = { de: 'DE', fr: 'FR', it: 'IT', en: 'EN' } as const

function letter(doc: PDFKit.PDFDocument, { invoice, creditor, debtor, slip }: Printed, language: Language): void {
  const t = invoicePhrases(language)
  const s = slipPhrases(language)
  const write = writer(doc)
  write.lines([creditor.name, ...addressLines(creditor)], left, 18 * mm)
  write.lines([debtor.name, ...addressLines(debtor)], 118 * mm, 45 * mm)
  write.line(`${t.one} ${invoice.number}`, left, 78 * mm, { bold: true, size: 15 })
  write.line(invoice.subject, left, 86 * mm, { size: 11 })
  const facts: [string, string][] = [[t.invoiced, shortDate(invoice.invoiced_on)]]
  if (invoice.due_on) facts.push([t.due, shortDate(invoice.due_on)])
  facts.forEach(([label, value], index) => {
    write.line(label, left, (95 + index * 5.5) * mm)
    write.line(value, left + 40 * mm, (95 + index * 5.5) * mm)
  })
  positions(write, invoice, language, 113 * mm)
  const settled = invoice.state === 'cancelled' ? s.settled_cancelled : s.settled_paid
  const request = invoice.due_on ? s.pay_by(shortDate(invoice.due_on)) : s.pay
  write.line(slip ? request : settled, left, 150 * mm, { bold: !slip })
  const source = recordPhrases(language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  write.line(s.from_portal(source), left, 157 * mm, { size: 8 })
}

function addressLines(party: Party): string[] {
  return [party.street ?? '', [party.postal_code, party.town].filter(Boolean).join(' ')].filter((line) => line !== '')
}

function positions(write: Writer, invoice: Invoice, language: Language, top: number): void {
  const t = invoicePhrases(language)
  const s = slipPhrases(language)
  const rows: [string, string, boolean][] = [
    [s.position, s.amount_in(invoice.currency), true],
    [t.net, amount(invoice.net), false],
    [t.vat(rateShown(invoice.vat_rate)), amount(invoice.vat), false],
    [t.total, amount(invoice.total), true],
  ]
  rows.forEach(([label, value, bold], index) => {
    const y = top + index * 8 * mm
    write.line(label, left, y, { bold })
    write.end(value, right, y, { bold })
    write.rule(left, right, y + 5.5 * mm, bold ? 0.8 : 0.4)
  })
}

function amount(value: string): string {
  return money(value, '').trim()
}

interface Look {
  bold?: boolean
  size?: number
}
type Writer = ReturnType<typeof writer>

// Every text goes through `printable`: a letter the font does not know would come out as another one.
function writer(doc: PDFKit.PDFDocument) {
  const look = ({ bold, size = 10 }: Look) => doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size)
  const line = (text: string, x: number, y: number, style: Look = {}) => {
    look(style).text(printable(text), x, y, { lineBreak: false, width: right - x, ellipsis: true })
  }
  return {
    line,
    lines(texts: string[], x: number, y: number) {
      texts.forEach((text, index) => {
        line(text, x, y + index * 5 * mm)
      })
    },
    end(text: string, x: number, y: number, style: Look = {}) {
      const shown = printable(text)
      look(style).text(shown, x - doc.widthOfString(shown), y, { lineBreak: false })
    },
    rule(from: number, to: number, y: number, width: number) {
      doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke()
    },
  }
}
