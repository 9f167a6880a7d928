import type { Topic } from '../../platform/live-stream.ts'
import { unreadConversations } from './queries.ts'

/** `unread:me`: in how many conversations something is unread, the number in the bar on top. */
export const unreadTopic: Topic = {
  kind: 'unread',
  mark: async (db) => String(await unreadConversations(db)),
}
