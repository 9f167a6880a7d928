import { lastNoticeDay } from '../policies/notice.ts'
import { isLife, lawOf } from './laws.ts'

/** Which rule gives the last day of a notice (domain 2.2): a clause of the contract always goes before the law. */
export type NoticeRule = { by: 'clause'; months: number; endsOn: string } | { by: 'law'; endsOn: string }

interface Contract {
  line_code: string
  line: string
  starts_on: string | null
  ends_on: string | null
  notice_months: number | null
}

/**
 * The next last day on which a notice may arrive, from `today` on, and the rule that gives it; null where none is known or
 * all have passed. ISO dates.
 */
export function nextNotice(contract: Contract, today: string): { day: string; rule: NoticeRule } | null {
  if (contract.notice_months === null) return noticeByLaw(contract, today)
  if (contract.ends_on === null) return null
  const day = lastNoticeDay(contract.ends_on, contract.notice_months)
  return day < today ? null : { day, rule: { by: 'clause', months: contract.notice_months, endsOn: contract.ends_on } }
}

// VVG Art. 35a: to the end of the third or any later year with three months' notice, also where a longer run was agreed.
const lawYears = 3
const lawMonths = 3

function noticeByLaw(contract: Contract, today: string): { day: string; rule: NoticeRule } | null {
  if (contract.starts_on === null || lawOf(contract) !== 'vvg' || isLife(contract)) return null
  const start = Temporal.PlainDate.from(contract.starts_on)
  const earliest = Math.max(lawYears, Temporal.PlainDate.from(today).year - start.year)
  for (let years = earliest; years <= earliest + 2; years++) {
    const endsOn = start.add({ years }).subtract({ days: 1 }).toString()
    if (contract.ends_on !== null && endsOn > contract.ends_on) return null
    const day = lastNoticeDay(endsOn, lawMonths)
    if (day >= today) return { day, rule: { by: 'law', endsOn } }
  }
  return null
}

/** A notice is better sent a month before it must have arrived: the day we advise. */
export function saferDay(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 30 }).toString()
}

/** Whole days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** `date` moved by whole days or months. */
export function later(date: string, by: { days?: number; months?: number }): string {
  return Temporal.PlainDate.from(date).add(by).toString()
}

/** Today in Switzerland. */
export function todayHere(): string {
  return Temporal.Now.plainDateISO('Europe/Zurich').toString()
}
