import type { Language } from '../../platform/phrases.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { readDay } from '../service-requests/days.ts'
import { paymentPhrases } from './payment-phrases.ts'

type Read = { day: string; error: null } | { day: null; error: string }

/** The day of a payment, as typed: known, not to come, and not before the invoice. */
export function readPaidOn(typed: string, { invoiced_on }: { invoiced_on: string | null }, language: Language): Read {
  const t = paymentPhrases(language)
  const day = readDay(typed)
  if (!day) return { day: null, error: t.error_paid_on }
  if (day > todayHere()) return { day: null, error: t.error_future }
  // Some pay ahead of the invoice; years ahead is a slip of the pen.
  return invoiced_on && day < monthsBefore(invoiced_on) ? { day: null, error: t.error_long_ago } : { day, error: null }
}

/** The day on which a reminder was dispatched, as typed: known, not to come, and not before the invoice it reminds of. */
export function readDispatchedOn(typed: string, { invoiced_on }: { invoiced_on: string | null }, language: Language): Read {
  const t = paymentPhrases(language)
  const day = readDay(typed)
  if (!day) return { day: null, error: t.error_dispatched_on }
  if (day > todayHere()) return { day: null, error: t.error_dispatched_future }
  return invoiced_on && day < invoiced_on ? { day: null, error: t.error_long_ago } : { day, error: null }
}

function monthsBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ months: 3 }).toString()
}
