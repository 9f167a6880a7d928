import { href, type Visit } from '../../platform/visit.ts'
import { premiumInvoicePhrases } from './phrases.ts'
import type { PremiumInvoice } from './queries.ts'

/** The path on top of what is done with a premium invoice. */
export function crumbs(
  visit: Pick<Visit, 'language' | 'brokerage'>,
  invoice: Pick<PremiumInvoice, 'id' | 'number'>,
  last: string,
) {
  return [
    { label: visit.brokerage.number },
    { label: premiumInvoicePhrases(visit.language).title, href: href(visit, '/premium-invoices') },
    { label: invoice.number, href: href(visit, `/premium-invoices/${invoice.id}`) },
    { label: last },
  ]
}
