import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { AroundKey } from './record-description.ts'
import type { Role } from './roles.ts'

/** A person who sees a record; one of a company that the reader does not look after has no name here. */
export interface Seer {
  contactId: string | null
  name: string | null
  company: string | null
  /** The roles that open the record to this person; empty for its author, who has none of them (any more). */
  roles: Role[]
  /** Belongs to a company above, and reaches down with «Konzernmanager». */
  fromAbove: boolean
  asAuthor: boolean
}

interface Row {
  contact_id: string | null
  full_name: string | null
  company_name: string | null
  by_roles: Role[]
  from_above: boolean
  as_author: boolean
}

/** Who sees the record, by the one rule; empty for everybody who does not look after the contacts of its company. */
export async function readSeers(db: Db, { kind, id }: AroundKey): Promise<Seer[]> {
  const { rows } = await sql<Row>`select * from access.who_sees_record(${kind}, ${id})`.execute(db)
  return rows.map((row) => ({
    contactId: row.contact_id,
    name: row.full_name,
    company: row.company_name,
    roles: row.by_roles,
    fromAbove: row.from_above,
    asAuthor: row.as_author,
  }))
}
