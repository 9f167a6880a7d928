import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { shortDate } from '../../platform/format.ts'
import { idMadeOf } from '../../platform/ids.ts'
import { enqueue, type Work } from '../../platform/jobs.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Language } from '../../platform/phrases.ts'
import { pageLink } from '../mails/links.ts'
import type { Occasion } from './kinds.ts'
import { newsMailPhrases } from './mail-phrases.ts'
import { quietTimes } from './preferences.ts'
import { endOfQuiet, swiss } from './quiet.ts'
import { asRecipient, type Recipient } from './recipient.ts'

type Services = Work['services']

export interface NewsJob {
  brokerageId: string
  personId: string
}

/** One thing that a mail counts. */
interface Told {
  id: string
  occasion: Occasion
  kind: string
  about_id: string | null
  portal: boolean
}

/**
 * One mail about all that the person wanted to hear of at once and has not read meanwhile, counted as that person, under the row rules
 * of this moment. In quiet hours only the own rights are told; the rest waits for their end. Running it again finds nothing left.
 */
export async function mailNews(services: Services, job: NewsJob, moment = new Date()): Promise<void> {
  await asRecipient(services, job, async (db, person) => {
    const quietUntil = endOfQuiet(await quietTimes(db), moment)
    const told = await take(db, 'mail', quietUntil ? sql`and occasion = 'access'` : sql``)
    if (told.length > 0) await queue(db, services, job, person, 'portal_news', told, {})
    const from = quietUntil ? await whenLeft(db, quietUntil) : await whenNext(db)
    if (from) await enqueue(db, 'news_mail', job, { from, key: `news_mail:${job.personId}` })
  })
}

/**
 * The summary of the day, if anything the person wanted in it is still unread. The mail's id is made of person and day, so that there
 * is one a day, whoever runs this how often. On quiet weekends it waits for Monday.
 */
export async function mailDaily(services: Services, job: NewsJob, moment = new Date()): Promise<void> {
  const now = swiss(moment)
  const day = now.toPlainDate().toString()
  const id = idMadeOf('portal_daily', job.brokerageId, job.personId, day)
  await asRecipient(services, job, async (db, person) => {
    const { weekends } = await quietTimes(db)
    if (weekends && now.dayOfWeek >= 6) return
    const told = await take(db, 'daily')
    if (told.length === 0) return
    if (!(await queue(db, services, job, person, 'portal_daily', told, { id, day }))) throw sentToday
  }).catch((error: unknown) => {
    // Rolled back: what is new since then waits for tomorrow.
    if (error !== sentToday) throw error
  })
}

const sentToday = new Error('the summary of this day was sent')

// What is taken is told by this mail or was read meanwhile; rolled back with the mail, it waits again. Two at once: the second one
// waits for the rows and then finds them taken.
async function take(db: Db, channel: 'mail' | 'daily', which = sql``): Promise<Told[]> {
  const { rows } = await sql<Told & { wanted: boolean }>`update notification set ${sql.ref(channel)} = false
    where ${sql.ref(channel)} ${which}
    returning id, occasion, kind, about_id, portal, (read_at is null or not portal) as wanted`.execute(db)
  return rows.filter(({ wanted }) => wanted)
}

async function queue(
  db: Db,
  services: Services,
  { brokerageId }: NewsJob,
  { email, language }: Recipient,
  event: 'portal_news' | 'portal_daily',
  told: Told[],
  { id, day }: { id?: string; day?: string },
): Promise<boolean> {
  const { host } = await db.selectFrom('brokerage').select('host').executeTakeFirstOrThrow()
  const queued = await queueMail(db, services.keys.mail, brokerageId, {
    ...(id && { id }),
    event,
    recipient: email,
    language,
    values: {
      news: newsInWords(told, language),
      link: pageLink(services, { host }, language, pathFor(told)),
      ...(day && { day: shortDate(day) }),
    },
  })
  return queued !== null
}

// One thing: straight to it, a message to its answer. Several: to the list, which otherwise leaves out what was wanted by mail alone.
function pathFor(told: Told[]): string {
  const [one] = told
  if (told.length > 1 || !one) return told.every(({ portal }) => portal) ? '/notifications?unread=1' : '/notifications?mailed=1'
  return `/notifications/${one.id}${one.kind === 'message' ? '?answer' : ''}`
}

/** «2 Nachrichten, 1 Dokument»: how many of what, never which. What was told twice about the same counts once. */
export function newsInWords(told: Pick<Told, 'id' | 'occasion' | 'about_id'>[], language: Language): string {
  const t = newsMailPhrases(language)
  const byNoun = Map.groupBy(told, ({ occasion }) => (occasion === 'premium_warning' ? 'premium_invoice' : occasion))
  const nouns = Object.keys(t) as (keyof typeof t)[]
  return nouns
    .flatMap((noun) => {
      const those = byNoun.get(noun)
      return those ? [t[noun](new Set(those.map(({ id, about_id }) => about_id ?? id)).size)] : []
    })
    .join(', ')
}

async function whenLeft(db: Db, quietUntil: Date): Promise<Date | null> {
  const { rows } = await sql`select from notification where mail limit 1`.execute(db)
  return rows.length > 0 ? quietUntil : await whenNext(db)
}

// A message that can still be taken back is not there yet.
async function whenNext(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select access.next_mail() + interval '2 minutes' as at`.execute(db)
  return rows[0]!.at
}
