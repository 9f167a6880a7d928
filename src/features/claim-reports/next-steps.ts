import { longDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { workingDaysAfter } from '../../platform/working-days.ts'
import { healthKinds } from './kinds.ts'
import { reportPhrases } from './phrases.ts'
import type { ReportedClaim } from './report-queries.ts'

type Reported = Pick<ReportedClaim, 'kind' | 'reported_on' | 'answer_days'>

/** What happens after a report, with its day, and what to keep in mind until then. */
export function nextSteps({ kind, reported_on: reported, answer_days: days }: Reported, language: Language): string[] {
  const t = reportPhrases(language)
  const keep = healthKinds.includes(kind) ? t.keep_health : kind === 'liability' ? t.keep_liability : t.keep_things
  const answer = reported ? [t.next_answer(longDate(workingDaysAfter(reported, days), language))] : []
  return [t.next_now, ...answer, t.next_state, keep]
}
