import { sql } from 'kysely'
import { asBrokerage } from '../../platform/db.ts'
import { shortDate } from '../../platform/format.ts'
import { isLanguage } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { href, origin, type Visit } from '../../platform/visit.ts'
import { later, saferDay, todayHere } from './deadline.ts'
import { type CalendarEvent, calendarText } from './ics.ts'
import { deadlinePhrases } from './phrases.ts'
import { type Deadline, readDeadlines } from './queries.ts'
import { isNotice, kindInWords, nameOf, numberOf, pathOf, ruleInWords } from './words.ts'

interface Owner {
  account_id: string
  language: string
  company_name: string
}

const monthsAhead = 24
const daysBack = 90
const mostEvents = 1000

/** The calendar behind a secret address, as its owner may see it now; null where the address opens nothing (any more). */
export function feedText(visit: Omit<Visit, 'db'>, token: string): Promise<string | null> {
  return asBrokerage(visit.services.database.app, visit.brokerage.id, async (db) => {
    const entered = await sql<Owner>`select * from access.enter_feed(${tokenHash(token)})`.execute(db)
    const owner = entered.rows[0]
    if (!owner) return null
    const language = isLanguage(owner.language) ? owner.language : visit.brokerage.language
    const today = todayHere()
    const { deadlines } = await readDeadlines(db, {
      today,
      until: later(today, { months: monthsAhead }),
      overdue: later(today, { days: -daysBack }),
      limit: mostEvents,
    })
    return calendarText({
      name: deadlinePhrases(language).calendar_name(owner.company_name),
      events: deadlines.map((deadline) => eventOf(visit, language, deadline)),
    })
  })
}

/** One deadline as a file for a calendar. */
export function eventText(visit: Visit, deadline: Deadline): string {
  const t = deadlinePhrases(visit.language)
  return calendarText({ name: t.title, events: [eventOf(visit, visit.language, deadline)], once: true })
}

function eventOf(visit: Pick<Visit, 'services' | 'brokerage'>, language: Language, deadline: Deadline): CalendarEvent {
  const t = deadlinePhrases(language)
  const notice = isNotice(deadline)
  const url = `${origin(visit.services, visit.brokerage.host)}${href({ language }, pathOf(deadline))}`
  const about = [nameOf(deadline), `(${numberOf(deadline)})`].filter(Boolean).join(' ')
  // One policy can have several windows.
  const id = deadline.kind === 'window' ? deadline.eventId : deadline.id
  return {
    uid: `${deadline.kind}-${id}@${visit.brokerage.host}`,
    day: deadline.day,
    summary: t.event_other(kindInWords(deadline.kind, language), about),
    description: [
      [deadline.company, deadline.insurer].filter(Boolean).join(' · '),
      ruleInWords(deadline, language),
      ...(notice ? [t.safer_day(shortDate(saferDay(deadline.day))), t.label] : []),
      url,
    ].join('\n'),
    url,
    changedAt: deadline.updatedAt,
    alarmDays: deadline.kind === 'premium' || deadline.kind === 'window' ? 7 : 30,
  }
}
