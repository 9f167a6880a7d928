import { sql } from 'kysely'
import { asBrokerage, type Db } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { isLanguage } from '../../platform/language.ts'
import { letterValues, type MailJob } from '../../platform/mail.ts'
import { isPermanent, type OutgoingMail } from '../../platform/mailer.ts'
import type { Language } from '../../platform/phrases.ts'
import { currentTerms } from '../terms/queries.ts'
import { pageLink } from './links.ts'
import { mailsPhrases } from './phrases.ts'
import { renderMail } from './render.ts'
import { choiceOf, isMailEvent, type MailEventName } from './templates.ts'
import { watchMails } from './watch.ts'

export const jobs: Job[] = [
  { name: 'mail', run: (work, payload, lastTry) => sendMail(work, payload as MailJob, lastTry) },
  { name: 'watch_mails', run: (work) => watchMails(work), every: '25 * * * *' },
]

/**
 * Sends one mail of the outbox. Sent already or expired: nothing goes out. A temporary trouble is thrown, so that the queue
 * tries again; what the server refuses for good, and the last try, are written down for staff to see.
 */
export async function sendMail(post: Work, job: MailJob, lastTry: boolean): Promise<void> {
  const mail = await asBrokerage(post.pool, job.brokerageId, (db) => prepare(db, post, job))
  if (mail === null) return
  try {
    await post.mailer.send(mail)
  } catch (error) {
    if (!lastTry && !isPermanent(error)) throw error
    await mark(post, job, 'failed', reason(error))
    return
  }
  await mark(post, job, 'sent', null)
}

async function prepare(db: Db, { services }: Work, job: MailJob): Promise<OutgoingMail | null> {
  const mail = await db
    .selectFrom('mail')
    .select(['event', 'recipient', 'language', 'state', sql<boolean>`coalesce(expires_at <= now(), false)`.as('expired')])
    .where('brokerage_id', '=', job.brokerageId)
    .where('id', '=', job.mailId)
    .executeTakeFirst()
  if (mail?.state !== 'queued') return null
  const language = isLanguage(mail.language) ? mail.language : 'de'
  const problem = mail.expired
    ? 'expired'
    : !isMailEvent(mail.event)
      ? 'no such mail'
      : !canonicalEmail(mail.recipient)
        ? 'address'
        : null
  if (problem) {
    await setState(db, job, problem === 'expired' ? 'dropped' : 'failed', problem)
    return null
  }
  return write(db, services, job, { event: mail.event as MailEventName, recipient: mail.recipient, language })
}

type Envelope = { event: MailEventName; recipient: string; language: Language }

async function write(
  db: Db,
  services: Work['services'],
  job: MailJob,
  { event, recipient, language }: Envelope,
): Promise<OutgoingMail> {
  const b = await db
    .selectFrom('brokerage')
    .select(['number', 'name', 'host', 'language', 'brand_colour', 'phone', 'email', 'sender_email'])
    .where('brokerage_id', '=', job.brokerageId)
    .executeTakeFirstOrThrow()
  const brokerage = { id: job.brokerageId, host: b.host, language: isLanguage(b.language) ? b.language : 'de' } as const
  const values = {
    ...letterValues(services.keys.mail, job),
    brokerage: b.name,
    portal_link: pageLink(services, brokerage, language, '/'),
    terms_link: pageLink(services, brokerage, language, '/terms'),
  }
  const settings = pageLink(services, brokerage, language, '/profile/notifications')
  const sender = { name: b.name, brandColour: b.brand_colour, phone: b.phone, email: b.email }
  const template = await ownTemplate(db, brokerage, event, language)
  return {
    id: job.mailId,
    host: b.host,
    brokerageNumber: b.number,
    from: { name: b.name, address: b.sender_email },
    to: recipient,
    ...renderMail({ event, language, template, values, brokerage: sender, settings }),
    unsubscribe: choiceOf(event) === 'chosen' ? settings : null,
    attachments: event === 'welcome' ? await termsFile(db, brokerage, language) : [],
  }
}

// The recipient's language, else the brokerage's; without a row of its own the portal's text is sent.
async function ownTemplate(db: Db, brokerage: { id: string; language: Language }, event: string, language: Language) {
  const rows = await db
    .selectFrom('mail_template')
    .select(['language', 'subject', 'body'])
    .where('brokerage_id', '=', brokerage.id)
    .where('event', '=', event)
    .where('language', 'in', [language, brokerage.language])
    .execute()
  return rows.find((row) => row.language === language) ?? rows[0]
}

async function termsFile(db: Db, brokerage: { id: string; language: Language }, language: Language) {
  const terms = await currentTerms(db, brokerage, language)
  if (!terms) return []
  const filename = `${mailsPhrases(language).terms_file}-v${terms.version}.txt`
  const content = `\uFEFF${terms.title}\n\n${terms.body}\n`.replaceAll('\n', '\r\n')
  return [{ filename, content, contentType: 'text/plain; charset=utf-8' }]
}

function mark(post: Work, job: MailJob, state: 'sent' | 'failed', error: string | null): Promise<void> {
  return asBrokerage(post.pool, job.brokerageId, (db) => setState(db, job, state, error))
}

async function setState(db: Db, job: MailJob, state: 'sent' | 'failed' | 'dropped', error: string | null): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state, error, ...(state === 'sent' ? { sent_at: sql`now()` } : {}) })
    .where('brokerage_id', '=', job.brokerageId)
    .where('id', '=', job.mailId)
    .where('state', '=', 'queued')
    .execute()
}

// What the server said, without line ends; nodemailer never puts the mail's text into it.
function reason(error: unknown): string {
  const text =
    error instanceof Error ? ('response' in error && error.response ? String(error.response) : error.message) : String(error)
  return text.replace(/\s+/g, ' ').slice(0, 400)
}
