import type { Visit } from '../../platform/visit.ts'
import { tellAbout } from '../notifications/tell.ts'

/** Tells whoever sees the claim of its new state. */
export async function tellOfState(visit: Visit, claimId: string, state: string): Promise<void> {
  await tellAbout(visit, { kind: 'claim_state', about: { kind: 'claim', id: claimId }, detail: state })
}
