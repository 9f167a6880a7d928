/** How the state of a fee invoice looks; the word always stands beside the colour. */
export const stateKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info' | undefined> = {
  open: 'info',
  paid: 'ok',
  cancelled: undefined,
}

/** The states the database knows. */
export const invoiceStates = ['open', 'paid', 'cancelled'] as const
export type InvoiceState = (typeof invoiceStates)[number]
