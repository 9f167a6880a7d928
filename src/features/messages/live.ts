import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Topic } from '../../platform/live-stream.ts'

/**
 * How a conversation stands for the actor: how much there is of it, how much of that is delivered (then it cannot be taken back any
 * more), when the last was said, and how many files wait for the virus scanner. null where there is nothing.
 */
export async function conversationMark(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string | null }>`
    select case when count(*) > 0 then format('%s.%s.%s.%s', count(*), count(*) filter (where delivers_at <= now()),
      extract(epoch from max(written_at)), sum(coalesce(files.waiting, 0))) end as mark
    from message left join lateral (
      select count(*) as waiting from attachment a join kept_file k on k.brokerage_id = a.brokerage_id and k.sha256 = a.sha256
      where a.brokerage_id = message.brokerage_id and a.message_id = message.id and k.scan_state = 'pending'
    ) files on true
    where conversation_id = ${id} and taken_back_at is null`.execute(db)
  return rows[0]!.mark
}

/** `conversation:<id>` */
export const conversationTopic: Topic = { kind: 'conversation', mark: conversationMark }
