import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Topic } from '../../platform/live-stream.ts'

/** How a request stands for the actor: its version, and how many of its files wait for the virus scanner; null where there is none. */
export async function requestMark(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string }>`
    select format('%s.%s', version, (select count(*) from attachment a join kept_file k on k.brokerage_id = a.brokerage_id and k.sha256 = a.sha256
      where a.brokerage_id = service_request.brokerage_id and a.request_id = service_request.id and k.scan_state = 'pending')) as mark
    from service_request where id = ${id}`.execute(db)
  return rows[0]?.mark ?? null
}

/** `service_request:<id>` */
export const requestTopic: Topic = { kind: 'service_request', mark: requestMark }
