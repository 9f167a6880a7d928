import * as z from 'zod'
import { choice, text, uuid, version } from '../../platform/forms.ts'
import { canonical } from '../claim-reports/reading.ts'
import { readDay } from '../service-requests/days.ts'

const amount = text(30)
  .refine((typed) => typed === '' || canonical('amount', typed) !== undefined, 'amount')
  .transform((typed) => (typed === '' ? '' : canonical('amount', typed)!))

/** Who handles the claim at the insurer, and the reserve. */
export const newHandling = z.object({
  version,
  insurer_contact: text(120),
  insurer_phone: text(40),
  insurer_email: text(254).refine((typed) => typed === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed), 'email'),
  reserve: amount,
})
export type NewHandling = z.output<typeof newHandling>
export const handlingFields = ['insurer_contact', 'insurer_phone', 'insurer_email', 'reserve'] as const

/** Something the insurer paid, or got back. */
export const newPayment = z.object({
  _id: uuid,
  version,
  kind: choice(['payment', 'refund'] as const),
  paid_on: text(20)
    .refine((typed) => Boolean(readDay(typed)), 'day')
    .transform((typed) => readDay(typed) ?? ''),
  amount: amount.refine((typed) => Number(typed) > 0, 'amount'),
  payee: text(120),
})
export type NewPayment = z.output<typeof newPayment>
export const paymentFields = ['kind', 'paid_on', 'amount', 'payee'] as const
