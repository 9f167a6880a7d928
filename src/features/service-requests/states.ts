export const requestStates = ['new', 'in_progress', 'waiting_customer', 'waiting_insurer', 'done', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** How a request's state looks; the word always stands beside the colour. */
export const stateKinds: Record<RequestState, 'ok' | 'info' | 'warn' | undefined> = {
  new: 'info',
  in_progress: 'info',
  waiting_customer: 'warn',
  waiting_insurer: 'warn',
  done: 'ok',
  withdrawn: undefined,
}

/** What staff set; withdrawing is the author's. */
export const settableStates = ['new', 'in_progress', 'waiting_customer', 'waiting_insurer', 'done'] as const

/** Whether something is still to be done. */
export function isOpen(state: string): boolean {
  return state !== 'done' && state !== 'withdrawn'
}
