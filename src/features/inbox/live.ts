import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Topic } from '../../platform/live-stream.ts'
import { countMine, writingFor } from './queries.ts'

/** How an item stands for the actor: its version, how many notes there are, who writes; null where there is none. */
export async function inboxMark(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ mark: string }>`
    select format('%s.%s.%s', version, (select count(*) from inbox_note n where n.item_id = inbox_item.id),
      coalesce((select left(string_agg(left(w.staff_id::text, 8), '-' order by w.staff_id), 40) from inbox_writing w
        where w.item_id = inbox_item.id and w.staff_id <> (select access.actor()) and w.at > now() - make_interval(secs => ${writingFor})), '')) as mark
    from inbox_item where id = ${id}`.execute(db)
  return rows[0]?.mark ?? null
}

/** `inbox_item:<id>` */
export const inboxItemTopic: Topic = { kind: 'inbox_item', mark: inboxMark }

/** `inbox:me`: how many things wait for the actor, the number beside «Eingang». */
export const inboxTopic: Topic = { kind: 'inbox', mark: async (db) => String(await countMine(db)) }
