import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import type { Visit } from '../../platform/visit.ts'

const read = { read_at: sql<Date>`now()` }

/** Everything the actor has not read yet is read. */
export async function markAllRead(visit: Visit): Promise<void> {
  await visit.db.updateTable('notification').set(read).where('read_at', 'is', null).execute()
}

/** One notification is read; throws NotFound when it does not exist for the actor (any more). */
export async function markRead(visit: Visit, id: string): Promise<void> {
  const marked = await visit.db
    .updateTable('notification')
    .set({ read_at: sql<Date>`coalesce(read_at, now())` })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!marked) throw notFound()
}

/** What was told about a conversation is read: its page is open. */
export async function markConversationRead(visit: Visit, conversationId: string): Promise<void> {
  await visit.db
    .updateTable('notification')
    .set(read)
    .where('conversation_id', '=', conversationId)
    .where('read_at', 'is', null)
    .execute()
}

/** What was told about a request is read: its page is open. */
export async function markRequestRead(visit: Visit, requestId: string): Promise<void> {
  await visit.db.updateTable('notification').set(read).where('request_id', '=', requestId).where('read_at', 'is', null).execute()
}
