import type { Visit } from '../../platform/visit.ts'
import { type Attachment, attachmentsOfMessages } from '../attachments/queries.ts'
import { markConversationRead } from '../notifications/changes.ts'
import { unreadMessages } from '../notifications/queries.ts'
import { conversationMark } from './live.ts'
import { type Message, messagesOf, pageOfMessages } from './queries.ts'

/** Everything that a thread shows. */
export interface Talk {
  /** null where nobody has begun it yet. */
  conversationId: string | null
  messages: Message[]
  /** The files of each message that has some. */
  files: Map<string, Attachment[]>
  /** The first message that the reader had not read before; «Neu» stands in front of it. */
  firstNew: string | null
  /** Where earlier messages go on: those before this one. */
  earlierThan: string | null
  /** Only a part of it is shown, and not the newest: nothing arrives here. */
  past: boolean
  /** How it stands, for the live stream. */
  mark: string
}

const nothing: Talk = {
  conversationId: null,
  messages: [],
  files: new Map(),
  firstNew: null,
  earlierThan: null,
  past: false,
  mark: '',
}

/**
 * Reads a conversation for its page, and marks it as read: having it open is having read it (the one thing that a GET writes down,
 * interface A.2). `before` is a message: what was said before that one.
 */
export async function readTalk(visit: Visit, conversationId: string | null, before: string | null = null): Promise<Talk> {
  if (!conversationId) return nothing
  const found = await messagesOf(visit.db, conversationId, before)
  const messages = found.slice(-pageOfMessages)
  const unread = await unreadMessages(visit.db, conversationId)
  if (unread.size > 0) await markConversationRead(visit, conversationId)
  return {
    conversationId,
    messages,
    files: await attachmentsOfMessages(
      visit.db,
      messages.map(({ id }) => id),
    ),
    firstNew: messages.find(({ id }) => unread.has(id))?.id ?? null,
    earlierThan: found.length > messages.length ? messages[0]!.id : null,
    past: before !== null,
    mark: (await conversationMark(visit.db, conversationId)) ?? '',
  }
}

/** A conversation on paper. */
export interface WholeTalk extends Pick<Talk, 'messages' | 'files'> {
  /** There was more than paper takes: these are the newest. */
  cut: boolean
}

const mostOnPaper = 1000

/** All of a conversation, for paper. */
export async function readWholeTalk(visit: Visit, conversationId: string | null): Promise<WholeTalk> {
  if (!conversationId) return { messages: [], files: new Map(), cut: false }
  const found = await messagesOf(visit.db, conversationId, null, mostOnPaper)
  const messages = found.slice(-mostOnPaper)
  const ids = messages.map(({ id }) => id)
  return { messages, files: await attachmentsOfMessages(visit.db, ids), cut: found.length > messages.length }
}
