import type { Data } from 'swissqrbill/types'
import { isIBANValid, isQRIBAN, isQRReferenceValid, isSCORReferenceValid } from 'swissqrbill/utils'
import { payable } from './payable.ts'
import type { Invoice, Party } from './queries.ts'

/** Why an invoice cannot be paid with a QR-bill. */
export type SlipProblem =
  | 'creditor_address'
  | 'iban_missing'
  | 'iban_invalid'
  | 'reference_missing'
  | 'reference_invalid'
  | 'amount'

export type Slip = { ok: true; data: Data } | { ok: false; problems: SlipProblem[] }

type Payable = Pick<Invoice, 'number' | 'total' | 'currency' | 'qr_iban' | 'qr_reference'>

/** What the QR code of an invoice says (Swiss QR-bill, structured addresses), or everything that is wrong with it. */
export function paymentSlip(invoice: Payable, creditor: Party, debtor: Party): Slip {
  const iban = compact(invoice.qr_iban)
  const reference = compact(invoice.qr_reference)
  const from = structured(creditor)
  const problems = [
    from ? null : 'creditor_address',
    ibanProblem(iban) ?? referenceProblem(iban, reference),
    isPayable(invoice) ? null : 'amount',
  ].filter((problem): problem is SlipProblem => problem !== null)
  if (!from || problems.length > 0) return { ok: false, problems }
  const to = structured(debtor)
  return {
    ok: true,
    data: {
      currency: invoice.currency as 'CHF' | 'EUR',
      amount: Number(invoice.total),
      creditor: { ...from, account: iban },
      // Whose address is not known writes it onto the slip by hand: the field stays empty.
      ...(to ? { debtor: to } : {}),
      ...(reference ? { reference } : {}),
      message: payable(invoice.number),
    },
  }
}

function compact(text: string | null): string {
  return (text ?? '').replace(/\s/g, '').toUpperCase()
}

function ibanProblem(iban: string): SlipProblem | null {
  if (iban === '') return 'iban_missing'
  return /^(?:CH|LI)\w{19}$/.test(iban) && isIBANValid(iban) ? null : 'iban_invalid'
}

// A QR-IBAN is paid with a QR reference only; an ordinary IBAN with a creditor reference (ISO 11649) or with none.
function referenceProblem(iban: string, reference: string): SlipProblem | null {
  if (isQRIBAN(iban)) {
    if (reference === '') return 'reference_missing'
    return /^\d{27}$/.test(reference) && isQRReferenceValid(reference) ? null : 'reference_invalid'
  }
  return reference === '' || (/^RF\d\d\w{1,21}$/.test(reference) && isSCORReferenceValid(reference)) ? null : 'reference_invalid'
}

function isPayable({ total, currency }: Payable): boolean {
  return (currency === 'CHF' || currency === 'EUR') && Number(total) >= 0.01 && Number(total) <= 999_999_999.99
}

function structured(party: Party) {
  if (!party.street || !party.postal_code || !party.town) return null
  const { street, number } = streetAndNumber(party.street)
  return {
    name: payable(party.name, 70),
    address: payable(street, 70),
    ...(number ? { buildingNumber: number } : {}),
    zip: payable(party.postal_code, 16),
    city: payable(party.town, 35),
    country: party.country,
  }
}

/** `Rosenweg 1a` and `1a, rue du Lac` in the two fields of a structured address; what has no number stays whole. */
export function streetAndNumber(line: string): { street: string; number: string | null } {
  const number = String.raw`\d{1,5}\s?[a-zA-Z]?(?:\s?[-/+]\s?\d{1,5}[a-zA-Z]?)?`
  const behind = new RegExp(`^(.*[^\\s,]),?\\s+(${number})$`).exec(line.trim())
  if (behind) return { street: behind[1]!, number: behind[2]! }
  const before = new RegExp(`^(${number}),?\\s+(\\D.*)$`).exec(line.trim())
  return before ? { street: before[2]!, number: before[1]! } : { street: line.trim(), number: null }
}
