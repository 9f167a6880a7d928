import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { BadgeKind } from '../../ui/components/Badge.tsx'
import { inboxPhrases } from './phrases.ts'

interface Waiting {
  waiting_since: Date | null
  due_at: Date | null
}

/** Until when the answer is due, or since when it should have been, in words; null where nobody waits. */
export function dueInWords({ waiting_since: since, due_at: due }: Waiting, language: Language, now = new Date()) {
  if (!since || !due) return null
  const t = inboxPhrases(language)
  const late = now.getTime() - due.getTime()
  if (late >= 0) return { words: t.late_by(span(late, language)), kind: 'bad' as BadgeKind }
  const at = momentInWords(due, language, now)
  return { words: t.due_by(at), kind: (-late < 60 * minute ? 'warn' : undefined) as BadgeKind | undefined }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function span(milliseconds: number, language: Language): string {
  const t = inboxPhrases(language)
  if (milliseconds < hour) return t.minutes(Math.max(1, Math.floor(milliseconds / minute)))
  if (milliseconds < day) return t.hours(Math.floor(milliseconds / hour))
  return t.days(Math.floor(milliseconds / day))
}

/** «heute 15:30», «morgen 09:15», «30.11.2026 09:15»: a moment in Swiss time. */
export function momentInWords(moment: Date, language: Language, now = new Date()): string {
  const t = inboxPhrases(language)
  const [here, today] = [moment, now].map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/Zurich'),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' })
  const days = today.toPlainDate().until(here.toPlainDate()).days
  if (days === 0) return t.today_at(time)
  if (days === 1) return t.tomorrow_at(time)
  return `${shortDate(here.toPlainDate().toString())} ${time}`
}
