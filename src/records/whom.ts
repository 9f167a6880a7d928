import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Whom a customer asks for a role: the active User Managers of the own company but themselves, by name. */
export async function userManagerNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ names: string[] }>`select access.user_managers() as names`.execute(db)
  return rows[0]!.names
}
