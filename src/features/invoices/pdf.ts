import { money, shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { openPaper, type Paper } from '../../ui/paper/paper.ts'
import { mm } from '../../ui/paper/pen.ts'
import { ibanShown, rateShown, referenceShown } from './payment-format.ts'
import type { Slip } from './payment-slip.ts'
import { invoicePhrases } from './phrases.ts'
import type { Invoice, Party } from './queries.ts'
import { slipPhrases } from './slip-phrases.ts'

export interface Printed {
  invoice: Invoice
  creditor: Party
  debtor: Party
  /** The payment part; null for an invoice that is settled. */
  slip: Extract<Slip, { ok: true }>['data'] | null
}

/** The invoice as a letter in the reader's language, with the QR-bill at the foot of its page while it is open. */
export async function invoicePdf(printed: Printed, language: Language, colour: string): Promise<Buffer> {
  const { invoice, creditor, slip } = printed
  const title = `${invoicePhrases(language).one} ${invoice.number}`
  const sender = [creditor.name, ...addressLines(creditor)]
  const paper = await openPaper({ title, language, colour, sender })
  letter(paper, printed, language)
  if (slip) await paymentPart(paper, slip, language)
  return paper.finish()
}

function addressLines(party: Party): string[] {
  return [party.street ?? '', [party.postal_code, party.town].filter(Boolean).join(' ')].filter((line) => line !== '')
}

function letter(paper: Paper, { invoice, debtor, slip }: Printed, language: Language): void {
  const t = invoicePhrases(language)
  const s = slipPhrases(language)
  // Where the window of a Swiss envelope is.
  paper.address([debtor.name, ...addressLines(debtor)], 118 * mm, 47 * mm)
  paper.moveTo(78 * mm)
  paper.heading(`${t.one} ${invoice.number}`, 1)
  paper.facts([
    [t.invoiced, shortDate(invoice.invoiced_on)],
    ...(invoice.due_on ? [[t.due, shortDate(invoice.due_on)] as [string, string]] : []),
  ])
  paper.space(6)
  paper.amounts([
    [s.position, s.amount_in(invoice.currency), true],
    [invoice.subject, amount(invoice.net)],
    [`${t.vat(rateShown(invoice.vat_rate))} (${s.of_net(amount(invoice.net))})`, amount(invoice.vat)],
    [t.total, amount(invoice.total), true],
  ])
  paper.space(6)
  const settled = invoice.state === 'cancelled' ? s.settled_cancelled : s.settled_paid
  const request = invoice.due_on ? s.pay_by(shortDate(invoice.due_on)) : s.pay
  paper.paragraph(slip ? request : settled, { bold: !slip })
  const source = recordPhrases(language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  paper.paragraph(s.from_portal(source), { size: 8 })
}

function amount(value: string): string {
  return money(value, '').trim()
}

const slipLanguages = { de: 'DE', fr: 'FR', it: 'IT', en: 'EN' } as const

// The rules of the QR-bill draw it; for those who do not see it, its words are said.
async function paymentPart(paper: Paper, slip: NonNullable<Printed['slip']>, language: Language): Promise<void> {
  const { SwissQRBill } = await import('swissqrbill/pdf')
  const bill = new SwissQRBill(slip, { language: slipLanguages[language], fontName: 'Liberation Sans' })
  const words = slipPhrases(language).slip_in_words({
    amount: `${slip.currency} ${amount(String(slip.amount))}`,
    account: ibanShown(slip.creditor.account),
    creditor: slip.creditor.name,
    reference: slip.reference ? referenceShown(slip.reference) : null,
  })
  paper.foot(105 * mm)
  paper.figure(words, () => bill.attachTo(paper.doc))
}
