import { money, shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import type { BadgeKind } from '../../ui/components/Badge.tsx'
import { daysBetween } from './deadline.ts'
import { deadlinePhrases } from './phrases.ts'
import type { Deadline, NoticeDeadline, WindowDeadline } from './queries.ts'
import { windowPhrases } from './window-phrases.ts'

/** Where a deadline comes from: the clause or the law, or the insurer's invoice as the source reports it. */
export function ruleInWords(deadline: Deadline, language: Language): string {
  const t = deadlinePhrases(language)
  if (deadline.kind === 'premium') {
    const source = recordPhrases(language).according_to_system(deadline.dataAsOf && shortDate(deadline.dataAsOf))
    const invoice = t.by_invoice({ number: deadline.number, total: money(deadline.total, deadline.currency), source })
    return deadline.remindedOn ? `${t.by_reminder(shortDate(deadline.remindedOn))} ${invoice}` : invoice
  }
  if (deadline.kind === 'window') return windowInWords(deadline, language)
  if (deadline.kind === 'expiry') return t.by_expiry
  if (deadline.kind === 'limitation') return t.by_limitation(shortDate(deadline.occurredOn))
  const endsOn = shortDate(deadline.rule.endsOn)
  return deadline.rule.by === 'clause' ? t.by_clause({ months: deadline.rule.months, endsOn }) : t.by_law(endsOn)
}

function windowInWords({ event, happenedOn, effectiveOn, rule, note }: WindowDeadline, language: Language): string {
  const t = windowPhrases(language)
  const happened =
    effectiveOn === null ? t[event](shortDate(happenedOn)) : t.change_from(shortDate(happenedOn), shortDate(effectiveOn))
  return [`${happened}: ${t[rule]}`, note].filter(Boolean).join(' – ')
}

/** What ends on the day: «Kündigungsfrist», «Prämie fällig» … */
export function kindInWords(kind: Deadline['kind'], language: Language): string {
  return deadlinePhrases(language)[kind]
}

/** What the deadline is about, without its number: the contract, the line of the invoice, the claim. */
export function nameOf(deadline: Deadline): string {
  if (deadline.kind === 'premium') return deadline.line ?? deadline.insurer ?? ''
  return deadline.kind === 'limitation' ? (deadline.insurer ?? '') : deadline.name
}

/** The number of the record that the deadline hangs on. */
export function numberOf(deadline: Deadline): string {
  return deadline.kind === 'premium' || deadline.kind === 'limitation' ? deadline.number : (deadline.policyNumber ?? '')
}

/** The page of that record, without language prefix. */
export function pathOf({ kind, id }: Deadline): string {
  return `${kind === 'premium' ? '/premium-invoices' : kind === 'limitation' ? '/claims' : '/policies'}/${id}`
}

/** Whether it is a day by which a notice must have arrived: then an earlier one is advised, and it can go into a calendar alone. */
export function isNotice(deadline: Deadline): deadline is NoticeDeadline | WindowDeadline {
  return deadline.kind === 'notice' || deadline.kind === 'window'
}

/** How long is left, in words, and how pressing that is. */
export function remaining(deadline: Deadline, today: string, language: Language): { words: string; kind: BadgeKind } {
  const t = deadlinePhrases(language)
  const days = daysBetween(today, deadline.day)
  if (days < 0) return { words: t.days_late(-days), kind: 'bad' }
  const words = days === 0 ? t.today : days === 1 ? t.tomorrow : t.days_left(days)
  return { words, kind: days <= 30 ? 'bad' : days <= 90 ? 'warn' : 'info' }
}
