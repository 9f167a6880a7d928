import { money } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { FactGroup } from '../../records/record-description.ts'
import type { OpenedInvoice } from './opened.ts'
import { paymentPhrases } from './payment-phrases.ts'
import { premiumInvoicePhrases } from './phrases.ts'

// Up to so much is rounding; more is something that the source does not itemise.
const mostRounding = /^-?0\.0\d$/

/** What the invoice is made of. What is no premium must be named and listed by itself (StV Art. 28). */
export function amounts({ lines, rest, total, currency }: OpenedInvoice, language: Language): FactGroup {
  const t = paymentPhrases(language)
  const p = premiumInvoicePhrases(language)
  return {
    key: 'amount',
    title: p.amounts,
    rows: [
      ...lines.map(({ kind, label, amount }): [string, string] => {
        const name = t[`line_${kind}`]
        return [label && label !== name ? `${name} (${label})` : name, money(amount, currency)]
      }),
      ...(rest ? [[mostRounding.test(rest) ? t.rounding : t.not_listed, money(rest, currency)] as [string, string]] : []),
      [p.total, <strong>{money(total, currency)}</strong>],
    ],
  }
}
