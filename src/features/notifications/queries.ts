import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'

export type NotificationKind = 'message' | 'request_opened' | 'request_state' | 'roles_changed' | 'role_request' | 'role_decided'

/** The actor's notifications, newest first; what they tell about exists for the actor, the row rules see to that. */
export function notificationRows(db: Db) {
  return db
    .selectFrom('notification')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.brokerage_id', '=', 'notification.brokerage_id')
        .onRef('conversation.id', '=', 'notification.conversation_id'),
    )
    .leftJoin('service_request as request', (join) =>
      join.onRef('request.brokerage_id', '=', 'notification.brokerage_id').onRef('request.id', '=', 'notification.request_id'),
    )
    .leftJoin('role_request', (join) =>
      join
        .onRef('role_request.brokerage_id', '=', 'notification.brokerage_id')
        .onRef('role_request.id', '=', 'notification.role_request_id'),
    )
    .leftJoin('portal_account as account', (join) =>
      join.onRef('account.brokerage_id', '=', 'role_request.brokerage_id').onRef('account.id', '=', 'role_request.account_id'),
    )
    .leftJoin('contact', (join) =>
      join.onRef('contact.brokerage_id', '=', 'account.brokerage_id').onRef('contact.id', '=', 'account.contact_id'),
    )
    .select([
      'notification.id',
      'notification.kind',
      'notification.detail',
      'notification.actor_name',
      'notification.created_at',
      'notification.read_at',
      'notification.conversation_id',
      'notification.request_id',
      'conversation.subject as conversation_subject',
      'conversation.about_kind as conversation_about',
      'conversation.about_id as conversation_about_id',
      'request.number as request_number',
      'request.subject as request_subject',
      'role_request.role as role',
      'contact.id as contact_id',
      'contact.full_name as person',
    ])
    .orderBy('notification.id', 'desc')
}
export type Notification = Awaited<ReturnType<ReturnType<typeof notificationRows>['execute']>>[number]

/** The newest ones; nobody reads further back than this. */
export function recentNotifications(db: Db): Promise<Notification[]> {
  return notificationRows(db).limit(100).execute()
}

/** The newest unread ones for «Home»; roles to decide stand there already. */
export function unreadNotifications(db: Db): Promise<Notification[]> {
  return notificationRows(db)
    .where('notification.read_at', 'is', null)
    .where('notification.kind', '!=', 'role_request')
    .limit(5)
    .execute()
}

/** One of them; throws NotFound when it does not exist for the actor (any more). */
export async function notificationById(db: Db, id: string): Promise<Notification> {
  const row = await notificationRows(db).where('notification.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Which messages of a conversation the actor was told of and has not read yet. */
export async function unreadMessages(db: Db, conversationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notification')
    .select('message_id')
    .where('conversation_id', '=', conversationId)
    .where('read_at', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => row.message_id ?? []))
}

/** In how many conversations something is unread, for the bar on top; 99 stands for «99 and more». */
export async function unreadConversations(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select distinct conversation_id from notification where read_at is null and kind = 'message' limit 99) as unread`.execute(
    db,
  )
  return rows[0]!.n
}

/** Where a notification leads, without language prefix. */
export function notificationPath(n: Notification): string {
  switch (n.kind as NotificationKind) {
    case 'message':
      return n.conversation_about === 'service_request'
        ? `/requests/${n.conversation_about_id}`
        : `/messages/${n.conversation_id}`
    case 'request_opened':
    case 'request_state':
      return `/requests/${n.request_id}`
    case 'roles_changed':
      return '/profile'
    case 'role_request':
    case 'role_decided':
      return n.contact_id ? `/contacts/${n.contact_id}` : '/contacts'
  }
}
