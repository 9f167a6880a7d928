import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Topic } from '../../platform/live-stream.ts'

/** How a request stands for the actor: its version; null where it does not exist for them. */
export async function requestMark(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string }>`select version::text as mark from service_request where id = ${id}`.execute(db)
  return rows[0]?.mark ?? null
}

/** `service_request:<id>` */
export const requestTopic: Topic = { kind: 'service_request', mark: requestMark }
