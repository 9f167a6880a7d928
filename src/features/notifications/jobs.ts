import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import { enqueue, type Job, type Work } from '../../platform/jobs.ts'
import { type LookJob, lookForNews } from './look.ts'
import { mailDaily, mailNews, type NewsJob } from './news-mail.ts'
import { swiss } from './quiet.ts'

export const jobs: Job[] = [
  { name: 'news_mail', run: ({ services }, payload) => mailNews(services, payload as NewsJob) },
  { name: 'daily_mail', run: ({ services }, payload) => mailDaily(services, payload as NewsJob) },
  // Cron knows no summer time: it asks every hour, and we look at the Swiss clock.
  { name: 'daily_mails', run: (work) => startDaily(work), every: '0 * * * *' },
  { name: 'look', run: ({ services }, payload) => lookForNews(services, payload as LookJob) },
  { name: 'looks', run: (work) => startLooks(work), every: '15 * * * *' },
]

/** Has it looked for everybody what exports and the calendar brought them since the last hour (`lookForNews`). */
export async function startLooks({ pool }: Pick<Work, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id: brokerageId } of rows)
    await asBrokerage(pool, brokerageId, async (db) => {
      const people = await sql<{ id: string }>`select access.waits_for_look(now() - interval '50 minutes') as id`.execute(db)
      for (const { id: personId } of people.rows)
        await enqueue(db, 'look', { brokerageId, personId } satisfies LookJob, { key: `look:${personId}` })
    })
}

/**
 * From seven o'clock on, has a summary written for everybody for whom something waits. A worker that was down at seven catches up until
 * noon; who got one today gets no second (`mailDaily`).
 */
export async function startDaily({ pool }: Pick<Work, 'pool'>, moment = new Date()): Promise<void> {
  const { hour } = swiss(moment)
  if (hour < 7 || hour >= 12) return
  const { rows } = await pool.query<{ id: string }>('select access.brokerages() as id')
  for (const { id: brokerageId } of rows)
    await asBrokerage(pool, brokerageId, async (db) => {
      const people = await sql<{ id: string }>`select access.waits_for_daily() as id`.execute(db)
      for (const { id: personId } of people.rows)
        await enqueue(db, 'daily_mail', { brokerageId, personId } satisfies NewsJob, { key: `daily_mail:${personId}` })
    })
}
