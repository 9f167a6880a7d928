import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { lineRoles } from '../../records/roles.ts'
import { type ClaimKind, claimKinds } from './kinds.ts'

export interface KindOffer {
  kind: ClaimKind
  /** The person's roles open a line of this kind. */
  open: boolean
  /** The roles that would. */
  roles: (typeof lineRoles)[number][]
}

/** Every kind, and whether the actor may report it. */
export async function kindOffers(db: Db): Promise<KindOffer[]> {
  const { rows } = await sql<KindOffer>`
    select k.kind, access.reports_kind(c.id, k.kind) as open, access.claim_kind_roles(c.id, k.kind) as roles
    from (select access.own_company() as id) c, unnest(${[...claimKinds]}::text[]) with ordinality as k(kind, n) order by k.n`.execute(
    db,
  )
  return rows
}

/** Whether the actor may report this kind. */
export async function isOpen(db: Db, kind: string): Promise<boolean> {
  return (await kindOffers(db)).some((offer) => offer.kind === kind && offer.open)
}
