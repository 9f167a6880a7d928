import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { type AboutKind, aboutLabel } from './about.ts'

// From the few unread ones, asked once, and not for every conversation anew.
const unread = sql<boolean>`conversation.id in (select m.conversation_id from notification n
  join message m on m.brokerage_id = n.brokerage_id and m.id = n.about_id where n.kind = 'message' and n.read_at is null)`

/** The conversations in which something was said that exists for the actor, with what a list shows of them. */
export function conversationRows(db: Db) {
  return db
    .selectFrom('conversation')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'conversation.brokerage_id').onRef('company.id', '=', 'conversation.company_id'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('message')
          .select(['message.author_name', 'message.author_staff_id', 'message.written_at'])
          .whereRef('message.brokerage_id', '=', 'conversation.brokerage_id')
          .whereRef('message.conversation_id', '=', 'conversation.id')
          .where('message.taken_back_at', 'is', null)
          .orderBy('message.written_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'conversation.id',
      'conversation.subject',
      'conversation.about_kind',
      'company.name as company',
      'last.author_name as last_author',
      'last.written_at as last_at',
      aboutLabel('conversation').as('about_label'),
      unread.as('unread'),
    ])
}
export type ConversationRow = Awaited<ReturnType<ReturnType<typeof conversationRows>['execute']>>[number]

/** The latest of them, for the column beside the one that is open. */
export function recentConversations(db: Db): Promise<ConversationRow[]> {
  return conversationRows(db).orderBy('conversation.last_message_at', 'desc').orderBy('conversation.id').limit(12).execute()
}

/** What narrows a list to conversations with something unread. */
export const hasUnread = unread

/** … to those whose last word came from the other side: the broker's for customers, the customer's for staff. */
export const awaitsAnswer = sql<boolean>`(last.author_staff_id is null) = (select access.is_staff())`

/** One conversation; throws NotFound when it does not exist for the actor. */
export async function conversationById(db: Db, id: string) {
  const row = await db
    .selectFrom('conversation')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'conversation.brokerage_id').onRef('company.id', '=', 'conversation.company_id'),
    )
    // The person it is with, where the actor may know them: the row rules of people answer.
    .leftJoin('portal_account as account', (join) =>
      join
        .onRef('account.brokerage_id', '=', 'conversation.brokerage_id')
        .onRef('account.id', '=', 'conversation.author_account_id'),
    )
    .leftJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select([
      'conversation.id',
      'conversation.subject',
      'conversation.company_id',
      'conversation.about_kind',
      'conversation.about_id',
      'conversation.audience',
      'conversation.author_account_id',
      'company.name as company',
      sql<string | null>`nullif(btrim(contact.first_name || ' ' || contact.last_name), '')`.as('person'),
      aboutLabel('conversation').as('about_label'),
    ])
    .where('conversation.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, about_kind: row.about_kind as AboutKind | null }
}
export type Conversation = Awaited<ReturnType<typeof conversationById>>

/** The conversation of a request; null where none was begun. */
export async function findRequestConversation(db: Db, requestId: string): Promise<string | null> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('about_kind', '=', 'service_request')
    .where('about_id', '=', requestId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** How many messages stand on one page. */
export const pageOfMessages = 50

/**
 * What was said, oldest first, as far as it exists for the actor; what was taken back is not said. The newest ones, or those before
 * the message `before`; one more than `most` when there are earlier ones.
 */
export async function messagesOf(db: Db, conversationId: string, before: string | null = null, most = pageOfMessages) {
  const rows = await db
    .selectFrom('message')
    .select([
      'id',
      'author_name',
      'body',
      'written_at',
      sql<boolean>`coalesce(author_account_id, author_staff_id) = access.actor()`.as('own'),
      sql<boolean>`author_staff_id is not null`.as('by_staff'),
      /** How many seconds the author still has to take it back; 0 when it is delivered. */
      sql<number>`greatest(0, ceil(extract(epoch from delivers_at - now())))::int`.as('seconds_left'),
    ])
    .where('conversation_id', '=', conversationId)
    .where('taken_back_at', 'is', null)
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(written_at, id) < (select b.written_at, b.id from message b
          where b.brokerage_id = message.brokerage_id and b.conversation_id = ${conversationId} and b.id = ${before})`,
      ),
    )
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute()
  return rows.reverse()
}
export type Message = Awaited<ReturnType<typeof messagesOf>>[number]

/** A message that the actor wrote and took back, to be written anew; null when there is none. */
export async function findTakenBack(db: Db, id: string) {
  const row = await db
    .selectFrom('message')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.brokerage_id', '=', 'message.brokerage_id')
        .onRef('conversation.id', '=', 'message.conversation_id'),
    )
    .select([
      'message.id',
      'message.body',
      'message.conversation_id',
      'conversation.subject',
      'conversation.about_kind',
      'conversation.about_id',
      'conversation.author_account_id',
    ])
    .where('message.id', '=', id)
    .where('message.taken_back_at', 'is not', null)
    .where(sql<boolean>`coalesce(message.author_account_id, message.author_staff_id) = access.actor()`)
    .executeTakeFirst()
  return row ?? null
}
export type TakenBack = NonNullable<Awaited<ReturnType<typeof findTakenBack>>>

/** To whom staff can write: people with an account, by company. */
export async function people(db: Db) {
  return db
    .selectFrom('portal_account as account')
    .innerJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'account.brokerage_id').onRef('company.id', '=', 'account.company_id'),
    )
    .select(['account.id', 'account.company_id', 'contact.full_name', 'company.name as company'])
    .where('account.state', '=', 'active')
    .orderBy('company.name')
    .orderBy('contact.full_name')
    .limit(1000)
    .execute()
}
export type Person = Awaited<ReturnType<typeof people>>[number]
