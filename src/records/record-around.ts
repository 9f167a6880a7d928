import { sql } from 'kysely'
import { allOf } from '../platform/all-of.ts'
import type { Db } from '../platform/db.ts'
import { notFound } from '../platform/errors.ts'
import type { Visit } from '../platform/visit.ts'
import type { AroundKey } from './record-description.ts'
import type { Role } from './roles.ts'
import { type Happened, readHappened } from './timeline.ts'
import { readSeers, type Seer } from './who-sees.ts'

/** What every record carries, whatever its kind. */
export interface Standing {
  companyId: string
  company: string
  /** The roles it is shared with; empty: «Kompletter Zugriff» alone. */
  audience: Role[]
  confidential: boolean
  published: boolean
  /** As of which day the source said so; null where it does not tell. */
  dataAsOf: string | null
  /** When an import last wrote it; null where no import ever did. */
  importedAt: Date | null
  /** Who brought it, where that was a person at the customer; the name only for those who may know it. */
  author: { you: boolean; name: string | null; at: Date | null } | null
  /** The actor looks after the contacts of its company (or is staff), and so may know who sees it. */
  managed: boolean
}

/** What stands around the facts of a record. */
export interface Around {
  standing: Standing
  happened: Happened[]
  seers: Seer[]
}

/** Reads what stands around a record; throws NotFound when it does not exist for the actor. */
export async function readAround({ db, actor }: Pick<Visit, 'db' | 'actor'>, key: AroundKey): Promise<Around> {
  // Who looks after nobody's contacts would be told nothing (access.who_sees_record).
  const manages = actor.kind === 'staff' || (actor.kind === 'customer' && actor.roles.has('user_manager'))
  const [standing, happened, seers] = await allOf([
    readStanding(db, key),
    readHappened(db, key),
    manages ? readSeers(db, key) : Promise.resolve([]),
  ])
  return { standing, happened, seers }
}

async function readStanding(db: Db, { kind, id }: AroundKey): Promise<Standing> {
  const { rows } = await sql<
    Omit<Standing, 'author'> & { authorId: string | null; own: boolean; name: string | null; at: Date | null }
  >`
    select x.company_id as "companyId", c.name as company, x.audience, x.confidential, x.published_at <= now() as published,
      ${kind === 'service_request' ? sql`null as "dataAsOf", null as "importedAt"` : sql`x.data_as_of as "dataAsOf", x.imported_at as "importedAt"`}, x.company_id = any (access.managed_companies()) as managed,
      x.author_account_id as "authorId", x.author_account_id = access.actor() as own, x.published_at as at,
      (select p.full_name from portal_account a join contact p on p.brokerage_id = a.brokerage_id and p.id = a.contact_id
       where a.brokerage_id = x.brokerage_id and a.id = x.author_account_id) as name
    from ${sql.table(kind)} x join company c on c.brokerage_id = x.brokerage_id and c.id = x.company_id
    where x.brokerage_id = access.brokerage() and x.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) throw notFound()
  const { authorId, own, name, at, ...standing } = row
  return { ...standing, published: standing.published ?? false, author: authorId ? { you: own, name, at } : null }
}
