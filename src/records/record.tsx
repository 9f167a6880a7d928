import type { VNode } from 'preact'
import type { Actor } from '../platform/actor.ts'
import { href, type Visit } from '../platform/visit.ts'

/** Who sees records of more than one company, and so needs to be told whose a record is. */
export function seesSeveralCompanies(actor: Actor): boolean {
  return actor.kind === 'staff' || (actor.kind === 'customer' && actor.roles.has('group_manager'))
}

/** The way to the policy of a record. A record may be shared more widely than its policy: then there is nothing to say. */
export function policyLink(visit: Pick<Visit, 'language'>, record: OnPolicy): VNode | null {
  return record.policy_id ? <a href={href(visit, `/policies/${record.policy_id}`)}>{record.policy_number}</a> : null
}

interface OnPolicy {
  policy_id: string | null
  policy_number: string | null
}
