import type { Visit } from '../../platform/visit.ts'
import type { AboutKey } from './about.ts'
import { type ConversationRow, conversationRows } from './queries.ts'
import { readTalk, type Talk } from './talk.ts'

/** What is said about a record: the conversation that moved last with its newest messages, and the others by name. */
export interface RecordTalk {
  current: { row: ConversationRow; talk: Talk } | null
  others: ConversationRow[]
  /** There are older conversations than these. */
  moreOthers: boolean
}

const shownMessages = 5
const shownOthers = 4

/**
 * The conversations about a record that exist for the actor, the one that moved last in front. That one stands open, so it is read;
 * its row says how it stood before.
 */
export async function readRecordTalk(visit: Visit, { kind, id }: AboutKey): Promise<RecordTalk> {
  const [first, ...others] = await conversationRows(visit.db)
    .where('conversation.about_kind', '=', kind)
    .where('conversation.about_id', '=', id)
    .orderBy('conversation.last_message_at', 'desc')
    .orderBy('conversation.id', 'desc')
    .limit(shownOthers + 2)
    .execute()
  if (!first) return { current: null, others: [], moreOthers: false }
  return {
    current: { row: first, talk: newest(await readTalk(visit, first.id)) },
    others: others.slice(0, shownOthers),
    moreOthers: others.length > shownOthers,
  }
}

function newest(talk: Talk): Talk {
  const messages = talk.messages.slice(-shownMessages)
  return messages.length < talk.messages.length ? { ...talk, messages, earlierThan: messages[0]!.id } : talk
}
