import type { Customer, Staff } from '../../platform/actor.ts'
import type { Visit } from '../../platform/visit.ts'

/** The person whose profile it is; the access rule lets in nobody who is not signed in. */
export function me(visit: Pick<Visit, 'actor'>): Customer | Staff {
  if (visit.actor.kind === 'visitor') throw new Error('the access rule lets nobody in who is not signed in')
  return visit.actor
}
