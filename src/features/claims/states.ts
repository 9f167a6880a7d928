/** How a claim's state looks; the word always stands beside the colour. */
export const stateKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info' | undefined> = {
  draft: undefined,
  reported: 'info',
  forwarded: 'info',
  in_progress: 'info',
  query: 'warn',
  settled: 'ok',
  rejected: 'bad',
  closed: undefined,
}

/** The states the database knows, in the order of a claim's life. */
export const claimStates = ['draft', 'reported', 'forwarded', 'in_progress', 'query', 'settled', 'rejected', 'closed'] as const
export type ClaimState = (typeof claimStates)[number]

/** What the broker's people set; a draft is no claim yet. */
export const settableStates = ['reported', 'forwarded', 'in_progress', 'query', 'settled', 'rejected', 'closed'] as const
export type SettableState = (typeof settableStates)[number]

/** Whether something is still to come. */
export function isOpen(state: string): boolean {
  return state !== 'settled' && state !== 'rejected' && state !== 'closed'
}
