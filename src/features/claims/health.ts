import { sql } from 'kysely'

/**
 * Whether the actor may read what a row of `claim` says about people and their health: everybody who sees a claim that is about
 * none, else its author and those whose roles open its line, however widely staff have shared it. For `select`.
 */
export const readsHealth = sql<boolean>`access.reads_health(claim.company_id, claim.policy_id, claim.kind, claim.author_account_id)`
