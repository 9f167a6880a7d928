import { money, shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import type { BadgeKind } from '../../ui/components/Badge.tsx'
import { daysBetween } from './deadline.ts'
import { deadlinePhrases } from './phrases.ts'
import type { Deadline } from './queries.ts'

/** Where a deadline comes from: the clause or the law, or the insurer's invoice as the source reports it. */
export function ruleInWords(deadline: Deadline, language: Language): string {
  const t = deadlinePhrases(language)
  if (deadline.kind === 'premium') {
    const source = recordPhrases(language).according_to_system(deadline.dataAsOf && shortDate(deadline.dataAsOf))
    const invoice = t.by_invoice({ number: deadline.number, total: money(deadline.total, deadline.currency), source })
    return deadline.remindedOn ? `${t.by_reminder(shortDate(deadline.remindedOn))} ${invoice}` : invoice
  }
  const endsOn = shortDate(deadline.rule.endsOn)
  return deadline.rule.by === 'clause' ? t.by_clause({ months: deadline.rule.months, endsOn }) : t.by_law(endsOn)
}

/** How long is left, in words, and how pressing that is. */
export function remaining(deadline: Deadline, today: string, language: Language): { words: string; kind: BadgeKind } {
  const t = deadlinePhrases(language)
  const days = daysBetween(today, deadline.day)
  if (days < 0) return { words: t.days_late(-days), kind: 'bad' }
  const words = days === 0 ? t.today : days === 1 ? t.tomorrow : t.days_left(days)
  return { words, kind: days <= 30 ? 'bad' : days <= 90 ? 'warn' : 'info' }
}
