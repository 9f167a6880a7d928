import { sql } from 'kysely'
import { actorName } from '../../platform/actor.ts'
import { isLanguage } from '../../platform/language.ts'
import type { MailJob } from '../../platform/mail.ts'
import type { Language } from '../../platform/phrases.ts'
import { seal } from '../../platform/secrets.ts'
import type { Visit } from '../../platform/visit.ts'
import { pageLink } from '../mails/links.ts'

export interface News {
  kind: 'message' | 'request_opened' | 'request_state'
  conversationId?: string
  messageId?: string
  requestId?: string
  /** One word of ours, e.g. the new state. */
  detail?: string
  /** Where the mail's link leads, without language prefix. */
  path: string
  /** Nobody hears of it before. */
  from?: Date
}

/**
 * Tells everybody who may see it, but not the actor: a notification and a mail without content each, in the transaction of the
 * change. The database works out who that is; other people's addresses never leave it (docs/access.md).
 */
export async function tell(visit: Visit, news: News): Promise<void> {
  const { rows } = await sql<{ mail_id: string; language: string }>`
    select * from access.tell(${news.kind}, ${news.conversationId ?? null}, ${news.messageId ?? null}, ${news.requestId ?? null},
      ${news.detail ?? null}, ${actorName(visit.actor)}, coalesce(${news.from ?? null}, now()))`.execute(visit.db)
  if (rows.length === 0) return
  const jobs = rows.map((row) => JSON.stringify(letter(visit, row, news.path)))
  // A little later than the message itself, so that taking it back in the last moment still stops the mail.
  await sql`select jobs.enqueue('mail', job::json, ${news.from ?? null}::timestamptz + interval '3 seconds')
    from unnest(${jobs}::text[]) as job`.execute(visit.db)
}

function letter(visit: Visit, row: { mail_id: string; language: string }, path: string): MailJob {
  const language: Language = isLanguage(row.language) ? row.language : visit.brokerage.language
  const link = pageLink(visit.services, visit.brokerage, language, path)
  return { brokerageId: visit.brokerage.id, mailId: row.mail_id, sealed: seal(visit.services.keys.mail, { link }) }
}
