/** How a policy's state looks; the word always stands beside the colour. */
export const stateKinds: Record<string, 'ok' | 'warn' | 'bad' | 'info' | undefined> = {
  offer: 'info',
  active: 'ok',
  suspended: 'warn',
  terminated: 'warn',
  expired: undefined,
  replaced: undefined,
}

/** The states the database knows, in the order of a policy's life. */
export const policyStates = ['offer', 'active', 'suspended', 'terminated', 'expired', 'replaced'] as const
export type PolicyState = (typeof policyStates)[number]
