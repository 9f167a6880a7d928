import { later } from '../deadlines/deadline.ts'
import { lawOf } from '../deadlines/laws.ts'

/** VVG Art. 20: after the dispatch of a reminder there are fourteen days to pay. */
const daysToPay = 14
/** Art. 21: what the insurer does not pursue within two months after that counts as withdrawn from. */
const monthsToPursue = 2

export interface Reminded {
  state: string
  /** When the reminder was dispatched; null where nobody knows, or there was none. */
  reminded_on: string | null
  reported_paid_on: string | null
  line_code: string | null
  line: string | null
}

/**
 * What threatens the cover of a policy because of an unpaid premium, and from which knowledge. ISO dates.
 * running: to be paid by `payBy`. suspended: by our reckoning cover rests since `since`. stated: the insurer's export says so.
 * undated: there was a reminder, and nobody knows when.
 */
export type Suspension =
  | { phase: 'running'; remindedOn: string; payBy: string; since: string }
  | { phase: 'suspended'; remindedOn: string; payBy: string; since: string; lapses: string }
  | { phase: 'stated' }
  | { phase: 'undated' }

const unpaid = new Set(['open', 'due', 'overdue', 'reminded', 'cover_suspended', 'partly_paid'])

/** The state of the cover that hangs on a premium invoice; null where nothing threatens it. */
export function suspensionOf(invoice: Reminded, today: string): Suspension | null {
  const { state, reminded_on: remindedOn } = invoice
  if (invoice.reported_paid_on !== null || !(unpaid.has(state) || (state === 'unknown' && remindedOn !== null))) return null
  if (state === 'cover_suspended') return { phase: 'stated' }
  // Occupational pension and compulsory accident insurance go on: their laws know no suspended cover.
  if (lawOf(invoice) !== 'vvg') return null
  if (remindedOn === null) return state === 'reminded' ? { phase: 'undated' } : null
  const payBy = later(remindedOn, { days: daysToPay })
  const since = later(payBy, { days: 1 })
  if (payBy >= today) return { phase: 'running', remindedOn, payBy, since }
  return { phase: 'suspended', remindedOn, payBy, since, lapses: later(payBy, { months: monthsToPursue }) }
}
