import type { Actor, Customer } from '../../platform/actor.ts'
import type { PremiumInvoice } from './queries.ts'

type Asked = Pick<PremiumInvoice, 'state' | 'kind' | 'reported_paid_on'>

/** Who says that a premium was paid: the customers' people who see the invoice, where the insurer does not say so already. */
export function reportsPayment(actor: Actor, invoice: Asked): actor is Customer {
  return actor.kind === 'customer' && isToPay(invoice) && invoice.reported_paid_on === null
}

/** Who takes such a report back: the same people, as long as the insurer does not confirm it. */
export function withdrawsPayment(actor: Actor, invoice: Asked): actor is Customer {
  return actor.kind === 'customer' && invoice.reported_paid_on !== null && invoice.state !== 'paid'
}

/** Who adds the reminder that came for an invoice, and takes one back that was wrong: the customers' people who see the invoice. */
export function addsReminder(actor: Actor, invoice: Asked): actor is Customer {
  return actor.kind === 'customer' && isToPay(invoice)
}

function isToPay({ state, kind }: Asked): boolean {
  return !['paid', 'cancelled', 'credited'].includes(state) && kind !== 'credit' && kind !== 'cancellation'
}
