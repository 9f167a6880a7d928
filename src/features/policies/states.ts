/** How a policy's state looks; the word always stands beside the colour. */
export const stateKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info' | undefined> = {
  offer: 'info',
  active: 'ok',
  suspended: 'warn',
  terminated: 'warn',
  expired: undefined,
  replaced: undefined,
}

/** The states the database knows. */
export type PolicyState = 'offer' | 'active' | 'suspended' | 'terminated' | 'expired' | 'replaced'
