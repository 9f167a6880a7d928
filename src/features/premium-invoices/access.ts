import type { Actor, Customer, Staff } from '../../platform/actor.ts'
import { filesForCompanies } from '../documents/access.ts'
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

/** Who adds the reminder that came for an invoice: whoever sees the invoice, but for auditors. */
export function addsReminder(actor: Actor, invoice: Asked): actor is Customer | Staff {
  return (actor.kind === 'customer' || filesForCompanies(actor)) && isToPay(invoice)
}

/** Who takes a reminder back that was wrong: whoever adds one; what the broker added, the broker alone. */
export function withdrawsReminder(actor: Actor, invoice: Asked, { by_broker }: { by_broker: boolean }): boolean {
  return addsReminder(actor, invoice) && (actor.kind === 'staff' || !by_broker)
}

function isToPay({ state, kind }: Asked): boolean {
  return !['paid', 'cancelled', 'credited'].includes(state) && kind !== 'credit' && kind !== 'cancellation'
}
