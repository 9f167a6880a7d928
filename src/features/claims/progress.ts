import { longDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { workingDaysAfter } from '../../platform/working-days.ts'
import { progressPhrases } from './progress-phrases.ts'
import type { Claim } from './queries.ts'
import type { ClaimState } from './states.ts'

/** The way of every claim, in words; a query is a halt while it is in progress. */
export const stages = ['reported', 'forwarded', 'in_progress', 'ended'] as const
export type Stage = (typeof stages)[number]

/** At which stage a claim stands. */
export function stageOf(state: string): Stage {
  if (state === 'reported' || state === 'draft') return 'reported'
  if (state === 'forwarded') return 'forwarded'
  return state === 'in_progress' || state === 'query' ? 'in_progress' : 'ended'
}

type Moving = Pick<Claim, 'state' | 'reported_on' | 'author_account_id' | 'answer_days'>

/** What comes next, in a sentence. Only what was reported here has a day by which the broker looks at it. */
export function nextOf(claim: Moving, language: Language): string {
  const t = progressPhrases(language)
  if (claim.state === 'reported' && claim.author_account_id && claim.reported_on)
    return t.next_reported_by(longDate(workingDaysAfter(claim.reported_on, claim.answer_days), language))
  return t[`next_${claim.state as ClaimState}`]
}
