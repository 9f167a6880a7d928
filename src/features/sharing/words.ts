import type { Language } from '../../platform/phrases.ts'
import { rolePhrases } from '../../records/roles.ts'
import type { LineRole, LineState, RecordState, Scope } from './items.ts'
import { sharedKind } from './kinds.ts'
import { sharingPhrases } from './phrases.ts'

/** Roles by name; «nur Kompletter Zugriff» where there are none. */
export function rolesText(roles: readonly LineRole[], language: Language): string {
  const names = rolePhrases(language)
  return roles.length === 0 ? sharingPhrases(language).only_full : roles.map((role) => names[role]).join(', ')
}

/** A state in a few words: «wie die Branche», «vertraulich», «Flottenmanager». */
export function stateText(state: LineState | RecordState, language: Language): string {
  const t = sharingPhrases(language)
  if ('audience' in state) return state.audience === null ? t.as_house : rolesText(state.audience, language)
  if (state.published_at === null) return t.state_hidden
  if (state.shared_with && state.shared_with.length > 0) return rolesText(state.shared_with, language)
  return state.confidential || state.shared_with ? t.state_confidential : t.state_line
}

/** What a change is about: «Policen», «Branchen». */
export function scopeText(scope: Scope, language: Language): string {
  const t = sharingPhrases(language)
  if (scope === 'lines' || scope === 'company_lines') return t[`scope_${scope}`]
  return sharedKind(scope)!.list.words(language).title
}
