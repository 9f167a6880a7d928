import type { Actor, Customer } from '../../platform/actor.ts'
import { forbidden } from '../../platform/errors.ts'

/** Who reports claims: the customers' people. The broker's people take them up. */
export function reports(actor: Actor): actor is Customer {
  return actor.kind === 'customer'
}

/** The customer who reports; 403 for everybody else. */
export function reporter(actor: Actor): Customer {
  if (!reports(actor)) throw forbidden()
  return actor
}
