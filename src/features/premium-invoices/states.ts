/** How the state that the source reports looks; the word always stands beside the colour. */
export const stateKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info' | undefined> = {
  unknown: undefined,
  open: 'info',
  due: 'info',
  overdue: 'warn',
  reminded: 'warn',
  cover_suspended: 'bad',
  paid: 'ok',
  partly_paid: 'info',
  cancelled: undefined,
  credited: undefined,
}

/** The states the database knows. */
export const premiumInvoiceStates = [
  'unknown',
  'open',
  'due',
  'overdue',
  'reminded',
  'cover_suspended',
  'paid',
  'partly_paid',
  'cancelled',
  'credited',
] as const
export type PremiumInvoiceState = (typeof premiumInvoiceStates)[number]

/** The kinds of premium invoice the database knows (domain 2.3). */
export const premiumInvoiceKinds = [
  'provisional',
  'renewal',
  'instalment',
  'final',
  'credit',
  'reminder',
  'cancellation',
] as const
export type PremiumInvoiceKind = (typeof premiumInvoiceKinds)[number]
