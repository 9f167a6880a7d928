import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Topic } from '../../platform/live-stream.ts'

/** How a document stands for the actor: its version, and what the virus scanner said of its file; null where there is none. */
export async function documentMark(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string }>`
    select format('%s.%s', d.version, coalesce((select k.scan_state from kept_file k
      where k.brokerage_id = d.brokerage_id and k.sha256 = d.sha256), 'pending')) as mark
    from document d where d.id = ${id}`.execute(db)
  return rows[0]?.mark ?? null
}

/** `document:<id>` */
export const documentTopic: Topic = { kind: 'document', mark: documentMark }
