import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'
import { type AreaKey, areas } from './kinds.ts'

// The row rules let everybody mark the own notifications, and only those about what exists for them.

type Reader = Pick<Visit, 'db'>
const readNow = sql<Date>`coalesce(notification.read_at, now())`
// What was wanted by mail alone stands in no list of unread things.
const unread = sql<Date | null>`case when notification.portal then null else notification.read_at end`

/** Everything the actor has not read yet, in one area or in all, is read. */
export async function markAllRead(visit: Reader, area: AreaKey | null = null): Promise<void> {
  await visit.db
    .updateTable('notification')
    .set({ read_at: readNow })
    .where('read_at', 'is', null)
    .$if(area !== null, (query) => query.where('occasion', 'in', [...areas[area!].occasions]))
    .execute()
}

/** One notification is read, or unread again; throws NotFound when it does not exist for the actor (any more). */
export async function markOne(visit: Reader, id: string, read: boolean): Promise<void> {
  const marked = await visit.db
    .updateTable('notification')
    .set({ read_at: read ? readNow : unread })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!marked) throw notFound()
}

/** A notification and all that belongs together with it that day; throws NotFound when it does not exist for the actor (any more). */
export async function markGroup(visit: Reader, id: string, read: boolean): Promise<void> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Zurich')::date`
  const { rows } = await sql<{ id: string }>`update notification set read_at = ${read ? readNow : unread}
    from (select group_id, portal, ${day('created_at')} as day from notification where id = ${id}) as one
    where notification.group_id = one.group_id and ${day('notification.created_at')} = one.day and (notification.portal or not one.portal)
    returning notification.id`.execute(visit.db)
  if (rows.length === 0) throw notFound()
}

/** What was told about a record itself is read: its page is open. */
export async function markRecordRead(visit: Reader, recordId: string): Promise<void> {
  await visit.db
    .updateTable('notification')
    .set({ read_at: readNow })
    .where('about_id', '=', recordId)
    .where('read_at', 'is', null)
    .execute()
}

/** What was told about a conversation is read: its page is open. */
export async function markConversationRead(visit: Reader, conversationId: string): Promise<void> {
  await sql`update notification set read_at = now() from message m
    where m.brokerage_id = notification.brokerage_id and m.id = notification.about_id and m.conversation_id = ${conversationId}
      and notification.kind = 'message' and notification.read_at is null`.execute(visit.db)
}
