import type { Language } from '../../platform/phrases.ts'
import { requestPhrases } from '../service-requests/phrases.ts'
import type { RequestState } from '../service-requests/states.ts'
import { textsPhrases } from './phrases.ts'
import type { Macro } from './queries.ts'

/** What a macro does, step by step. */
export function stepsOf(macro: Macro, language: Language): string {
  const t = textsPhrases(language)
  const r = requestPhrases(language)
  return [
    macro.shortcut && t.step_text(macro.shortcut),
    macro.state && t.step_state(r[macro.state as RequestState]),
    macro.assign === 'me' && t.step_me,
    macro.assign === 'team' && t.step_team,
    macro.snooze_days && t.step_snooze(macro.snooze_days),
    macro.finishes && t.step_finish,
  ]
    .filter(Boolean)
    .join(' → ')
}
