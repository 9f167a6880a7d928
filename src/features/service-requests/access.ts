import type { Actor } from '../../platform/actor.ts'
import type { ServiceRequest } from './queries.ts'
import { isOpen } from './states.ts'

/** Who opens requests: the customers' people. The broker's people answer them. */
export function opensRequests(actor: Actor): boolean {
  return actor.kind === 'customer'
}

/** Who withdraws a request: its author, while it is open. */
export function withdraws(actor: Actor, request: Pick<ServiceRequest, 'author_account_id' | 'state'>): boolean {
  return actor.kind === 'customer' && request.author_account_id === actor.id && isOpen(request.state)
}

/** Who says how far a request is: the broker's people, but not an auditor. What was withdrawn stays withdrawn. */
export function setsState(actor: Actor, request: Pick<ServiceRequest, 'state'>): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor' && request.state !== 'withdrawn'
}
