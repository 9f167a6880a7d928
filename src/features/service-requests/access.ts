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

/** Who opens a request again: its author, within 14 days after it was done. After that a new one is opened. */
export function reopens(actor: Actor, request: Pick<ServiceRequest, 'author_account_id' | 'state' | 'lately'>): boolean {
  return actor.kind === 'customer' && request.author_account_id === actor.id && request.state === 'done' && request.lately
}

/** Who says how far a request is, who works on it and what comes next: the broker's people, but not an auditor. What was withdrawn stays so. */
export function setsState(actor: Actor, request: Pick<ServiceRequest, 'state'>): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor' && request.state !== 'withdrawn'
}
