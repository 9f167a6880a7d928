import type { Actor } from '../../platform/actor.ts'
import type { Claim } from './queries.ts'

/**
 * Whether a list has a column for the insurer's reserve (domain 2.5). Which reserves stand in it the query asks the database, which
 * knows the brokerage's choice.
 */
export function seesReserve(actor: Actor): boolean {
  return actor.kind === 'staff' || (actor.kind === 'customer' && actor.roles.has('full_access'))
}

/** Who says how far a claim is: the broker's people, but not an auditor. */
export function movesClaims(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.function !== 'auditor'
}

/** Who adds papers to a claim: whoever reported it, and the File Managers of its company who see it. */
export function addsPapers(actor: Actor, claim: Pick<Claim, 'author_account_id' | 'company_id'>): boolean {
  if (actor.kind !== 'customer') return false
  return claim.author_account_id === actor.id || (actor.roles.has('file_manager') && claim.company_id === actor.companyId)
}
