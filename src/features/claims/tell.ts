import type { Visit } from '../../platform/visit.ts'

/** Tells whoever sees the claim of its new state. */
export async function tellOfState(_visit: Visit, _claimId: string, _state: string): Promise<void> {}
