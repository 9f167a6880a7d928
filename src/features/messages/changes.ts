import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { forbidden, notFound } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import type { Visit } from '../../platform/visit.ts'
import { recallDrafts, sendDrafts } from '../attachments/changes.ts'
import { markConversationRead } from '../notifications/changes.ts'
import { tellAbout } from '../notifications/tell.ts'
import type { About } from './about.ts'
import { writes } from './access.ts'

export interface NewConversation {
  id: string
  companyId: string
  about: About | null
  subject: string
  /** The person it is with, where staff begin it about nothing; customers are that person themselves. */
  accountId: string | null
}

/** Begins a conversation under the id the form carried; sent again it changes nothing and answers false. */
export async function startConversation(
  visit: Visit,
  { id, companyId, about, subject, accountId }: NewConversation,
): Promise<boolean> {
  if (!writes(visit.actor)) throw forbidden()
  const started = await visit.db
    .insertInto('conversation')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      company_id: companyId,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
      subject,
      author_account_id: visit.actor.kind === 'customer' ? visit.actor.id : accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!started) return false
  await recordEvent(visit.db, visit.brokerage, visit.actor, {
    verb: 'conversation.started',
    subjectKind: 'conversation',
    subjectId: id,
    companyId,
    details: about ? { about: about.kind, id: about.id } : {},
  })
  return true
}

/**
 * Says something in a conversation, with the files of its form: delivered after 30 seconds, told to everybody who may read it. Sent
 * again it changes nothing.
 */
export async function writeMessage(
  visit: Visit,
  conversation: { id: string; company_id: string; about_kind: string | null; about_id: string | null },
  { id, body, draftId }: { id: string; body: string; draftId: string },
): Promise<void> {
  const { actor } = visit
  if (actor.kind === 'visitor' || !writes(actor)) throw forbidden()
  const written = await visit.db
    .insertInto('message')
    .values({
      brokerage_id: visit.brokerage.id,
      id,
      conversation_id: conversation.id,
      author_account_id: actor.kind === 'customer' ? actor.id : null,
      author_staff_id: actor.kind === 'staff' ? actor.id : null,
      author_name: actorName(actor).slice(0, 200),
      body,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'delivers_at'])
    .executeTakeFirst()
  if (!written) return
  await sendDrafts(visit, draftId, { message_id: id })
  await recordEvent(visit.db, visit.brokerage, actor, {
    verb: 'message.written',
    subjectKind: 'message',
    subjectId: id,
    companyId: conversation.company_id,
    details: { conversation: conversation.id },
  })
  // Straight to the field for the answer.
  await tellAbout(visit, { kind: 'message', about: { kind: 'message', id }, from: written.delivers_at })
  // Whoever answers has read what stands above.
  await markConversationRead(visit, conversation.id)
}

/** Takes back what the actor wrote within the last 30 seconds; false when it is delivered already. Throws NotFound. */
export async function takeBack(visit: Visit, messageId: string): Promise<{ taken: boolean; conversationId: string }> {
  const message = await visit.db
    .selectFrom('message')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.brokerage_id', '=', 'message.brokerage_id')
        .onRef('conversation.id', '=', 'message.conversation_id'),
    )
    .select(['message.conversation_id', 'conversation.company_id'])
    .where('message.id', '=', messageId)
    .where(sql<boolean>`coalesce(message.author_account_id, message.author_staff_id) = access.actor()`)
    .executeTakeFirst()
  if (!message) throw notFound()
  if (!writes(visit.actor)) throw forbidden()
  const taken = await visit.db
    .updateTable('message')
    .set({ taken_back_at: sql<Date>`now()` })
    .where('id', '=', messageId)
    .where('taken_back_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (taken) {
    await recallDrafts(visit, messageId)
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      verb: 'message.taken_back',
      subjectKind: 'message',
      subjectId: messageId,
      companyId: message.company_id,
      details: { conversation: message.conversation_id },
    })
  }
  return { taken: taken !== undefined, conversationId: message.conversation_id }
}
